import Contract
import Testing

@testable import Conformance

@Suite("what may be told of a request")
struct RedactorTests {
    private func attempt(_ operation: String, _ body: String, token: String? = nil) throws -> Attempt {
        var attempt = Attempt(try #require(try OwnContract.load().operation(named: operation)))
        attempt.body = try JSONParser.parse(Array(body.utf8))
        attempt.credential = token.map { PresentedToken(token: $0) }
        return attempt
    }

    private func redactor() throws -> Redactor {
        let contract = try OwnContract.load()
        return Redactor(contract, SecretWatch(contract))
    }

    @Test("the same value has the same name in control and attempt, and another value another name")
    func names() throws {
        var redactor = try redactor()
        let control = try attempt("login", #"{"email":"ada@example.com","password":"difference engine"}"#)
        let other = control.with("password", .string("analytical engine"))
        let (first, second) = (redactor.request(control), redactor.request(other))
        #expect(first.body?.shown == #"{"email":"$EMAIL","password":"$PASSWORD"}"#)
        #expect(second.body?.shown == #"{"email":"$EMAIL","password":"$PASSWORD_2"}"#)
        #expect(
            Edits(control: first, attempt: second).lines == [
                #"the body's password is "$PASSWORD_2" instead of "$PASSWORD""#
            ])
    }

    @Test("a value that a check has broken is told, as it is nobody's")
    func broken() throws {
        var redactor = try redactor()
        let request = redactor.request(try attempt("signUp", #"{"email":"ada.example.com"}"#))
        #expect(request.body?.shown == #"{"email":"ada.example.com"}"#)
    }

    @Test("a shortened or changed token is told as an edit of the token")
    func tokens() throws {
        var redactor = try redactor()
        let token = "iris_ses_abcdefghijkl"
        let control = try attempt("logout", "{}", token: token)
        func header(_ token: String) -> String? {
            redactor.request(control.by(token)).headers.first { $0.name == "Authorization" }?.value.shown
        }
        #expect(header(token) == "Bearer $TOKEN")
        #expect(header(String(token.dropLast())) == "Bearer ${TOKEN%?}")
        #expect(header(token.dropLast() + "A") == "Bearer ${TOKEN%?}A")
        #expect(header("nobody-issued-this") == "Bearer nobody-issued-this")
        #expect(header("iris_sk_another") == "Bearer $TOKEN_2")
    }

    @Test("a token behind another scheme is still a token")
    func schemes() throws {
        var redactor = try redactor()
        var attempt = try attempt("logout", "{}")
        attempt.extraHeaders["Authorization"] = "Basic iris_ses_abcdefghijkl"
        #expect(redactor.request(attempt).headers.last?.value.shown == "Basic $TOKEN")
    }

    @Test("what stood in the body is hidden in bytes that take its place")
    func rawBodies() throws {
        var redactor = try redactor()
        let control = try attempt("login", #"{"email":"ada@example.com","password":"difference engine"}"#)
        let raw = control.edited { $0.rawBody = ($0.bytes ?? []) + Array(" x".utf8) }
        #expect(redactor.request(raw).body?.shown == #"{"email":"$EMAIL","password":"$PASSWORD"} x"#)
    }
}
