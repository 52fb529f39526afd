import Contract
import Synchronization

/// The workspaces that a run has signed up for, so that what needs one takes one that is there.
///
/// A class, as journeys and workspaces share it; the mutex guards that no two claim the same one.
final class Signups: Sendable {
    private let things: Things
    private let state = Mutex(State())

    /// A workspace that was verified, with what its owner needs.
    struct Signup: Sendable {
        let signUp: Exchange
        let verification: Exchange
        /// The latest reply that has opened a session of the owner.
        var grant: JSON
        var password: String
        let email: String
        let slug: String
        let tenant: String
    }

    private struct State {
        var pending: [String: Exchange] = [:]
        var verified: [Signup] = []
        var claimed = 0
    }

    init(_ contract: Contract) {
        things = Things(contract: contract)
    }

    /// The first workspace, for a journey to play in; nil where there is none yet.
    func lend() -> Signup? { state.withLock { $0.verified.first } }

    /// The next workspace that nobody has claimed, to be filled; nil where there is none.
    func claim() -> Signup? {
        state.withLock { state in
            guard state.claimed < state.verified.count else { return nil }
            state.claimed += 1
            return state.verified[state.claimed - 1]
        }
    }

    /// Takes the latest workspace as claimed, by whoever has just signed up for it.
    func claimLatest() { state.withLock { $0.claimed = $0.verified.count } }

    /// Looks whether a success belongs to a signup.
    func observe(_ exchange: Exchange) {
        guard (200..<300).contains(exchange.reply.status), let data = exchange.reply.data else { return }
        let attempt = exchange.attempt
        switch attempt.operation.name {
        case "signUp":
            if let tenant = data["tenant_id"]?.text { state.withLock { $0.pending[tenant] = exchange } }
        case "verifySignup": verified(exchange, data)
        case "resetPassword":
            guard let password = attempt.body?["password"]?.text, let email = things.text("Email", in: exchange) else {
                return
            }
            state.withLock { state in
                for index in state.verified.indices where state.verified[index].email == email {
                    state.verified[index].password = password
                    state.verified[index].grant = data
                }
            }
        default: return
        }
    }

    private func verified(_ exchange: Exchange, _ grant: JSON) {
        guard let tenant = exchange.attempt.body?["tenant_id"]?.text else { return }
        state.withLock { state in
            guard let signUp = state.pending[tenant], !state.verified.contains(where: { $0.tenant == tenant }),
                let email = signUp.attempt.body?["email"]?.text, let slug = signUp.attempt.body?["slug"]?.text,
                let password = signUp.attempt.body?["password"]?.text
            else { return }
            state.verified.append(
                Signup(
                    signUp: signUp, verification: exchange, grant: grant, password: password, email: email, slug: slug,
                    tenant: tenant))
        }
    }
}
