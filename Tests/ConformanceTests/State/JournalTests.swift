import Contract
import Foundation
import Hummingbird
import Testing

@testable import Conformance

@Suite("the journal")
struct JournalTests {
    private static let secret = "iris_sk_ShownOnceAndNeverAgain"
    private static let session = "iris_ses_TheSessionThatTheRunWasGiven"

    private static let key = ScriptedPeer.json(
        .created,
        """
        {"data":{"key_id":"11111111-1111-4111-a111-111111111111","name":"k","key_type":"secret",\
        "key_prefix":"iris_sk_","secret":"\(secret)","scopes":[],"created_at":"2026-01-01T00:00:00Z",\
        "expires_at":null}}
        """)

    /// A run's folder that is gone afterwards.
    private func withFolder(_ test: (StateFolder) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await test(try StateFolder.make(path, .init(base: "http://peer", seed: 1, started: .now)))
    }

    private func create(_ contract: Contract) throws -> Attempt {
        var attempt = Attempt(try #require(contract.operation(named: "createKey"))).by(Self.session)
        attempt.body = .record(["name": .string("k"), "key_type": .string("secret")])
        return attempt
    }

    @Test("has a create before the peer sees it, and its id afterwards; no secret stands in it")
    func order() async throws {
        let contract = try OwnContract.load()
        try await withFolder { folder in
            try await ScriptedPeer.with { _ in
                let before = try folder.readRecord()
                #expect(before.open.values.map(\.operation) == ["createKey"] && before.things.isEmpty)
                return Self.key
            } _: { base in
                let target = Target(base: base, patience: 0)
                let journal = try Journal(contract, folder: folder)
                let gate = Guard(target, contract: contract, journal: journal)
                _ = try await Purpose.$current.withValue("derived.createKey.success") {
                    try await gate.send(try create(contract), meaning: .success)
                }
                await target.shutdown()
            }
            let record = try folder.readRecord()
            #expect(record.open.isEmpty)
            #expect(record.remaining.map(\.kind) == ["KeyId"])
            #expect(record.remaining.first?.id == "11111111-1111-4111-a111-111111111111")
            let text = try String(contentsOfFile: folder.journal, encoding: .utf8)
            #expect(!text.contains(Self.secret) && !text.contains(Self.session))
            #expect(text.contains("derived.createKey.success"))
            #expect(record.credentials.values.contains { $0.token == Self.secret })
            // What the run was given is whoever's gave it: not even the file of secrets has it.
            #expect(!(try String(contentsOfFile: folder.secrets, encoding: .utf8)).contains(Self.session))
        }
    }

    @Test("can be read by nobody else, and is not taken for another run's")
    func modes() async throws {
        try await withFolder { folder in
            let journal = try Journal(try OwnContract.load(), folder: folder)
            try journal.noteGone("KeyId", "1")
            for path in [folder.journal, folder.secrets, folder.about] {
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600, "\(path)")
            }
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            #expect(throws: StateFolder.Failure.self) {
                try StateFolder.make(folder.path, .init(base: "http://peer", seed: 2, started: .now))
            }
        }
    }

    @Test("that a crash has cut off in a line is read up to there; any other broken line is said")
    func cutOff() async throws {
        try await withFolder { folder in
            let journal = try Journal(try OwnContract.load(), folder: folder)
            try journal.noteGone("KeyId", "1")
            try journal.noteGone("KeyId", "2")
            let whole = try #require(FileManager.default.contents(atPath: folder.journal))
            try whole.dropLast(9).write(to: URL(fileURLWithPath: folder.journal))
            let record = try folder.readRecord()
            #expect(record.isGone("KeyId", "1") && !record.isGone("KeyId", "2"))
            try (Data("x\n".utf8) + whole).write(to: URL(fileURLWithPath: folder.journal))
            #expect(throws: StateFolder.Failure.self) { try folder.readRecord() }
        }
    }

    @Test("that cannot be written ends the run before the request is sent")
    func unwritable() async throws {
        let contract = try OwnContract.load()
        let witness = Witness()
        try await ScriptedPeer.with { request in
            witness.note(request.uri.path)
            return Self.key
        } _: { base in
            let full = StateFolder(path: "/dev/full")
            #expect(throws: LineFile.Failure.self) { try Journal(contract, folder: full) }
            let journal = Journal(contract, journal: try LineFile("/dev/full"), secrets: nil)
            let target = Target(base: base, patience: 0)
            let gate = Guard(target, contract: contract, journal: journal)
            await #expect(throws: Stopped.self) { try await gate.send(try create(contract), meaning: .success) }
            #expect(witness.seen.isEmpty)
            await target.shutdown()
        }
    }

    @Test("makes passwords that the seed does not tell")
    func passwords() async throws {
        let contract = try OwnContract.load()
        let target = Target(base: "http://peer", patience: 0)
        func run() -> Run { Run(contract: contract, target: target, mailbox: nil, seed: 9) }
        let (one, other) = (run(), run())
        #expect(one.fresh("Email") == other.fresh("Email"))
        #expect(one.fresh("Password") != other.fresh("Password"))
        await target.shutdown()
    }
}
