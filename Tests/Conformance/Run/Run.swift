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
    /// How long something that must come on a socket may take.
    let patience: Duration
    let checker: ReplyChecker
    let tier: Tier
    /// The workspaces that this run has signed up for.
    let signups: Signups
    /// Through which everything goes that this run does to the deployment.
    let `guard`: Guard
    let secrets: SecretWatch
    let canaries: CanaryWatch
    private let maker: SharedMaker
    /// For passwords: whoever knows a report's seed must not know them.
    private let secretMaker = SharedMaker(seed: .random(in: .min ... .max), addresses: .default)

    init(
        contract: Contract, target: Target, mailbox: (any Mailbox)?, seed: UInt64, patience: Duration = .seconds(30),
        admission: Admission = .signup(isByHand: false), profile: Profile = .reference,
        addresses: MailAddressForm = .default, guard: Guard? = nil, tier: Tier = .safe
    ) {
        self.contract = contract
        self.target = target
        self.patience = patience
        self.admission = admission
        self.profile = profile
        checker = ReplyChecker(contract: contract)
        self.tier = tier
        signups = Signups(contract)
        let secrets = SecretWatch(contract, known: admission.secrets)
        self.secrets = secrets
        self.mailbox = mailbox.map { DiscreetMailbox(mailbox: $0, contract: contract, secrets: secrets) }
        canaries = CanaryWatch(contract)
        self.guard = `guard` ?? Guard(target, contract: contract, patience: target.patience)
        maker = SharedMaker(seed: seed, addresses: addresses)
    }

    /// A new value of a type.
    func fresh(_ type: TypeReference) -> JSON {
        let isSecret = contract.sensitivity(of: type) == .secret
        let value = (isSecret ? secretMaker : maker).value(of: type, in: contract)
        if contract.sensitivity(of: type) != nil, let text = value.text { secrets.hide(text) }
        return value
    }

    func fresh(_ name: String) -> JSON { fresh(.named(name)) }

    func freshId() -> String { maker.uuid() }

    /// Sends an attempt that must succeed, and says what is wrong with the reply.
    func succeed(_ attempt: Attempt) async throws -> (Exchange, [String]) {
        let exchange = try await send(attempt, .success)
        signups.observe(exchange)
        return (exchange, leaks(in: exchange) + judged { checker.successProblems(exchange) })
    }

    /// Sends an attempt that must be refused: with this code, or with any that the operation may answer.
    ///
    /// - Parameter others: Codes that are as good where nothing but the contract is asked for.
    func refuse(_ attempt: Attempt, code: String?, or others: [String] = []) async throws -> (Exchange, [String]) {
        let exchange = try await send(attempt, .refusal(code: code))
        let allowed = code == nil ? checker.errors(of: attempt.operation) : nil
        let isAsGood = profile == .contract && exchange.reply.code.map(others.contains) == true
        let problems = judged {
            checker.refusalProblems(exchange, code: isAsGood ? exchange.reply.code : code, anyOf: allowed)
        }
        return (exchange, leaks(in: exchange) + problems)
    }

    /// Sends an attempt and looks through the reply for what must not be in it, whatever else it is.
    func observe(_ attempt: Attempt) async throws -> (Exchange, [String]) {
        let exchange = try await send(attempt, .anything)
        return (exchange, leaks(in: exchange))
    }

    /// Sends an attempt and looks at whatever comes, a 429 too: for those who want to see one.
    func knock(_ attempt: Attempt) async throws -> (exchange: Exchange, leaks: [String]) {
        canaries.note(attempt)
        let exchange = try await `guard`.sendOnce(attempt, meaning: .anything)
        return (exchange, leaks(in: exchange))
    }

    /// In a rehearsal there is nothing to judge.
    private func judged(_ problems: () -> [String]) -> [String] { `guard`.isRehearsal ? [] : problems() }

    private func leaks(in exchange: Exchange) -> [String] {
        judged { secrets.problems(exchange) + canaries.problems(exchange) }
    }

    /// What a frame shows of the secrets shown before, and of what is not for whoever the token belongs to.
    func leaks(inFrame text: String, to token: String?) -> [String] {
        judged {
            secrets.leaks(in: text).map { "a frame carries \($0)" } + canaries.problems(inFrame: text, to: token)
        }
    }

    private func send(_ attempt: Attempt, _ meaning: Meaning) async throws -> Exchange {
        canaries.note(attempt)
        let exchange = try await `guard`.send(attempt, meaning: meaning)
        if exchange.reply.code == contract.error(impliedBy: .limit)?.code {
            throw Limited(operation: attempt.operation.name)
        }
        return exchange
    }

    /// Asks for the contract's socket.
    func dial(_ opening: Opening, to socket: Socket) async throws -> SocketDialer.Answer {
        try await `guard`.dial(opening, to: socket, patience: patience)
    }

    /// A verdict that an interruption has not made: what was under way then may look like anything.
    func trusted(_ verdict: Verdict) -> Verdict {
        guard let stop = `guard`.stop, stop == .interrupted, case .violated = verdict else { return verdict }
        return .notExercised(stop.reason)
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
