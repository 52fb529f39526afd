import Foundation
import Testing

@Suite("the mock as a process")
struct ServingTests {
    @Test("every operation of openapi.json answers its success to a request made of the document's examples")
    func everyOperation() async throws {
        let requests = try DocumentedRequest.all()
        #expect(requests.count > 60)
        try await RunningMock.with(spec: SpecCopy.original) { mock in
            for request in requests {
                let reply = try await mock.ask(request.method, request.target, request.headers, body: request.body)
                #expect(request.successes.contains(reply.status), "\(request.method) \(request.target): \(reply.body)")
                #expect(reply.headers["content-type"] == "application/json")
                // The log has the route, and nothing of what was sent.
                let line = try await mock.line(with: request.method)
                #expect(line == "\(request.method) \(request.template) \(reply.status)")
            }
        }
    }

    @Test("a new operation works once its spec is written; a broken spec is told of, and the last good one stays")
    func reload() async throws {
        let spec = try SpecCopy()
        defer { spec.remove() }
        let file = "operations/0-health.yaml"
        let good = try spec.text(of: file)
        let more = """
            \(good)
              checkClock:
                summary: Says what time it is.
                route: GET /clockz
                access: public
                reply: 200 Health

            """
        try await RunningMock.with(spec: spec.path) { mock in
            #expect(try await mock.ask("GET", "/clockz").status == 404)
            try spec.write(more, to: file)
            try await mock.line(with: "Reloaded")
            #expect(try await mock.ask("GET", "/clockz").status == 200)
            try spec.write(more.replacing("200 Health", with: "200 Healht"), to: file)
            try await mock.line(with: "the last good spec is served")
            let finding = try await mock.line(with: file)
            #expect(finding.contains("Healht"))
            #expect(try await mock.ask("GET", "/clockz").status == 200)
            try spec.write(good, to: file)
            try await mock.line(with: "Reloaded")
            #expect(try await mock.ask("GET", "/clockz").status == 404)
        }
    }

    @Test("a spec that is broken from the start is told of, and nothing is served")
    func broken() async throws {
        let spec = try SpecCopy()
        defer { spec.remove() }
        try spec.write("section: {", to: "operations/0-health.yaml")
        let error = await #expect(throws: RunningMock.DidNotStart.self) {
            try await RunningMock.with(spec: spec.path) { _ in }
        }
        #expect(error?.status == 1)
        #expect(error?.lines.contains { $0.contains("0-health.yaml:") } == true)
    }

    @Test("pages may ask, HEAD has no body, too large a body is refused, and a wish is granted")
    func edges() async throws {
        try await RunningMock.with(spec: SpecCopy.original) { mock in
            let question = ["Origin": "http://localhost:3000", "Access-Control-Request-Method": "POST"]
            let permission = try await mock.ask("OPTIONS", "/api/v1/owner/login", question)
            #expect(permission.status == 204)
            #expect(permission.headers["access-control-allow-methods"] == "POST")
            #expect(permission.headers["access-control-allow-headers"]?.contains("X-Mock-Error") == true)
            #expect(permission.headers["access-control-allow-origin"] == "*")
            let head = try await mock.ask("HEAD", "/healthz")
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head.headers["content-length"] == "24")
            let large = try await mock.ask("POST", "/api/v1/signup", body: Data(count: 300_000))
            #expect(large.status == 413 && large.body.contains("payload_too_large"))
            let wished = try await mock.ask("POST", "/api/v1/signup", ["Prefer": "code=rate_limited"])
            #expect(wished.status == 429)
            #expect(wished.headers["retry-after"] == "20")
        }
    }

    @Test("the same seed gives the same bytes in another process, and another seed gives others")
    func seeds() async throws {
        func members(_ seed: String) async throws -> String {
            try await RunningMock.with(spec: SpecCopy.original, ["--seed", seed, "--now", "1800000000"]) { mock in
                try await mock.ask(
                    "GET", "/api/v1/channels?limit=50", ["Authorization": "Bearer iris_chat_x"]
                ).body
            }
        }
        let (first, again, other) = (try await members("5"), try await members("5"), try await members("6"))
        #expect(first == again)
        #expect(first != other)
    }
}
