import Contract
import Testing

@testable import Mocking

@Suite("whom the mock lets in")
struct AccessTests {
    /// What an operation answers to a token.
    private func answer(
        _ name: String, _ token: String?, in header: String = "Authorization", page: String? = nil
    ) throws -> MockResponse {
        let contract = try OwnContracts.iris.get()
        var request = GoodRequest(try #require(contract.operation(named: name)), contract)
        request.set("Authorization", header: nil)
        if let token { request.set(header, header: header == "Authorization" ? "Bearer \(token)" : token) }
        request.set("Origin", header: page)
        return MockAPI(contract).answer(request.request)
    }

    @Test("without a credential, or with one of another kind, every operation that needs one says so")
    func missing() throws {
        let contract = try OwnContracts.iris.get()
        for operation in contract.operations where operation.access != .anyone {
            for token in [
                nil, "", "iris_inv_Example", "Bearer", "iris_ses_unknown", "iris_sk_revoked", "iris_chat_expired_1",
            ] {
                let response = try answer(operation.name, token)
                #expect(response.status == 401, "\(operation.name) \(token ?? "nil")")
                #expect(response.errorCode == "unauthenticated")
                #expect(response.header("WWW-Authenticate") == "Bearer realm=\"Iris\"")
            }
            let credentials = operation.access.requirements.map(\.credential)
            for credential in contract.credentials where !credentials.contains(credential.name) {
                for kind in credential.kinds {
                    #expect(try answer(operation.name, kind.prefix + "Example").errorCode == "unauthenticated")
                }
            }
        }
    }

    @Test("a role below the one asked for is told so, and the role stands in the token")
    func roles() throws {
        #expect(try answer("inviteTeammate", "iris_ses_anything").status == 201)
        #expect(try answer("inviteTeammate", "iris_ses_admin_anything").status == 201)
        #expect(try answer("inviteTeammate", "iris_ses_operator_anything").errorCode == "forbidden")
        #expect(try answer("inviteTeammate", "iris_ses_viewer").errorCode == "forbidden")
        #expect(try answer("getMe", "iris_ses_viewer").status == 200)
        #expect(try answer("sendMessage", "iris_ses_operator").status == 201)
        #expect(try answer("sendMessage", "iris_ses_viewer").errorCode == "forbidden")
        #expect(try answer("sendMessage", "iris_chat_anything").status == 201)
        #expect(try answer("sendMessage", "iris_sk_anything").errorCode == "unauthenticated")
    }

    @Test("a scope that the token lacks is told so; without words of its own a token has what its kind is granted")
    func scopes() throws {
        let contract = try OwnContracts.iris.get()
        for operation in contract.operations {
            guard let scope = operation.access.requirements.first?.scope else { continue }
            let others = contract.scopes.filter { $0.name != scope }.map { $0.name.split(separator: ":")[1] }
            let words = others.joined(separator: "_").map { $0.isLetter ? String($0) : "_" }.joined()
            #expect(try answer(operation.name, "iris_sk_only_" + words).errorCode == "insufficient_scope")
            #expect(try answer(operation.name, "iris_sk_Example").status < 300)
            let isPublic = contract.scopes.contains { $0.name == scope && $0.grantedTo.contains("publishable") }
            #expect(try (answer(operation.name, "iris_pub_Example").status < 300) == isPublic)
        }
        #expect(try answer("getChannel", "iris_sk_scopes_1_x").status == 200)
        #expect(try answer("getChannel", "iris_sk_scopes_fe").errorCode == "insufficient_scope")
    }

    @Test("a key may stand in its own header; two that differ are nobody's")
    func carriers() throws {
        #expect(try answer("introspectKey", "iris_sk_a", in: "X-API-Key").status == 200)
        #expect(try answer("getMe", "iris_ses_a", in: "X-API-Key").status == 401)
        let contract = try OwnContracts.iris.get()
        var request = GoodRequest(try #require(contract.operation(named: "introspectKey")), contract)
        request.set("X-API-Key", header: "iris_sk_Example")
        #expect(MockAPI(contract).answer(request.request).status == 200)
        request.set("X-API-Key", header: "iris_sk_another")
        #expect(MockAPI(contract).answer(request.request).status == 401)
        request.set("Authorization", header: "Basic abc")
        #expect(MockAPI(contract).answer(request.request).status == 401)
    }

    @Test("pages on hosts that are called unlisted are refused where pages count")
    func pages() throws {
        let (listed, unlisted) = ("http://localhost:3000", "https://unlisted.example")
        #expect(try answer("getChannel", "iris_pub_a", page: listed).status == 200)
        #expect(try answer("getChannel", "iris_pub_a", page: unlisted).errorCode == "origin_not_allowed")
        #expect(try answer("getChannel", "iris_sk_a", page: unlisted).status == 200)
        #expect(try answer("openGuestSession", nil, page: listed).status == 201)
        #expect(try answer("openGuestSession", nil, page: unlisted).errorCode == "origin_not_allowed")
    }

    @Test("a token that a reply has handed out may do what the reply says of it")
    func handedOut() throws {
        let contract = try OwnContracts.iris.get()
        var roles: Set<String> = []
        for seed in UInt64(1)...40 {
            let api = MockAPI(contract, settings: MockSettings(seed: seed))
            let login = api.answer(GoodRequest(try #require(contract.operation(named: "login")), contract).request)
            let (token, role) = (login.json["data"]?["token"]?.text ?? "", login.json["data"]?["role"]?.text ?? "")
            roles.insert(role)
            #expect(try answer("inviteTeammate", token).status == (role == "admin" ? 201 : 403), "\(token)")
            #expect(try answer("getMe", token).status == 200)
        }
        #expect(roles == ["admin", "operator", "viewer"])
        for (type, asked, name, status) in [
            ("secret", ["chat:channels.read"], "getChannel", 200),
            ("secret", ["chat:channels.read"], "createChannel", 403),
            ("secret", nil, "createChannel", 201), ("publishable", nil, "createChannel", 403),
            ("publishable", nil, "getChannel", 200),
        ] as [(String, [String]?, String, Int)] {
            var request = GoodRequest(try #require(contract.operation(named: "createKey")), contract)
            request.body = [("name", .text("n")), ("key_type", .text(type))]
            if let asked { request.body?.append(("scopes", .list(asked.map { .text($0) }))) }
            let data = try #require(MockAPI(contract).answer(request.request).json["data"])
            #expect(data["key_type"] == .text(type))
            let prefix = type == "secret" ? "iris_sk_" : "iris_pub_"
            #expect(data["key_prefix"]?.text?.hasPrefix(prefix) == true)
            let secret = try #require(data["secret"]?.text)
            #expect(secret.hasPrefix(prefix))
            #expect(try answer(name, secret).status == status, "\(secret) \(name)")
        }
    }

    @Test("the caller is asked before the input is, and the path before the caller")
    func order() throws {
        let contract = try OwnContracts.iris.get()
        let api = MockAPI(contract)
        let bad = MockRequest(method: "PATCH", target: "/api/v1/admin/team/members/none", body: Array("{".utf8))
        #expect(api.answer(bad).errorCode == "unauthenticated")
        #expect(api.answer(MockRequest(method: "GET", target: "/api/v1/nothing")).errorCode == "not_found")
        let wrong = api.answer(MockRequest(method: "PUT", target: "/api/v1/admin/team/members/none"))
        #expect(wrong.errorCode == "method_not_allowed")
        #expect(wrong.header("Allow") == "PATCH, DELETE")
        #expect(api.answer(MockRequest(method: "HEAD", target: "/healthz")).status == 200)
        #expect(api.answer(MockRequest(method: "GET", target: "/%zz")).errorCode == "not_found")
    }
}
