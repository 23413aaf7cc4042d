import Foundation

@testable import ArabicText

/// The rules for searching as regular expressions, one a kind of token, tried one after the other at each place: the
/// longest match wins, of two alike the first. Slow and obvious; for text of Arabic and Latin letters, digits, marks,
/// one bidi control, spaces, line feeds and the punctuation that the rules name.
struct SearchReference {
    private static let patterns = Result {
        /// A for Arabic letters, T tatweel, L Latin letters, D digits, M marks, C controls, I marks and controls, N what
        /// stands in names; `<` no control before here, where a token that is a term ends.
        let names: [(String, String)] = [
            ("URL", "(?:[ATLDJ/+%&#*@-]I)"), ("HELD", "[.:,;'?]"),
            ("PART", "[LDJ]+"), ("SIGN", "[.+%'-]"), ("LABEL", "[LD]+(?:-+[LD]+)*"),
            ("NUMBER", "(?:DI(?:(?:[.,:'’،]I)?DI)*)"), ("GROUP", "(?:DI)+"),
            ("<", "(?<!C)"),
            ("N", "[ATLDJ]"), ("I", "[MC]*"),
        ]
        let characters: [(String, String)] = [
            ("A", "\u{643}\u{645}"), ("T", "\u{640}"), ("L", "abwW"), ("D", "123\u{663}"), ("J", "_"),
            ("M", "\u{64E}\u{200D}"), ("C", "\u{200F}"),
        ]
        let body = "(?:HELD*URL|HELD*\\((?:URL|HELD)*\\)I)*(?:HELD*\\((?:HELD*URL)+)?<"
        let sources: [(TokenKind?, String)] = [
            (.url, "[L]+://+[ATLD]I" + body), (.url, "[wW]{3}\\.[ATLD]I" + body),
            (.url, "PART(?:SIGNPART){0,3}\\.[L]{2,}/I" + body),
            (.email, "PART(?:SIGNPART){0,4}@[LD][LD-]*(?:\\.LABEL)+"),
            (.hashtag, "#(?:[DJ]I)*[ATL]I(?:NI)*<"), (.mention, "@NI(?:NI)*<"),
            (nil, "(?:[ATJ]I|[D]I(?:[.,:'’،]I(?=[D]))?|[L]I(?:[.’·']I(?=[L]))?)+<"),
            (nil, "NUMBER%I<"), (nil, "NUMBER(?:(?:/IGROUP){2,}|(?:-IGROUP){2,})(?:[/-]IGROUP)*<"),
            (nil, "\\+(?:[D]{5}|[D]{1,3}-I[D])I(?:[D]I|-I[D]I)*<"),
            (nil, "[AT][TMC]*(?:\\.I[AT][TM]*)+(?=[^ATLDJM]|$)"),
            (nil, "(?:JI)+"), (nil, "[^ \nATLDJ]I"), (nil, " +I"), (nil, "\n"),
        ]
        return try sources.map { kind, source in
            // Capitals of the notation stand for themselves nowhere else, so one pass of each in order will do.
            var pattern = source
            for (name, meaning) in names { pattern = pattern.replacingOccurrences(of: name, with: meaning) }
            pattern = pattern.map { character -> String in
                characters.first { $0.0 == String(character) }.map { "\u{E000}" + $0.1 + "\u{E001}" }
                    ?? String(character)
            }.joined()
            return (kind: kind, expression: try NSRegularExpression(pattern: Self.withClasses(pattern)))
        }
    }

    /// Puts letters of the notation in brackets where they stand outside of brackets.
    private static func withClasses(_ pattern: String) -> String {
        var result = ""
        var isInside = false
        for character in pattern {
            switch character {
            case "[": isInside = true; result.append(character)
            case "]": isInside = false; result.append(character)
            case "\u{E000}": if !isInside { result.append("[") }
            case "\u{E001}": if !isInside { result.append("]") }
            default: result.append(character)
            }
        }
        return result
    }

    /// Each token of a text as kind and length in UTF-16 units.
    static func tokens(_ text: String) throws -> [(TokenKind, Int)] {
        let patterns = try patterns.get()
        let string = NSString(string: text)
        var found: [(TokenKind, Int)] = []
        var place = 0
        while place < string.length {
            var best: (TokenKind?, Int) = (nil, 0)
            for (kind, expression) in patterns {
                let range = NSRange(location: place, length: string.length - place)
                let options: NSRegularExpression.MatchingOptions = [.anchored, .withTransparentBounds]
                let match = expression.firstMatch(in: text, options: options, range: range)
                if let length = match?.range.length, length > best.1 { best = (kind, length) }
            }
            guard best.1 > 0 else { break }
            let token = string.substring(with: NSRange(location: place, length: best.1))
            found.append((best.0 ?? kind(of: token), best.1))
            place += best.1
        }
        return found
    }

    private static func kind(of token: String) -> TokenKind {
        for scalar in token.unicodeScalars where "\u{643}\u{645}\u{640}abwW".unicodeScalars.contains(scalar) {
            return scalar.value >= 0x600 ? .arabic : .word
        }
        if token.unicodeScalars.contains(where: { "123\u{663}".unicodeScalars.contains($0) }) { return .number }
        return token.unicodeScalars.allSatisfy { $0 == " " || $0 == "\n" } ? .space : .punctuation
    }
}
