import Foundation
import IrisClient
import Testing

/// A call, and what must come back.
struct RoundTrip: Sendable {
    let operation: APIOperation
    let caller: Caller
    /// The answer as the stub has it, in JSON.
    let expected: String
    private let call: @Sendable (IrisClient) async throws -> String

    enum Caller {
        case owner, backend, guest

        var token: ClientToken {
            switch self {
            case .owner: KnowingGate.session
            case .backend: KnowingGate.key
            case .guest: KnowingGate.chat
            }
        }
    }

    init<Value: JSONWritable>(
        _ operation: APIOperation, as caller: Caller, answers expected: Value,
        _ call: @escaping @Sendable (IrisClient) async throws -> Value
    ) {
        self.operation = operation
        self.caller = caller
        self.expected = Self.json(expected)
        self.call = { Self.json(try await call($0)) }
    }

    func answer(from iris: IrisClient) async throws -> String { try await call(iris.with(caller.token)) }

    static func json(_ value: some JSONWritable) -> String {
        var json = JSONWriter()
        value.write(to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

@Suite("every call against the generated dispatcher")
struct RoundTripTests {
    @Test("is understood by the router and the input, and its answer is read back to the same values")
    func roundTrips() async throws {
        let iris = try IrisClient.forTests(InProcessServer())
        for trip in RoundTrip.all {
            let answer = try await trip.answer(from: iris)
            #expect(answer == trip.expected, "\(trip.operation)")
        }
    }

    @Test("no operation is missing")
    func complete() {
        #expect(RoundTrip.all.map(\.operation) == APIOperation.allCases)
    }

    @Test("goes to its own route and carries the token only where one is asked for")
    func requests() async throws {
        for trip in RoundTrip.all {
            let server = RecordingTransport()
            _ = try? await trip.answer(from: try IrisClient.forTests(server))
            let request = try #require(await server.requests.first, "\(trip.operation)")
            #expect(server.template(of: request) == trip.operation.route)
            let names = request.headers.map(\.name)
            let isOpen = trip.operation.rawValue.isOpen
            #expect(names.contains("authorization") != isOpen, "\(trip.operation)")
            #expect(names.contains("content-type") == (request.body != nil))
            #expect(!request.url.contains("iris_") && !"\(request)".contains("iris_"))
        }
    }
}

extension String {
    /// The operations that need no token, by the contract's text.
    fileprivate var isOpen: Bool {
        [
            "checkHealth", "checkReadiness", "checkHandle", "signUp", "verifySignup", "resendVerification", "login",
            "forgotPassword", "resetPassword", "acceptInvitation", "getBranding", "openGuestSession",
        ].contains(self)
    }
}

extension IrisClient {
    static func forTests(
        _ transport: any ClientTransport, token: ClientToken? = nil, retries: RetryPolicy = .never,
        surroundings: ClientSurroundings = .machine
    ) throws -> IrisClient {
        IrisClient(
            base: try #require(URL(string: "https://iris.example/")), token: token, transport: transport,
            retries: retries, surroundings: surroundings)
    }
}
