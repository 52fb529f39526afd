/// What opens a deployment to a run. Secrets come from the environment or from files, never from the command line.
enum Admission: Sendable {
    /// An API key; a second one, of another workspace or of the same.
    case key(String, second: String?)
    /// The login of an owner or an admin; a second one, of another workspace.
    case login(Login, second: Login?)
    /// Nothing: the run signs up. By hand where somebody has to paste each link.
    case signup(isByHand: Bool)

    struct Login: Sendable, Hashable {
        let email: String
        let password: String
    }

    var rung: Rung {
        switch self {
        case .key: .key
        case .login: .login
        case .signup(let isByHand): isByHand ? .pastedLink : .mailbox
        }
    }

    /// What must not stand in any report, by what it is.
    var secrets: [(value: String, name: String)] {
        switch self {
        case .key(let key, let second): ([key] + [second].compactMap { $0 }).map { ($0, "an API key of the run's") }
        case .login(let login, let second):
            ([login] + [second].compactMap { $0 }).map { ($0.password, "a password of the run's") }
        case .signup: []
        }
    }
}
