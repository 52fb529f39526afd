import Contract

/// The client library: a module of its own, so that the server neither compiles nor links it.
enum ClientEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        [GeneratedFile(path: "Client/\(contract.clientName).swift", source: client(contract))]
            + ClientCodeEmitter.files(for: contract) + ClientRecordEmitter.files(for: contract)
            + ClientCallEmitter.files(for: contract) + ClientSocketEmitter.files(for: contract)
    }

    private static func client(_ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file()
        for module in ["ClientRuntime", "Generated", "Runtime"] { source.line("@_exported import \(module)") }
        source.line("import Foundation")
        source.gap()
        source.doc("Calls the operations of \(contract.name), one method each.")
        source.block("public struct \(contract.clientName): Sendable") { body in
            body.line("let client: APIClient")
            body.gap()
            body.doc("- Parameter token: Goes with every call but those that anybody may make.")
            body.list(
                "public init(",
                [
                    "base: URL", "token: ClientToken? = nil", "transport: any ClientTransport",
                    "retries: RetryPolicy = RetryPolicy()", "surroundings: ClientSurroundings = .machine",
                ], ") {")
            body.indented { inner in
                inner.call(
                    "client = APIClient(",
                    [
                        "base: BaseAddress(base)", "token: token", "transport: transport", "retries: retries",
                        "surroundings: surroundings",
                    ])
            }
            body.line("}")
            body.gap()
            body.line("private init(_ client: APIClient) { self.client = client }")
            body.gap()
            body.doc("The same client with another token, or with none.")
            body.line("public func with(_ token: ClientToken?) -> Self { Self(client.with(token)) }")
            body.gap()
            emitCall(into: &body)
        }
        source.gap()
        source.block("extension APIOperation") { body in
            let open = contract.operations.filter { $0.access == .anyone }
            let keyed = contract.operations.filter(\.isRetrySafe)
            body.list(
                "fileprivate static let openOnes: Set<APIOperation> = [", open.map { ".\($0.name)" }, "]",
                isCollection: true)
            body.list(
                "fileprivate static let keyedOnes: Set<APIOperation> = [", keyed.map { ".\($0.name)" }, "]",
                isCollection: true)
        }
        return source
    }

    private static func emitCall(into source: inout SwiftSource) {
        source.list(
            "func ask<Value: ReplyBody, Code>(",
            [
                "_ operation: APIOperation", "_ statuses: Int...", "refusals: Code.Type = NoCode.self",
                "path: [any QueryWritable] = []", "query: RequestQuery = [:]", "body: RequestBody? = nil",
            ], ") async throws(ClientFailure<Code>) -> Value {")
        source.indented { body in
            body.call(
                "let call = OperationCall(",
                [
                    "operation.rawValue", "route: operation.route", "refusals: refusals", "statuses: statuses",
                    "path: path", "query: query", "body: body",
                    "isPublic: APIOperation.openOnes.contains(operation)",
                    "takesIdempotencyKey: APIOperation.keyedOnes.contains(operation)",
                ])
            body.line("return try await client.answer(to: call)")
        }
        source.line("}")
    }
}

extension Contract {
    /// `IrisClient`.
    var clientName: String { SwiftNames.upperCamel(name) + "Client" }
}
