import IrisClient
import Testing

@Suite("failures of the client")
struct FailureTests {
    private func failure(_ answer: Result<ClientResponse, TransportFailure>) async throws
        -> ClientFailure<InviteTeammate.Code>
    {
        let iris = try IrisClient.forTests(RecordingTransport(answer), token: KnowingGate.session)
        do throws(ClientFailure<InviteTeammate.Code>) {
            _ = try await iris.inviteTeammate(email: Email(trusted: "ada@iris.example"), orgRole: .admin)
        } catch {
            return error
        }
        Issue.record("the call succeeded")
        return .cancelled
    }

    private func breach(_ status: Int, _ body: String) async throws -> ContractBreach? {
        if case .contractBroken(let breach) = try await failure(.answer(status, body)) { breach } else { nil }
    }

    @Test("an error of the operation's own is a case of its own")
    func own() async throws {
        guard case .refused(.alreadyMember, let failure) = try await failure(.refusal(409, "already_member")) else {
            Issue.record("another failure")
            return
        }
        #expect(failure.status == 409 && failure.message == "No." && failure.requestId == "r-1")
    }

    @Test("any other error is told with all that the envelope says")
    func other() async throws {
        let body = """
            {"error":{"code":"invalid_request","message":"No.","request_id":"r-2","later":{},
            "details":[{"pointer":"/email","code":"malformed","message":"must be an email address"}]}}
            """
        guard case .other(let failure) = try await failure(.answer(400, body, ("Retry-After", "7"))) else {
            Issue.record("another failure")
            return
        }
        #expect(failure.code == "invalid_request" && failure.details.map(\.pointer) == ["/email"])
        #expect(failure.retryAfter == .seconds(7))
    }

    @Test("a reply that lacks a field, or has one that breaks its rules, names the place and never the value")
    func broken() async throws {
        let example = RoundTrip.json(Invitation.example)
        let lacking = example.replacing(#""email":"#, with: #""mail":"#)
        #expect(try await breach(201, #"{"data":\#(lacking)}"#)?.pointer == "/data/email")
        let wrong = example.replacing(RoundTrip.json(Invitation.example.orgRole), with: #""secret-role""#)
        let breach = try #require(try await breach(201, #"{"data":\#(wrong)}"#))
        #expect(breach.operation == "inviteTeammate" && breach.pointer == "/data/org_role")
        #expect(!"\(breach)".contains("secret-role"))
    }

    @Test(
        "what is no envelope, or comes with a status that the operation does not have, breaks the contract",
        arguments: [
            (201, "<html>"), (201, "[]"), (201, "{}"), (201, #"{"data":null}"#), (200, #"{"data":{}}"#), (302, ""),
            (500, "oops"), (404, #"{"error":{"code":"x"}}"#),
        ])
    func envelope(status: Int, body: String) async throws {
        #expect(try await breach(status, body) != nil)
    }

    @Test("an unknown field of a reply is passed over")
    func unknown() async throws {
        let body = #"{"later":1,"data":{"later":[{}],\#(RoundTrip.json(Invitation.example).dropFirst())}"#
        let iris = try IrisClient.forTests(RecordingTransport(.answer(201, body)), token: KnowingGate.session)
        let invitation = try await iris.inviteTeammate(email: Email(trusted: "a@iris.example"), orgRole: .viewer)
        #expect(RoundTrip.json(invitation) == RoundTrip.json(Invitation.example))
    }

    @Test("a page that contradicts itself breaks the contract")
    func page() async throws {
        let body = #"{"data":[],"next_cursor":null,"has_more":true}"#
        let iris = try IrisClient.forTests(RecordingTransport(.answer(200, body)), token: KnowingGate.key)
        do throws(ClientFailure<ListChannels.Code>) {
            _ = try await iris.listChannels()
            Issue.record("the call succeeded")
        } catch {
            guard case .contractBroken(let breach) = error else {
                Issue.record("another failure")
                return
            }
            #expect(breach.pointer == "/has_more")
        }
    }
}
