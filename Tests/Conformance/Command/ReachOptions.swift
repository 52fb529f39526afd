import ArgumentParser
import Foundation

/// What opens the deployment to the run. No secret is ever a value on the command line, where every process sees it.
struct ReachOptions: ParsableArguments {
    @Option(
        help: """
            A file with an API key, instead of \(Self.key) in the environment. With nothing else, the run sees the \
            product API only.
            """)
    var apiKeyFile: String?

    @Option(help: "A file with a key of another workspace, or of the same; or \(Self.secondKey).")
    var secondApiKeyFile: String?

    @Option(help: "The address that an owner or admin signs in with; the password is in \(Self.password).")
    var email: String?

    @Option(help: "A file with the password, instead of \(Self.password) in the environment.")
    var passwordFile: String?

    @Option(help: "The address of an owner of another workspace; the password is in \(Self.secondPassword).")
    var secondEmail: String?

    @Option(help: "A file with that password, instead of \(Self.secondPassword) in the environment.")
    var secondPasswordFile: String?

    @Option(
        help: "Which way in: key, login or signup. Without it, signup with a mailbox, else the login, else the key.")
    var reach: Way?

    @Option(help: "contract: only what is promised. reference: also what our own server does besides.")
    var profile = Profile.contract

    enum Way: String, ExpressibleByArgument, CaseIterable {
        case key, login, signup
    }

    static let key = "IRIS_CONFORMANCE_API_KEY"
    static let secondKey = "IRIS_CONFORMANCE_SECOND_API_KEY"
    static let password = "IRIS_CONFORMANCE_PASSWORD"
    static let secondPassword = "IRIS_CONFORMANCE_SECOND_PASSWORD"

    /// - Parameters:
    ///   - hasMailbox: Whether there is a mailbox to look into, so that the run can sign up.
    ///   - isByHand: Whether somebody has to paste each link.
    /// - Throws: `ValidationError` where what was asked for is not given.
    func admission(
        hasMailbox: Bool, isByHand: Bool = false,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Admission {
        let key = try Secret.read(file: apiKeyFile, variable: Self.key, environment)
        let signup = Admission.signup(isByHand: isByHand)
        switch reach ?? (hasMailbox ? .signup : email != nil ? .login : key != nil ? .key : .signup) {
        case .signup: return signup
        case .login:
            guard let email else { throw ValidationError("--reach login needs --email") }
            let login = try login(email, passwordFile, environment, Self.password, "--password-file")
            let second = try secondEmail.map {
                try self.login($0, secondPasswordFile, environment, Self.secondPassword, "--second-password-file")
            }
            return .login(login, second: second)
        case .key:
            guard let key else { throw ValidationError("--reach key needs \(Self.key) or --api-key-file") }
            return .key(key, second: try Secret.read(file: secondApiKeyFile, variable: Self.secondKey, environment))
        }
    }

    private func login(
        _ email: String, _ file: String?, _ environment: [String: String], _ variable: String, _ flag: String
    ) throws -> Admission.Login {
        guard let password = try Secret.read(file: file, variable: variable, environment) else {
            throw ValidationError("the password of \(email) is missing: set \(variable), or \(flag)")
        }
        return Admission.Login(email: email, password: password)
    }
}
