import Contract
import Hummingbird
import Testing

@testable import Conformance

@Suite("what each rung of the ladder lets a run see")
struct RungTests {
    private static let tenants = ["iris_sk_one": "a", "iris_sk_two": "b", "iris_sk_same": "a"]

    /// A deployment that knows keys and nothing else, and notes what it is asked.
    private func reach(_ admission: Admission, _ test: (World, Asked) async throws -> Void) async throws {
        let asked = Asked()
        try await ScriptedPeer.with { request in
            await asked.note(request)
            let token = request.headers[.authorization]?.dropFirst("Bearer ".count).description ?? ""
            guard request.uri.path == "/api/product/v1/me", let tenant = Self.tenants[token] else {
                return ScriptedPeer.json(.unauthorized, #"{"error":{"code":"unauthenticated","message":"No."}}"#)
            }
            let id = "00000000-0000-4000-8000-00000000000"
            let body = """
                {"data":{"key_id":"\(id)1","tenant_id":"\(id)\(tenant)","name":"n","key_type":"secret",
                "key_prefix":"iris_sk_","scopes":["chat:channels.read"]}}
                """
            return ScriptedPeer.json(.ok, body)
        } _: { base in
            let target = Target(base: base, patience: 0)
            let run = Run(contract: try OwnContract.load(), target: target, mailbox: nil, seed: 3, admission: admission)
            do {
                try await test(try await World.reach(run), asked)
                await target.shutdown()
            } catch {
                await target.shutdown()
                throw error
            }
        }
    }

    private func reason(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? OutOfReach)?.reason }
    }

    @Test("a key reaches what its scopes allow, and says of everything else why it is out of reach")
    func key() async throws {
        try await reach(.key("iris_sk_one", second: nil)) { world, asked in
            #expect(throws: Never.self) { try world.first.control("introspectKey") }
            let unseen = [
                "createChannel": "the key that was given lacks the scope chat:channels.create",
                "getChatSession": "the key that was given lacks the scope chat:identity.link",
                "createKey": "no session: the run was given an API key only",
                "login": "no session: the run was given an API key only",
                "signUp": "signUp was not called: the run was given an API key only",
                "listChannels": "listChannels has not succeeded in this run",
            ]
            for (operation, expected) in unseen {
                let found = reason { _ = try world.first.control(operation) }
                #expect(found == expected, "\(operation)")
            }
            let second = reason { _ = try world.other() }
            #expect(second == "one workspace only: no second API key was given")
            let signups = await asked.paths.filter { $0.contains("signup") && !$0.hasSuffix("slug-available") }
            #expect(signups == [])
        }
    }

    @Test("a second key opens another workspace, or is another key of the same one")
    func second() async throws {
        try await reach(.key("iris_sk_one", second: "iris_sk_two")) { world, _ in
            let tenants = (try world.first.value("tenant"), try world.other().value("tenant"))
            #expect(tenants.0 != tenants.1)
        }
        try await reach(.key("iris_sk_one", second: "iris_sk_same")) { world, _ in
            let key = try world.first.value("other_key")
            #expect(key == "iris_sk_same")
            #expect(reason { _ = try world.other() } == "one workspace only: both API keys belong to the same one")
        }
    }

    @Test("a key that is refused is the run's own mistake, not the deployment's")
    func refused() async throws {
        await #expect(throws: OutOfReach.self) {
            try await reach(.key("iris_sk_nobody", second: nil)) { _, _ in }
        }
    }

    @Test("settings of a workspace that is not the run's own are left as they are")
    func settings() async throws {
        try await reach(.key("iris_sk_one", second: "iris_sk_two")) { world, asked in
            #expect(reason { _ = try world.settable() }?.contains("not the run's own") == true)
            #expect(reason { try world.first.mayChange() } != nil)
            #expect(await !asked.methods.contains("PUT"))
        }
    }
}

/// What a peer was asked.
actor Asked {
    private(set) var paths: [String] = []
    private(set) var methods: Set<String> = []

    func note(_ request: Request) {
        paths.append(request.uri.path)
        methods.insert(request.method.rawValue)
    }
}
