import Contract
import HTTPTypes
import Hummingbird
import Listening
import Mocking
import NIOCore
import Synchronization

@testable import Conformance

/// A server that knows the contract's forms and nothing behind them.
enum NullServer: Sendable, CustomStringConvertible {
    /// Every operation's own status, with this instead of its data.
    case empty(String)
    /// Whatever is asked, this error of the contract; with or without what tells when to come back.
    case refusal(APIError, retryAfter: String?)
    /// The request's body as the reply's data.
    case echo
    /// Every operation's success, made of the contract.
    case agreeable

    var description: String {
        switch self {
        case .empty(let data): "always succeeds with \(data)"
        case .refusal(let error, let wait): "always refuses with \(error.code)\(wait.map { ", wait \($0)" } ?? "")"
        case .echo: "sends back what it gets"
        case .agreeable: "agrees to everything"
        }
    }

    /// All that follow from a contract.
    static func all(of contract: Contract) -> [NullServer] {
        let refusals = contract.errors.flatMap { error -> [NullServer] in
            let plain = NullServer.refusal(error, retryAfter: nil)
            return error.causes.contains(.limit) ? [plain, .refusal(error, retryAfter: "1")] : [plain]
        }
        return [.empty("{}"), .empty("[]"), .empty("null"), .echo, .agreeable] + refusals
    }

    /// What the suite finds out about it.
    func outcomes(_ contract: Contract) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        let answers = NullAnswers(self, contract)
        try await ScriptedPeer.with({ try await answers.answer($0) }, webSocket: answers.endpoint) { base in
            let target = Target(base: base, patience: 0)
            let run = Run(contract: contract, target: target, mailbox: nil, seed: 7, patience: .milliseconds(500))
            let report = TerminalReport(contract: contract, base: base, say: { _ in })
            do {
                outcomes = try await Judge(run: run, report: report).judge()
                await target.shutdown()
            } catch {
                await target.shutdown()
                throw error
            }
        }
        return outcomes
    }
}

/// Answers in a null server's name. A class, as requests come concurrently; the counter tells answers apart.
final class NullAnswers: Sendable {
    private let server: NullServer
    private let contract: Contract
    private let agreeable: AgreeableAPI
    private let count = Atomic<UInt64>(0)

    init(_ server: NullServer, _ contract: Contract) {
        self.server = server
        self.contract = contract
        agreeable = AgreeableAPI(contract)
    }

    private var number: UInt64 { count.wrappingAdd(1, ordering: .relaxed).newValue }

    func answer(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 22)
        switch server {
        case .empty(let data):
            return ScriptedPeer.json(HTTPResponse.Status(code: status(of: request)), #"{"data":\#(data)}"#)
        case .refusal(let error, let wait):
            var response = ScriptedPeer.json(
                HTTPResponse.Status(code: error.status),
                #"{"error":{"code":"\#(error.code)","message":"\#(error.message)"}}"#)
            if let wait { response.headers[.retryAfter] = wait }
            return response
        case .echo:
            return ScriptedPeer.json(
                .ok, #"{"data":\#(body.readableBytes > 0 ? String(buffer: body) : "{}")}"#)
        case .agreeable:
            let asked = MockRequest(
                method: request.method.rawValue, target: request.uri.string,
                headers: request.headers.map { ($0.name.rawName, $0.value) },
                body: body.readableBytes > contract.bodyLimit ? [] : Array(body.readableBytesView))
            let answer = agreeable.answer(asked, number: number)
            return ScriptedPeer.json(
                HTTPResponse.Status(code: answer.status), String(decoding: answer.body, as: UTF8.self))
        }
    }

    private func status(of request: Request) -> Int {
        let segments = request.uri.path.split(separator: "/").map(String.init)
        let operation = contract.operations.first { operation in
            operation.route.method.rawValue == request.method.rawValue
                && operation.route.segments.count == segments.count
                && zip(operation.route.segments, segments).allSatisfy { part, text in
                    if case .literal(let word) = part { word == text } else { true }
                }
        }
        return operation?.reply.status ?? 200
    }

    /// The agreeable one opens a socket for anybody; the others answer an upgrade as anything else.
    var endpoint: WebSocketEndpoint? {
        guard case .agreeable = server, let socket = contract.socket else { return nil }
        return WebSocketEndpoint(path: socket.path) { request in
            .accept(subprotocol: request.subprotocols.first) { connection in
                for event in self.agreeable.events(after: nil, number: self.number) { connection.send(.text(event)) }
                for await message in connection.messages {
                    guard case .text(let frame) = message else { continue }
                    for event in self.agreeable.events(after: frame, number: self.number) {
                        connection.send(.text(event))
                    }
                }
            }
        }
    }
}
