import Contract

/// `llms.txt`: the whole contract in plain text that is short enough for a program to read at once.
///
/// What is shared stands once: rules of types in a glossary, errors that follow from an operation's kind in the list
/// of errors. Operations are one line each, and one for what they do.
enum PlainEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        let text = text(contract)
        let origins = PlainOrigins(contract).origins(of: text)
        return [GeneratedFile(path: "Documents/llms.txt", content: text, origins: origins)]
    }

    static func text(_ contract: Contract) -> String {
        let chapters: [[String]] = [
            opening(contract), PlainConventions(contract).lines, PlainAccess(contract).lines,
            PlainOperations(contract).lines, PlainErrors(contract).lines, PlainTypes(contract).lines,
            PlainSocket(contract).lines, PlainMails(contract).lines, PlainFlows(contract).lines,
        ]
        return chapters.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private static func opening(_ contract: Contract) -> [String] {
        let pointer =
            "This is the whole contract, version \(contract.version)."
        return ["# \(contract.name)", "", "> \(contract.summary) \(pointer)"]
    }
}
