import Contract

/// A request that a run makes, before it is made.
struct PlannedRequest: Sendable, Hashable {
    /// The check, or the part of the run, that asks.
    let purpose: String
    let operation: String
    let method: String
    /// The path with its parameters in braces, or as it stands where a check asks for one that is no operation's.
    let path: String
    /// Who asks: the kind of credential, and the operation that hands it out.
    let caller: String
    let isMeantToSucceed: Bool

    /// A request as a run is about to send it.
    init(_ attempt: Attempt, purpose: String, caller: String, meaning: Meaning) {
        self.purpose = purpose
        isMeantToSucceed = meaning == .success
        operation = attempt.operation.name
        method = attempt.verb
        path = attempt.rawPath ?? attempt.operation.route.template
        self.caller = caller
    }

    /// The upgrade to a socket.
    init(_ socket: Socket, purpose: String, caller: String) {
        self.purpose = purpose
        isMeantToSucceed = true
        operation = "socket"
        method = "GET"
        path = socket.path
        self.caller = caller
    }
}
