import ArabicText

/// Writes explanations as one page of HTML that is well-formed XML too, loads nothing and runs nothing.
struct ExplanationPage {
    let explainer: Explainer
    private var hasStarted = false

    init(_ explainer: Explainer) { self.explainer = explainer }

    mutating func write(_ explanation: Explanation, to bytes: inout ByteBuffer) {
        if !hasStarted { bytes.append(head) }
        hasStarted = true
        var html = "<article>\n<h2>"
        if let line = explanation.line { html += "<small>line \(line)</small> " }
        html += "\(HTML.text(explanation.trace.source))</h2>\n"
        if explanation.steps.isEmpty {
            html += "<p>No step of the profile changes this text.</p>\n"
            html += table(explanation.trace.source.unicodeScalars.map(ScalarChange.kept))
        }
        for (index, step) in explanation.steps.enumerated() {
            html += "<h3><small>\(index + 1)</small> <code>\(HTML.escaped(step.name))</code></h3>\n"
            html += "<p class=\"change\">\(HTML.text(step.before)) <span class=\"arrow\">→</span> "
            html += "\(HTML.text(step.after))</p>\n"
            html += table(step.changes)
        }
        if !explanation.words.isEmpty { html += table(explanation.words) }
        bytes.append(html + "</article>\n")
    }

    /// Ends the page. No text gives no page.
    func finish(to bytes: inout ByteBuffer) {
        if hasStarted { bytes.append("</main>\n</body>\n</html>\n") }
    }

    private var head: String {
        let title = "arabictext explain: profile \(HTML.escaped(explainer.profile))"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <title>\(title)</title>
            <style>
            \(HTML.style)
            </style>
            </head>
            <body>
            <main>
            <h1>What the profile <code>\(HTML.escaped(explainer.profile))</code> does</h1>

            """
    }

    /// The scalars of a step, with what became of each.
    private func table(_ changes: [ScalarChange]) -> String {
        let isChanged = changes.contains(where: \.isChange)
        let rows = changes.map { change in
            let (kind, mark) =
                switch change {
                case .kept: ("kept", "")
                case .deleted: ("deleted", "−")
                case .replaced: ("replaced", "~")
                case .inserted: ("inserted", "+")
                }
            var cells = "<td class=\"mark\">\(mark)</td>" + Self.cells(change.before)
            if isChanged { cells += Self.cells(change.after) }
            return "<tr class=\"\(kind)\">\(cells)</tr>\n"
        }
        let after = isChanged ? "<th scope=\"col\" colspan=\"2\">after</th>" : ""
        let before = isChanged ? "before" : "character"
        return """
            <div class="scroll"><table class="scalars">
            <thead><tr><td></td><th scope="col" colspan="2">\(before)</th>\(after)</tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table></div>

            """
    }

    /// A scalar as it looks, and its name.
    private static func cells(_ scalar: Unicode.Scalar?) -> String {
        guard let scalar else { return "<td></td><td></td>" }
        let name = CharacterName(of: scalar)
        let glyph = scalar == " " ? HTML.sign("SP", name) : HTML.text(String(scalar))
        return "<td class=\"glyph\">\(glyph)</td><td><code>\(name.codePoint)</code> \(HTML.escaped(name.name))</td>"
    }

    private func table(_ words: [Explanation.Word]) -> String {
        let hasTerms = explainer.analyzer != nil
        let titles = ["bytes", "kind", "source", "normalised"] + (hasTerms ? ["terms"] : []) + ["note"]
        let rows = words.map { word in
            var cells = ["\(word.range.lowerBound)–\(word.range.upperBound)", word.kind.name]
            cells.append(HTML.text(word.source))
            cells.append(word.normalized.map(HTML.text).joined(separator: " "))
            if hasTerms { cells.append(word.terms.map(HTML.text).joined(separator: " ")) }
            cells.append(word.note ?? "")
            let kind = word.terms.isEmpty ? "dropped" : "term"
            return "<tr class=\"\(kind)\">\(cells.map { "<td>\($0)</td>" }.joined())</tr>\n"
        }
        return """
            <h3>\(HTML.escaped(explainer.wordsTitle))</h3>
            <div class="scroll"><table class="words">
            <thead><tr>\(titles.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table></div>

            """
    }
}

/// Text that is made safe for a page.
enum HTML {
    /// A text that people have written, isolated from what stands beside it. Its direction is that of its first letter.
    static func text(_ text: String) -> String {
        let pieces = text.visiblePieces.map { piece in
            switch piece {
            case .text(let text): escaped(text)
            case .sign(let scalar): sign(scalar.sign, CharacterName(of: scalar))
            }
        }
        return "<bdi dir=\"auto\" lang=\"ar\">\(pieces.joined())</bdi>"
    }

    /// The sign of a character that cannot be seen.
    static func sign(_ sign: String, _ name: CharacterName) -> String {
        "<span class=\"sign\" dir=\"ltr\" lang=\"en\" title=\"\(escaped(name.description))\">\(escaped(sign))</span>"
    }

    /// A text for an element or an attribute.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
