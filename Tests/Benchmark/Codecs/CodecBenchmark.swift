import Foundation
import IrisClient
import Runtime

@testable import Generated

/// Measures the generated codecs and routes against Foundation's Codable on the same bodies, in the same process.
///
/// The generated side checks every rule of the contract while it reads; the other side only fills its fields.
@main
enum CodecBenchmark {
    static func main() throws {
        for comparison in try [signUp(), post(), readPage(), reply(), page()] { print(comparison.line) }
        let (deep, shallow) = try route()
        print(#"{"name": "route", "deep_ns": \#(deep), "shallow_ns": \#(shallow)}"#)
    }

    private static let channel = "01890a5d-ac96-774b-bcce-b302099a8057"

    private static func request(_ path: String, _ body: String) throws -> APIRequest {
        guard let segments = PathSegments(path) else { throw Unusable() }
        return APIRequest(
            method: "POST", path: segments, query: "", headers: ["content-type": "application/json"],
            body: Array(body.utf8),
            origin: RequestOrigin(address: "127.0.0.1", network: "127.0.0.1", requestId: channel, page: nil))
    }

    private struct Unusable: Error {}

    /// Reading a small request of six texts, each with rules of its own.
    private static func signUp() throws -> Comparison {
        let body = """
            {"full_name":"Ada Lovelace","email":"ada@example.com","password":"correct horse battery staple",\
            "company_name":"Analytical Engines","slug":"analytical","plan":"trial"}
            """
        let request = try request("/api/v1/signup", body)
        let data = Data(body.utf8)
        let decoder = JSONDecoder()
        return try Comparison(
            "decode signUp", bytes: data.count, calls: 2_000,
            ours: { Stopwatch.keep(try SignUp.Input(request)) },
            codable: { Stopwatch.keep(try decoder.decode(CodableSignUp.self, from: data)) })
    }

    /// Reading a message of two kilobytes.
    private static func post() throws -> Comparison {
        let content = String(repeating: "Where is my order? It should have come — on Monday. ", count: 40)
        let body = #"{"content":"\#(content)","content_type":"text","client_message_id":"m-0123456789"}"#
        let request = try request("/api/v1/channels/\(channel)/messages", body)
        let data = Data(body.utf8)
        let decoder = JSONDecoder()
        return try Comparison(
            "decode sendMessage", bytes: data.count, calls: 2_000,
            ours: { Stopwatch.keep(try SendMessage.Input(request)) },
            codable: { Stopwatch.keep(try decoder.decode(CodablePost.self, from: data)) })
    }

    /// Reading a page of fifty messages, as a client does.
    private static func readPage() throws -> Comparison {
        let body = APIResponse.success(200, Page((1...50).map(Sample.message), nextCursor: "cursor")).body
        let data = Data(body)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = Sample.readDates
        return try Comparison(
            "decode page of 50 messages", bytes: data.count, calls: 50,
            ours: {
                var fields = ObjectReader(body)
                guard let messages: [Message] = fields.required("data"), messages.count == 50 else { throw Unusable() }
                Stopwatch.keep(messages)
            },
            codable: { Stopwatch.keep(try decoder.decode(CodablePage.self, from: data)) })
    }

    /// Writing one message.
    private static func reply() throws -> Comparison {
        let (message, twin) = (Sample.message(1), Sample.twin(1))
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = Sample.dates
        return try Comparison(
            "encode message", bytes: APIResponse.success(201, message).body.count, calls: 1_000,
            ours: { Stopwatch.keep(APIResponse.success(201, message).body) },
            codable: { Stopwatch.keep(try encoder.encode(["data": twin])) })
    }

    /// Writing a page of fifty messages.
    private static func page() throws -> Comparison {
        let page = Page((1...50).map(Sample.message), nextCursor: "cursor")
        let twin = CodablePage(data: (1...50).map(Sample.twin), nextCursor: "cursor", hasMore: true)
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = Sample.dates
        return try Comparison(
            "encode page of 50 messages", bytes: APIResponse.success(200, page).body.count, calls: 50,
            ours: { Stopwatch.keep(APIResponse.success(200, page).body) },
            codable: { Stopwatch.keep(try encoder.encode(twin)) })
    }

    /// Finding the operation of a deep path, and of a shallow one, in nanoseconds.
    private static func route() throws -> (deep: Int, shallow: Int) {
        guard let deep = PathSegments("/api/product/v1/channels/\(channel)/members/\(channel)"),
            let shallow = PathSegments("/api/v1/signup")
        else { throw Unusable() }
        let best = Stopwatch.nanoseconds(
            calls: 10_000, { Stopwatch.keep(Router.resource(at: deep)?["PATCH"]) },
            against: { Stopwatch.keep(Router.resource(at: shallow)?["POST"]) })
        return (Int(best.first.rounded()), Int(best.second.rounded()))
    }
}
