import Contract
import Testing

@testable import Conformance

@Suite("what may be told of a reply")
struct ReplyRedactionTests {
    private func told(_ operation: String, _ status: Int, _ body: String, secret: String? = nil) throws -> RedactedReply
    {
        let contract = try OwnContract.load()
        let secrets = SecretWatch(contract)
        if let secret { secrets.hide(secret) }
        var redactor = Redactor(contract, secrets)
        let attempt = Attempt(try #require(contract.operation(named: operation)))
        return redactor.reply(SampleReport.exchange(attempt, status, body))
    }

    @Test("sensitive fields are told by their kind, and fields that the contract does not know not at all")
    func types() throws {
        let body = try told(
            "login", 200, #"{"data":{"token":"iris_ses_x","user":{"email":"ada@example.com"},"extra":"x"},"more":1}"#
        ).body
        let json = try JSONParser.parse(Array(body.utf8))
        #expect(json.at(["data", "token"])?.text == "‹secret›")
        #expect(json.at(["data", "user", "email"])?.text == "‹personal›")
        #expect(json.at(["data", "extra"])?.text == "…")
        #expect(json["more"]?.text == "…")
    }

    @Test("a value of another kind than the contract's is not told, as nothing is known of it")
    func otherKinds() throws {
        for body in [
            #"{"data":{"key_id":{"deep":"private"}}}"#, #"{"data":["private"]}"#, #"{"data":"private"}"#, "private",
            #"["private"]"#, #"{"error":{"code":"x","hint":"private"}}"#,
        ] {
            let text = try told("createKey", 201, body).body
            #expect(!text.contains("private"), "\(text)")
        }
    }

    @Test("a secret that a deployment gives away is told by a name, and where it stood")
    func leaks() throws {
        let reply = try told("listKeys", 200, #"{"data":[{"hint":"x iris_sk_leaked y"}]}"#, secret: "iris_sk_leaked")
        #expect(reply.body.contains(#""hint": "…‹SECRET›…""#))
        let message = #"{"error":{"code":"not_found","message":"no iris_sk_leaked here"}}"#
        #expect(try told("listKeys", 404, message, secret: "iris_sk_leaked").body.contains("no ‹SECRET› here"))
    }

    @Test("headers that may carry anything are not told")
    func headers() throws {
        let headers = try told("listKeys", 200, "{}").headers
        #expect(headers.first { $0.name == "set-cookie" }?.value == "…")
        #expect(headers.first { $0.name == "content-type" }?.value == "application/json")
    }
}
