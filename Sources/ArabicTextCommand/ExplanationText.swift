import ArabicText

/// Writes explanations for a terminal.
///
/// A line is left to right up to a text, and a text ends its line: what is after Arabic on a line might be shown before
/// it, and marks have no width, so nothing can be aligned there.
struct ExplanationText {
    let explainer: Explainer
    let hasColor: Bool
    private var isFirst = true

    init(_ explainer: Explainer, hasColor: Bool) {
        self.explainer = explainer
        self.hasColor = hasColor
    }

    mutating func write(_ explanation: Explanation, to bytes: inout ByteBuffer) {
        var lines: [String] = isFirst ? [] : [""]
        isFirst = false
        let place = explanation.line.map { "line \($0)  " } ?? ""
        lines.append(styled(place, .faint) + explanation.trace.source.visible)
        if explanation.steps.isEmpty {
            lines.append("no step of the profile \(explainer.profile) changes this text")
            lines += rows(explanation.trace.source.unicodeScalars.map(ScalarChange.kept))
        }
        for (index, step) in explanation.steps.enumerated() {
            lines += ["", styled("\(index + 1) \(step.name)", .bold)]
            lines.append(styled("  before  ", .faint) + step.before.visible)
            lines.append(styled("  after   ", .faint) + step.after.visible)
            lines += rows(step.changes)
        }
        if !explanation.words.isEmpty {
            lines += ["", styled(explainer.wordsTitle, .bold)]
            lines += explanation.words.flatMap(self.lines)
        }
        for line in lines { bytes.append(line + "\n") }
    }

    /// The scalars of a step, one a line, with what became of each.
    private func rows(_ changes: [ScalarChange]) -> [String] {
        let names = changes.map { $0.before.map { CharacterName(of: $0).description } ?? "" }
        // Only where something stands in the second column must the first be filled.
        let width = zip(changes, names).map { $0.isChange && $0.after != nil ? $1.utf8.count : 0 }.max() ?? 0
        return zip(changes, names).map { change, name in
            let padded = name + String(repeating: " ", count: max(0, width - name.utf8.count))
            let new = change.after.map { CharacterName(of: $0).description } ?? ""
            return switch change {
            case .kept: "    " + name
            case .deleted: styled("  - " + name, .red)
            case .replaced: styled("  ~ \(padded)  → \(new)", .yellow)
            case .inserted: styled("  + \(padded)  → \(new)", .green)
            }
        }
    }

    private func lines(_ word: Explanation.Word) -> [String] {
        let place = "  bytes \(word.range.lowerBound)..<\(word.range.upperBound)"
        let notes = [place, word.kind.name] + [word.note].compactMap(\.self)
        let texts = word.texts(hasStems: explainer.analyzer != nil)
        let width = texts.map(\.label.utf8.count).max() ?? 0
        return [notes.joined(separator: ", ")]
            + texts.map { label, text in
                let padded = label + String(repeating: " ", count: width - label.utf8.count)
                return styled("    \(padded)  ", .faint) + text.visible
            }
    }

    private enum Style: String {
        case bold = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    private func styled(_ text: String, _ style: Style) -> String {
        hasColor && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension Explainer {
    /// What stands over the words.
    var wordsTitle: String {
        guard let analyzer else { return "words, cut by the rules unicode" }
        return "words, by the analyser \(profile): rules \(analyzer.rules.name), stemmer \(analyzer.stemmer.name)"
    }
}

extension Explanation.Word {
    /// What is to say of the word beside its texts.
    var note: String? {
        if !kind.isTerm { return "no term" }
        if normalized.isEmpty { return "nothing is left" }
        if stopWords == 0 { return nil }
        return stopWords == normalized.count ? "stop word" : "\(stopWords) of \(normalized.count) are stop words"
    }

    /// The word on its way to the index.
    func texts(hasStems: Bool) -> [(label: String, text: String)] {
        var texts = [("source", source)]
        if !normalized.isEmpty { texts.append(("normalised", normalized.joined(separator: " "))) }
        if hasStems, !terms.isEmpty {
            texts.append((terms.count == 1 ? "term" : "terms", terms.joined(separator: " ")))
        }
        return texts
    }
}
