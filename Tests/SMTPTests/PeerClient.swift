import SMTPPeer

@testable import SMTP

extension SMTPPeer {
    /// A client for this peer.
    func client(
        _ scheme: String = "smtp", user: String = "", query: String = "", host: String = "127.0.0.1",
        limits: SMTPClient.Limits = .patient
    ) throws -> SMTPClient {
        let server = try SMTPServer(url: "\(scheme)://\(user)\(host):\(port)\(query)")
        return SMTPClient(server: server, clientName: "client.test", limits: limits)
    }
}

extension SMTPClient.Limits {
    /// So long that only what a test is about can end a conversation.
    static let patient = SMTPClient.Limits(connect: .seconds(300), total: .seconds(600))
}
