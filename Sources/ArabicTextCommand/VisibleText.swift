import ArabicText

/// A piece of text that is safe to show.
enum VisiblePiece {
    /// Characters that people see.
    case text(String)
    /// A character that nobody sees, or that would do something to a terminal or to the order of a line.
    case sign(Unicode.Scalar)
}

extension Unicode.Scalar {
    /// Whether the character is shown by its sign alone: controls, format characters, white space but the space
    /// itself, whatever is drawn as nothing, and what Unicode has not assigned.
    ///
    /// The terminal and the page get everything else, so what a terminal obeys or what reorders a line must be here.
    var isShownAsSign: Bool {
        if self == " " { return false }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        // The number signs and end of ayah are format characters that are drawn (Prepended_Concatenation_Mark).
        case .format: return !Self.drawnFormats.contains(value)
        default: return properties.isDefaultIgnorableCodePoint || properties.isWhitespace
        }
    }

    private static let drawnFormats: Set<UInt32> = [
        0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD,
    ]

    /// The sign: the abbreviation that the Unicode charts print in a dashed box, or else the code point.
    var sign: String {
        if value < 0x20 { return Self.controls[Int(value)] }
        return Self.abbreviations[value] ?? CharacterName(of: self).codePoint
    }

    private static let controls = [
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
        "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
    ]

    private static let abbreviations: [UInt32: String] = [
        0x7F: "DEL", 0x85: "NEL", 0x9B: "CSI", 0xA0: "NBSP", 0xAD: "SHY", 0x34F: "CGJ", 0x61C: "ALM",
        0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LSEP", 0x2029: "PSEP",
        0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x202F: "NNBSP", 0x2060: "WJ",
        0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFE0E: "VS15", 0xFE0F: "VS16", 0xFEFF: "BOM",
    ]

    /// Whether the character stands on the one before it, and so needs a dotted circle to stand alone.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }
}

extension String {
    /// The text as pieces that are safe to show. A mark that has nothing to stand on gets a dotted circle, or it would
    /// join what the page or the terminal has before it.
    var visiblePieces: [VisiblePiece] {
        var pieces: [VisiblePiece] = []
        var run = ""
        for scalar in unicodeScalars {
            if scalar.isShownAsSign {
                if !run.isEmpty { pieces.append(.text(run)) }
                run = ""
                pieces.append(.sign(scalar))
            } else {
                if run.isEmpty, scalar.isMark { run.unicodeScalars.append("\u{25CC}") }
                run.unicodeScalars.append(scalar)
            }
        }
        if !run.isEmpty { pieces.append(.text(run)) }
        return pieces
    }

    /// The text for a terminal, with signs in brackets: `[ESC]`.
    var visible: String {
        visiblePieces.map { piece in
            switch piece {
            case .text(let text): text
            case .sign(let scalar): "[\(scalar.sign)]"
            }
        }.joined()
    }
}
