/// Hands mails to one server, each over a connection of its own, a few at a time, on threads of its own.
public struct SMTPClient: Sendable {
    /// How long and how wide.
    public struct Limits: Sendable {
        /// For resolving the host's name and connecting, TLS included.
        public var connect: Duration
        /// For all of a conversation; the wait for a free connection is not in it.
        public var total: Duration
        /// How many conversations there are at once, at least 1. Who comes later waits.
        public var connections: Int

        public init(connect: Duration = .seconds(10), total: Duration = .seconds(60), connections: Int = 4) {
            self.connect = connect
            self.total = total
            self.connections = connections
        }
    }

    public let server: SMTPServer
    private let setup: TransferSetup
    let threads: BoundedThreads

    /// - Parameter clientName: What we greet the server with (EHLO); without one, the name of this machine.
    public init(server: SMTPServer, clientName: String? = nil, limits: Limits = Limits()) {
        self.server = server
        setup = TransferSetup(server: server, clientName: clientName, limits: limits)
        threads = BoundedThreads(width: max(1, limits.connections))
    }

    /// Hands the mail over. When this returns, the server has said that the mail is its own.
    ///
    /// A failure while the last reply is awaited leaves open whether the server has the mail: the next attempt must have
    /// the same message id. Cancelling the task ends the conversation within about two seconds.
    public func send(_ message: MailMessage) async throws(SMTPFailure) {
        try await converse(.send(message))
    }

    /// Connects, with TLS and authentication as for a mail, and leaves again without one.
    public func probe() async throws(SMTPFailure) {
        try await converse(.probe)
    }

    private func converse(_ errand: Errand) async throws(SMTPFailure) {
        let cancellation = Cancellation()
        let setup = setup
        let outcome = await withTaskCancellationHandler {
            await threads.run { () -> Result<Void, SMTPFailure> in
                Result { () throws(SMTPFailure) in try Transfer(errand, setup, cancellation).perform() }
            }
        } onCancel: {
            cancellation.cancel()
        }
        guard let outcome else {
            throw SMTPFailure(.cancelled, "the conversation with \(server) was cancelled before its turn")
        }
        try outcome.get()
    }
}
