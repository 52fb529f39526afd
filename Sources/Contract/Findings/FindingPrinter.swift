/// Shows findings to people: what is wrong, the lines it stands in, and what to do about it.
public struct FindingPrinter: Sendable {
    private let sources: [String: String]
    private let isColoured: Bool

    /// A printer that shows lines of these files; findings in other files are shown without lines.
    public init(sources: [SpecFile], isColoured: Bool = false) {
        self.sources = Dictionary(sources.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        self.isColoured = isColoured
    }

    /// One finding: `file:line:column: error[rule]: message`, a frame, a `note: …` with its own
    /// frame where a second place matters, and `help: …` where a repair is known.
    public func text(of finding: Finding) -> String {
        let title = paint("error[\(finding.rule.rawValue)]", .red)
        var lines = ["\(finding.location): \(title): \(finding.message)"]
        lines += frame(at: finding.location)
        if let note = finding.note {
            lines.append("\(paint("note", .cyan)): \(note.text) at \(note.location)")
            lines += frame(at: note.location)
        }
        if let hint = finding.hint { lines.append("\(paint("help", .cyan)): \(hint)") }
        return lines.joined(separator: "\n")
    }

    private func frame(at location: SourceLocation) -> [String] {
        sources[location.file].map { CodeFrame(source: $0).lines(at: location) } ?? []
    }

    /// Several findings, with a blank line between them.
    public func text(of findings: [Finding]) -> String {
        findings.map { text(of: $0) }.joined(separator: "\n\n")
    }

    private enum Colour: Int { case red = 31, cyan = 36 }

    private func paint(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[1;\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}
