import Contract

/// One way in which a deployment could break the contract, and look as if nothing was the matter.
struct Mutant: Sendable {
    /// Stable: `access.role.createKey.viewer`.
    let id: String
    /// The kind of fault, in words.
    let kind: String
    /// The promises that it breaks; empty where it breaks what only the reference profile asks for.
    let promises: [String]
    /// The checks that concern it. They come first.
    let about: Selection
    let deed: Deed
}

/// What a mutant does to the traffic. Whatever it leaves alone passes as it is.
struct Deed: Sendable {
    /// Edits a request before it is sent on.
    var request: (@Sendable (inout PassingRequest, Passage) -> Void)?
    /// Answers a request in the deployment's place.
    var answer: (@Sendable (PassingRequest, Passage) -> PassingReply?)?
    /// Edits a reply before it is handed back.
    var reply: (@Sendable (inout PassingReply, Passage) -> Void)?
    /// Edits the wish for a socket.
    var opening: (@Sendable (inout PassingRequest, Knowledge) -> Void)?
    /// What goes on to the deployment for a frame, or comes back at once.
    var frame: (@Sendable (JSON, Scene) -> FrameFate)?
    /// What the client hears for an event.
    var event: (@Sendable (JSON, Scene) -> [JSON])?
    /// Whether every other socket hears of an event as well.
    var isOverheard: (@Sendable (JSON, Scene) -> Bool)?
    /// The close code that the client gets instead; nil for none: the socket stays open.
    var close: (@Sendable (Int) -> Int?)?
    /// What the mailbox finds for a mail's link.
    var link: (@Sendable (String, [String: String]) -> [String: String]?)?
}

/// What becomes of a frame of the client.
enum FrameFate: Sendable {
    case pass(JSON)
    /// The deployment does not see it; the client gets these.
    case answered([JSON])
}

/// One request of a run and what is known of it.
struct Passage: Sendable {
    let operation: Operation?
    let path: [String: String]
    /// As it came from the suite.
    let request: PassingRequest
    let knowledge: Knowledge

    func calls(_ name: String) -> Bool { operation?.name == name }
}

/// One socket of a run and what is known of it.
struct Scene: Sendable {
    /// The socket's number.
    let line: Int
    /// The token that it was opened with, where it is known.
    let token: String?
    let knowledge: Knowledge
}
