import Contract

/// `llms.txt`: the whole contract in plain text that is short enough for a program to read at once.
///
/// What is shared stands once: rules of types in a glossary, errors that follow from an operation's kind in the list
/// of errors. Operations are one line each, and one for what they do.
enum PlainEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        let lines = lines(contract)
        var origins = LineOrigins()
        for line in lines {
            origins.begin(line.origin, depth: 0)
            origins.emit(depth: 0)
        }
        return [GeneratedFile(path: "Documents/llms.txt", content: text(lines), origins: origins)]
    }

    static func text(_ contract: Contract) -> String { text(lines(contract)) }

    private static func text(_ lines: [PlainLine]) -> String { lines.map { $0.text + "\n" }.joined() }

    private static func lines(_ contract: Contract) -> [PlainLine] {
        let chapters: [[PlainLine]] = [
            opening(contract), PlainConventions(contract).lines, PlainAccess(contract).lines,
            PlainOperations(contract).lines, PlainErrors(contract).lines, PlainTypes(contract).lines,
            PlainSocket(contract).lines, PlainMails(contract).lines, PlainFlows(contract).lines,
        ]
        return Array(chapters.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private static func opening(_ contract: Contract) -> [PlainLine] {
        let summary = "> \(contract.summary) This is the whole contract, version \(contract.version)."
        return ["# \(contract.name)", "", PlainLine(summary, from: contract.location)]
    }
}
