/// A violation, told so that it is understood without the suite: what is wrong, what was asked and what came, and the
/// request that succeeded beside it.
struct FailureEntry: Encodable, Sendable {
    let problems: [String]
    /// What the attempt does otherwise than the control, in words.
    let edits: [String]
    /// Nil where no request shows it.
    let attempt: ExchangeEntry?
    /// The request that succeeded and that the attempt is an edit of.
    let control: ExchangeEntry?
    /// What the command lines' variables stand for.
    let variables: [Variable]

    struct Variable: Encodable, Sendable {
        let name: String
        let meaning: String
    }
}

/// A request, the reply to it, and a command line that repeats it; sensitive values are names.
struct ExchangeEntry: Encodable, Sendable {
    let operation: String
    let method: String
    /// The request line's target.
    let target: String
    let headers: [Header]
    let body: String?
    let reply: ReplyEntry
    let durationMs: Int?
    let curl: String

    struct Header: Encodable, Sendable {
        let name: String
        let value: String
    }

    struct ReplyEntry: Encodable, Sendable {
        let status: Int
        let headers: [Header]
        let body: String
    }
}
