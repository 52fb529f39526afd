import Contract
import Testing

@testable import Conformance

@Suite("what operations make and end")
struct ThingsTests {
    private func things() throws -> Things { Things(contract: try OwnContract.load()) }

    @Test(
        "is read from the spec",
        arguments: [
            ("createKey", ["KeyId"]), ("inviteTeammate", ["InvitationId"]), ("acceptInvitation", ["UserId"]),
            ("createChannel", ["ChannelId"]), ("openChatSession", ["ChannelId"]), ("postMessage", ["MessageId"]),
            ("sendMessage", ["MessageId"]), ("addChannelMember", ["ParticipantId"]), ("verifySignup", ["TenantId"]),
            ("rotateKey", []), ("login", []), ("listKeys", []), ("changeChannel", []),
        ])
    func made(_ name: String, kinds: [String]) throws {
        let things = try things()
        let operation = try #require(things.contract.operation(named: name))
        #expect(things.kinds(madeBy: operation) == kinds)
    }

    @Test(
        "has an end for each kind",
        arguments: [
            ("KeyId", ["revokeKey"]), ("InvitationId", ["deleteInvitation"]), ("UserId", ["removeMember"]),
            ("ChannelId", ["archiveChannel"]), ("MessageId", ["deleteMessage", "withdrawMessage"]),
            ("ParticipantId", ["removeChannelMember"]),
        ])
    func ended(_ kind: String, operations: [String]) throws {
        let things = try things()
        #expect(things.endings(of: kind).map(\.name) == operations)
        #expect(!things.readings(of: kind).isEmpty)
    }

    /// A new operation that makes something must be one that the teardown can end.
    @Test("leaves no operation that makes something without an end, a proof and a journal")
    func complete() throws {
        let things = try things()
        for operation in things.contract.operations {
            for kind in things.kinds(madeBy: operation) where kind != Things.workspace {
                #expect(!things.endings(of: kind).isEmpty, "\(operation.name) makes \(kind)")
            }
        }
        #expect(things.closing?.name == "closeWorkspace")
        #expect(things.ending(ofCredential: "session")?.name == "logout")
        #expect(things.ending(ofCredential: "chat")?.name == "endChatSession")
    }

    @Test("is journaled where somebody can sign in afterwards")
    func people() throws {
        let things = try things()
        for name in ["signUp", "acceptInvitation", "resetPassword", "login", "createKey"] {
            #expect(things.makesAnything(try #require(things.contract.operation(named: name))), "\(name)")
        }
        #expect(!things.makesAnything(try #require(things.contract.operation(named: "listKeys"))))
    }
}
