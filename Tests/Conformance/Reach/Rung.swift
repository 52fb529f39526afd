/// How far into a deployment a run gets: the rungs of a ladder, the lowest first.
enum Rung: Int, Sendable, CaseIterable, Comparable {
    /// The product API, as far as the key's scopes reach.
    case key
    /// A workspace that is there already, and what its admins may do.
    case login
    /// One workspace of the run's own, whose links somebody pastes.
    case pastedLink
    /// Workspaces of the run's own, as many as it needs.
    case mailbox

    static func < (one: Rung, other: Rung) -> Bool { one.rawValue < other.rawValue }

    /// What the run was given, in the words of a report.
    var words: String {
        switch self {
        case .key: "an API key only"
        case .login: "an owner's login"
        case .pastedLink: "a signup with pasted links"
        case .mailbox: "signups of its own"
        }
    }

    /// Whether the workspaces are the run's own: then it may change them as a whole.
    var isOwn: Bool { self >= .pastedLink }
}
