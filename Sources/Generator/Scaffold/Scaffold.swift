import Contract

/// The handlers that a server lacks, each as a file that answers with the spec's example until somebody writes it.
struct Scaffold {
    let contract: Contract
    let server: ServerSources

    struct File: Equatable {
        /// As findings name files: from the working folder.
        let path: String
        let content: String
        /// The operation that it handles; nil for the file of the type that implements all handlers.
        let operation: String?
    }

    /// In the contract's order. Every file is new: its path is none of those that exist.
    func files(exists: (String) -> Bool) -> [File] {
        var taken: Set<String> = []
        var files: [File] = []
        func add(_ stems: [String], in folder: String, _ content: String, _ operation: String?) {
            let paths = stems.map { "\(folder)/\($0).swift" }
            guard let path = paths.first(where: { !exists($0) && !taken.contains($0) }) else { return }
            taken.insert(path)
            files.append(File(path: path, content: content, operation: operation))
        }
        if server.implementer == nil {
            add([implementer], in: server.folder, implementerSource, nil)
        }
        for section in contract.sections {
            let folder = folder(of: section)
            for operation in section.operations where server.handlers[operation.name] == nil {
                // A file of the operation's name may hold something else already.
                let stems = [operation.typeName, "\(operation.typeName)Handler", "Handle\(operation.typeName)"]
                add(stems, in: folder, source(of: operation), operation.name)
            }
        }
        return files
    }

    private var implementer: String { server.implementer ?? SwiftNames.upperCamel(contract.name) + "API" }

    private var implementerSource: String {
        var source = SwiftSource()
        source.line("import Generated")
        source.gap()
        source.doc("The server's answer to the contract. Each section's handlers stand in a folder of their own.")
        source.line("struct \(implementer): Handlers {}")
        return source.text
    }

    /// Where most of the section's handlers are; the section's own folder while there is none.
    private func folder(of section: Section) -> String {
        let folders = section.operations.compactMap { server.handlers[$0.name]?.folder }
        let counts = Dictionary(folders.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return most?.key ?? "\(server.folder)/\(section.name)"
    }

    private func source(of operation: Operation) -> String {
        let answer = StubEmitter.answer(operation, contract)
        var source = SwiftSource()
        source.line("import Generated")
        if ["Page(", "Timestamp(", "UUIDBits(", "trusted:"].contains(where: answer.contains) {
            source.line("import Runtime")
        }
        source.gap()
        source.block("extension \(implementer)") { body in
            body.doc(operation.summary)
            HandlerEmitter.emitSignature(operation, contract, closing: " {", into: &body)
            body.indented { inner in
                inner.line("// The spec's example, until this is written.")
                inner.line(answer)
            }
            body.line("}")
        }
        return source.text
    }
}

extension ServerSources.Place {
    fileprivate var folder: String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
}
