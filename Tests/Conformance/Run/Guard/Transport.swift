import Contract

/// What carries a run's requests to a deployment and opens its sockets.
protocol Transport: Sendable {
    /// The deployment's address, without a slash at its end.
    var base: String { get }

    /// Whether there is no deployment at all, and whatever is awaited comes.
    var isRehearsal: Bool { get }

    /// Sends an attempt once.
    ///
    /// - Parameter meaning: What the sender wants to come; a deployment must not know, a rehearsal must.
    /// - Throws: `Target.Unreachable` if no reply comes.
    func send(_ attempt: Attempt, meaning: Meaning) async throws -> Exchange

    /// Asks for a socket.
    ///
    /// - Throws: `SocketDialer.Unanswered` if no answer comes that is HTTP.
    func dial(_ opening: Opening, to socket: Socket, patience: Duration) async throws -> SocketDialer.Answer
}

extension Transport {
    var isRehearsal: Bool { false }
}

/// What a request is sent for.
enum Meaning: Sendable, Equatable {
    case success
    /// It must be refused: with this code, or with any that is documented.
    case refusal(code: String?)
    /// Whatever comes is looked at.
    case anything
}
