/// Why a run ends before its last check.
enum Stop: Sendable, Equatable {
    case spent(Resource)
    /// The deployment is down; what was seen of it.
    case down(String)
    case interrupted
    /// The journal could not be written; why.
    case unrecorded(String)

    /// The words that stand behind every check which was not exercised for this reason.
    var reason: String {
        switch self {
        case .spent(let resource): "the budget was spent: no more \(resource.rawValue)"
        case .down(let what): "the deployment was down: \(what)"
        case .unrecorded(let why): "what the run does could not be written down: \(why)"
        case .interrupted: "the run was interrupted"
        }
    }
}

/// Thrown in place of every request once a run has ended.
struct Stopped: Error, CustomStringConvertible {
    let stop: Stop

    var description: String { stop.reason }
}
