import Contract

/// A workspace that a journey plays in without having begun it: the run has one already, and makes two at most.
struct LentWorkspace: Sendable {
    let signup: Signups.Signup

    /// A value of the signup, by the name of the field that asks for it.
    func value(_ field: String) -> JSON? {
        let known = ["email": signup.email, "password": signup.password, "slug": signup.slug]
        return known[field].map { .string($0) }
    }

    /// What the signup has answered, but for its token, which is used.
    var receipt: JSON { signup.signUp.reply.data?.setting("verification_token", to: nil) ?? .null }

    /// Whether a step does nothing but begin a workspace, and shows nothing by it.
    static func stands(in place: Flow.Step, _ contract: Contract) -> Bool {
        guard place.promises.isEmpty else { return false }
        switch place.action {
        case .call(let call): return ["signUp", "verifySignup"].contains(call.operation) && call.refusal == nil
        case .mail(let name, _): return contract.operation(named: "signUp")?.mails.contains(name) == true
        case .connect, .send, .receive, .closed: return false
        }
    }
}
