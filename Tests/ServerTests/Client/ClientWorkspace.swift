import AsyncHTTPClient
import ClientTransports
import Foundation
import IrisClient
import NIOSSL
import Testing

/// A workspace as a customer's engineer gets one, made with nothing but the client library.
struct ClientWorkspace {
    static let password = TestWorkspace.password

    let receipt: SignupReceipt
    let owner: IrisClient
    let key: IrisClient
    let user: IrisClient
    let userToken: ClientToken
    /// The user's own.
    let conversation: ChannelId

    static func make(_ name: String, by iris: IrisClient) async throws -> ClientWorkspace {
        let receipt = try await iris.signUp(
            fullName: FullName("Owner \(name)"), email: Email("owner-\(name)@example.com"),
            password: Password(password),
            companyName: CompanyName("Company \(name)"), slug: Handle("slug-\(name)"), plan: .trial)
        let session = try await iris.verifySignup(
            tenantId: receipt.tenantId, token: try #require(receipt.verificationToken))
        let owner = iris.with(ClientToken(session.token))
        let key = iris.with(ClientToken(try await owner.createKey(name: KeyName("Server"), keyType: .secret).secret))
        let grant = try await key.openChatSession(
            externalUserId: ExternalUserId("user-\(name)"), displayName: DisplayName("User \(name)"))
        let token = ClientToken(grant.token)
        return ClientWorkspace(
            receipt: receipt, owner: owner, key: key, user: iris.with(token), userToken: token,
            conversation: grant.chat.channelId)
    }
}

extension RunningServer {
    var url: URL {
        get throws { try #require(URL(string: base)) }
    }
}

extension HTTPTransport {
    /// Runs a test with a transport of its own, as the library means it to be configured.
    static func with(
        tls: TLSConfiguration? = nil, _ test: (HTTPTransport) async throws -> Void
    ) async throws {
        var configuration = HTTPTransport.configuration
        configuration.tlsConfiguration = tls
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            try await test(HTTPTransport(client: client))
        } catch {
            try await client.shutdown()
            throw error
        }
        try await client.shutdown()
    }
}
