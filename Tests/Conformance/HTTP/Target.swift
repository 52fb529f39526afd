import AsyncHTTPClient
import Contract
import Foundation
import NIOCore
import NIOHTTP1

/// The deployment under test.
struct Target: Transport {
    let base: String
    let client: HTTPClient
    /// How long a 429 may ask to wait, in seconds.
    let patience: Int
    /// Counts what is sent.
    let sent = RequestCount()

    /// No reply came.
    struct Unreachable: Error, CustomStringConvertible {
        let description: String
    }

    init(base: String, patience: Int) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.patience = patience
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = HTTPClient.Configuration.Timeout(connect: .seconds(5), read: .seconds(30))
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func shutdown() async { try? await client.shutdown() }

    func dial(_ opening: Opening, to socket: Socket, patience: Duration) async throws -> SocketDialer.Answer {
        try await SocketDialer(base: base, socket: socket, patience: patience).dial(opening)
    }

    func send(_ attempt: Attempt, meaning: Meaning) async throws -> Exchange {
        sent.increment()
        var request = HTTPClientRequest(url: base + attempt.target)
        request.method = HTTPMethod(rawValue: attempt.verb)
        for header in attempt.headers { request.headers.add(name: header.name, value: header.value) }
        if let bytes = attempt.bytes { request.body = .bytes(ByteBuffer(bytes: bytes)) }
        let started = ContinuousClock().now
        do {
            let response = try await client.execute(request, timeout: .seconds(60))
            let body = try await response.body.collect(upTo: 16 * 1024 * 1024)
            let headers = Dictionary(
                response.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { "\($0), \($1)" })
            return Exchange(
                attempt: attempt,
                reply: Reply(status: Int(response.status.code), headers: headers, body: Array(body.readableBytesView)),
                duration: ContinuousClock().now - started)
        } catch {
            throw Unreachable(
                description: "\(attempt.verb) \(base)\(attempt.operation.route.template) got no reply (\(error))")
        }
    }
}
