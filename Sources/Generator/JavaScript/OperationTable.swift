import Contract

/// The operations as the client's script reads them: method, path and query, and a letter for each trait.
enum OperationTable {
    static func emit(_ contract: Contract, _ names: JavaScriptNames, into source: inout SwiftSource) {
        source.line(
            "// Method, path and query; b: takes a body, k: takes an Idempotency-Key, o: open to anyone, p: is paged.")
        source.block("const operations =") { body in
            for operation in contract.operations {
                body.origin(operation.location)
                body.line("\(JavaScriptNames.method(operation)): \(JavaScriptNames.literal(entry(operation))),")
            }
        }
        source.gap()
        source.line("// Tokens that begin so do not travel as bearers, but in a header of their own.")
        source.line("const carriers = [\(carriers(contract).joined(separator: ", "))];")
    }

    private static func entry(_ operation: Operation) -> String {
        let query = operation.queryFields.map(\.name).joined(separator: "&")
        let target = operation.route.template + (query.isEmpty ? "" : "?" + query)
        let letters = [
            operation.bodyFields != nil ? "b" : "", operation.isRetrySafe ? "k" : "",
            operation.access == .anyone ? "o" : "", operation.isPaged ? "p" : "",
        ].joined()
        return "\(operation.route.method.rawValue) \(target)" + (letters.isEmpty ? "" : " " + letters)
    }

    private static func carriers(_ contract: Contract) -> [String] {
        contract.credentials.flatMap { credential -> [String] in
            guard !credential.carriers.contains(.bearer), case .header(let name)? = credential.carriers.first else {
                return []
            }
            return credential.kinds.map { kind in
                "[\(JavaScriptNames.literal(kind.prefix)), \(JavaScriptNames.literal(name.lowercased()))]"
            }
        }
    }
}

extension Operation {
    /// Whether a success is a part of a list.
    var isPaged: Bool {
        if case .page = reply.body { true } else { false }
    }
}
