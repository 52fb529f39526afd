import Contract
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A mail server of the suite's own, to which the deployment hands its mails.
final class SMTPSink: Mailbox {
    /// How many clients may be connected at once; more are told to come later.
    static let maximumConnections = 64

    let place: String
    /// The port that is listened on.
    let port: Int
    private let arrivals: MailArrivals
    private let channel: any Channel
    private let vigil: MailVigil

    private init(place: String, channel: any Channel, arrivals: MailArrivals, patience: Duration) {
        self.place = place
        port = channel.localAddress?.port ?? 0
        self.channel = channel
        self.arrivals = arrivals
        vigil = MailVigil(patience: patience, interval: .seconds(5))
    }

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - certificate: What STARTTLS is offered with; without one it is not offered.
    ///   - patience: How long a mail may take.
    /// - Throws: `MailboxUnusable` where the address cannot be listened on.
    static func listen(
        on address: SocketPlace, certificate: CertificateFiles? = nil, patience: Duration
    ) async throws -> SMTPSink {
        let place = "the mail server on \(address)"
        let arrivals = MailArrivals()
        let connections = ConnectionCount()
        do {
            let tls = try certificate.map { try $0.context() }
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let hasRoom = connections.enter()
                        if hasRoom { channel.closeFuture.whenComplete { _ in connections.leave() } }
                        try channel.pipeline.syncOperations.addHandlers(
                            IdleStateHandler(readTimeout: .seconds(60)),
                            SMTPSinkHandler(arrivals: arrivals, tls: tls, hasRoom: hasRoom))
                    }
                }
                .bind(host: address.host, port: address.port).get()
            return SMTPSink(place: place, channel: channel, arrivals: arrivals, patience: patience)
        } catch {
            throw MailboxUnusable(place, "\(error)")
        }
    }

    func link(of mail: Mail, to recipient: String, besides known: [[String: String]]) async throws -> [String: String]?
    {
        try await vigil.await(arrivals.events()) {
            for received in mails where received.isFor(recipient) {
                if let link = received.links(to: mail.page).first(where: { !known.contains($0) }) { return link }
            }
            return nil
        }
    }

    /// What has come, newest first.
    var mails: [ReceivedMail] { arrivals.newestFirst }

    func close() async { try? await channel.close() }
}

/// How many are connected. A class with an atomic: event loops count together.
private final class ConnectionCount: Sendable {
    private let count = Atomic(0)

    /// Whether there is room; then one more is there.
    func enter() -> Bool {
        if count.add(1, ordering: .relaxed).newValue <= SMTPSink.maximumConnections { return true }
        leave()
        return false
    }

    func leave() { count.subtract(1, ordering: .relaxed) }
}
