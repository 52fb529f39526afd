import Contract
import Synchronization

/// One run of the suite against one deployment.
struct Run: Sendable {
    let contract: Contract
    let target: Target
    let mailbox: (any Mailbox)?
    /// What opens the deployment to the run.
    let admission: Admission
    let profile: Profile
    /// Which of the checks are carried out.
    let tier: Tier
    /// How long something that must come on a socket may take.
    let patience: Duration
    let checker: ReplyChecker
    let secrets: SecretWatch
    let canaries: CanaryWatch
    private let maker: SharedMaker

    init(
        contract: Contract, target: Target, mailbox: (any Mailbox)?, seed: UInt64, patience: Duration = .seconds(30),
        admission: Admission = .signup(isByHand: false), profile: Profile = .reference,
        addresses: MailAddressForm = .default, tier: Tier = .standard
    ) {
        self.contract = contract
        self.target = target
        self.patience = patience
        self.admission = admission
        self.profile = profile
        self.tier = tier
        checker = ReplyChecker(contract: contract)
        let secrets = SecretWatch(contract, known: admission.secrets)
        self.secrets = secrets
        self.mailbox = mailbox.map { DiscreetMailbox(mailbox: $0, contract: contract, secrets: secrets) }
        canaries = CanaryWatch(contract)
        maker = SharedMaker(seed: seed, addresses: addresses)
    }

    /// A new value of a type.
    func fresh(_ type: TypeReference) -> JSON {
        let value = maker.value(of: type, in: contract)
        if contract.sensitivity(of: type) != nil, let text = value.text { secrets.hide(text) }
        return value
    }

    func fresh(_ name: String) -> JSON { fresh(.named(name)) }

    func freshId() -> String { maker.uuid() }

    /// Sends an attempt that must succeed, and says what is wrong with the reply.
    func succeed(_ attempt: Attempt) async throws -> (Exchange, [String]) {
        let exchange = try await send(attempt)
        return (exchange, leaks(in: exchange) + checker.successProblems(exchange))
    }

    /// Sends an attempt that must be refused: with this code, or with any that the operation may answer.
    ///
    /// - Parameter others: Codes that are as good where nothing but the contract is asked for.
    func refuse(_ attempt: Attempt, code: String?, or others: [String] = []) async throws -> (Exchange, [String]) {
        let exchange = try await send(attempt)
        let allowed = code == nil ? checker.errors(of: attempt.operation) : nil
        let isAsGood = profile == .contract && exchange.reply.code.map(others.contains) == true
        let problems = checker.refusalProblems(exchange, code: isAsGood ? exchange.reply.code : code, anyOf: allowed)
        return (exchange, leaks(in: exchange) + problems)
    }

    /// Sends an attempt and looks through the reply for what must not be in it, whatever else it is.
    func observe(_ attempt: Attempt) async throws -> (Exchange, [String]) {
        let exchange = try await send(attempt)
        return (exchange, leaks(in: exchange))
    }

    /// Sends an attempt and looks at whatever comes, a 429 too: for those who want to see one.
    func knock(_ attempt: Attempt) async throws -> (exchange: Exchange, leaks: [String]) {
        canaries.note(attempt)
        let exchange = try await target.sendOnce(attempt)
        return (exchange, leaks(in: exchange))
    }

    private func leaks(in exchange: Exchange) -> [String] {
        secrets.problems(exchange) + canaries.problems(exchange)
    }

    /// What a frame shows of the secrets shown before, and of what is not for whoever the token belongs to.
    func leaks(inFrame text: String, to token: String?) -> [String] {
        secrets.leaks(in: text).map { "a frame carries \($0)" } + canaries.problems(inFrame: text, to: token)
    }

    private func send(_ attempt: Attempt) async throws -> Exchange {
        canaries.note(attempt)
        let exchange = try await target.send(attempt)
        if exchange.reply.code == contract.error(impliedBy: .limit)?.code {
            throw Limited(operation: attempt.operation.name)
        }
        return exchange
    }

    /// A line of a report, in which no secret of this run may stand, not even one that a deployment has leaked.
    func withoutSecrets(_ line: String) -> String { secrets.hidden(in: line) }

    /// The deployment's limit kept a request from being answered: nothing was found out.
    struct Limited: Error, CustomStringConvertible {
        let operation: String

        var description: String { "the deployment's limit was used up at \(operation)" }
    }

    /// An attempt of an operation with its fields put where they belong.
    func attempt(_ operation: Operation, _ fields: [String: JSON], token: String?) -> Attempt {
        var attempt = Attempt(operation)
        attempt.credential = token.map { PresentedToken(token: $0) }
        var members: [JSON.Member] = []
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            if operation.pathFields.contains(where: { $0.name == name }) {
                attempt.path[name] = value.text ?? value.description
            } else if operation.queryFields.contains(where: { $0.name == name }) {
                attempt.query[name] = value.text ?? value.description
            } else {
                members.append(JSON.Member(key: name, value: value))
            }
        }
        if operation.bodyFields != nil { attempt.body = .object(members) }
        return attempt
    }
}

/// A maker that concurrent checks share. A class with a mutex, as every value moves the generator on.
private final class SharedMaker: Sendable {
    private let maker: Mutex<ValueMaker>

    init(seed: UInt64, addresses: MailAddressForm) {
        maker = Mutex(ValueMaker(seed: seed, addresses: addresses))
    }

    func value(of type: TypeReference, in contract: Contract) -> JSON {
        maker.withLock { $0.value(of: type, in: contract) }
    }

    func uuid() -> String { maker.withLock { $0.uuid() } }
}
