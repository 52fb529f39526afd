import Contract

/// Replays a documented journey, step by step, each with the values that earlier ones have kept.
struct FlowRunner {
    let run: Run
    let flow: Flow
    private var values: [String: JSON] = [:]
    /// Whether a step has failed. A refusal proves nothing from then on: the deployment may refuse everything.
    private var hasFailed = false
    /// The links of the mails that steps have waited for: each waits for a mail of its own.
    private var links: [[String: String]] = []
    /// The last success of each operation: what stands beside a refusal that did not come.
    private var successes: [String: Exchange] = [:]
    private let sockets: FlowSockets
    /// The workspace that the run has lent to the journey.
    private var lent: LentWorkspace?
    /// The first step that is still to be carried out.
    private var next = 0
    /// An operation that would have changed something and is beyond the profile: what follows may rest on it.
    private var leftOut: String?
    /// A link of a mail is not known. A step may do without where a reply has disclosed it, but it is the older one.
    private var isMissingMail = false

    init(run: Run, flow: Flow) {
        self.run = run
        self.flow = flow
        sockets = FlowSockets(run: run)
        for fresh in flow.fresh { values[fresh.name] = run.fresh(fresh.type) }
    }

    /// Carries out every step up to the last that is selected, and tells of each as soon as it is known; of those that
    /// only prepare for others, when they fail. A step that fails leaves those that need its values without them: they
    /// are not exercised.
    ///
    /// - Parameters:
    ///   - isPausing: Whether to stop before the step that closes the journey's workspace; the next call goes on there.
    ///   - tell: Answers whether to go on.
    mutating func replay(
        _ selection: Selection = .everything, isPausing: Bool = false, _ tell: (Outcome) -> Bool
    ) async throws {
        do {
            try await performAll(selection, isPausing, tell)
        } catch {
            await sockets.drop()
            throw error
        }
        await sockets.drop()
    }

    private mutating func performAll(
        _ selection: Selection, _ isPausing: Bool, _ tell: (Outcome) -> Bool
    ) async throws {
        guard let last = flow.steps.indices.last(where: { selection.includes(flow, step: $0) }) else { return }
        while next <= last {
            let (index, step) = (next, flow.steps[next])
            if isPausing, closes(step) { return }
            next += 1
            let started = ContinuousClock().now
            var verdict: Verdict
            do {
                verdict = try await Purpose.$current.withValue(flow.id(ofStep: index)) { try await perform(step) }
            } catch let stopped as Stopped {
                verdict = .notExercised(stopped.description)
            } catch let unreachable as Target.Unreachable {
                verdict = Verdict([unreachable.description])
            } catch let limited as Run.Limited {
                verdict = .notTestable(limited.description)
            } catch let fault as SocketFault {
                verdict = Verdict(fault.problems)
            } catch let unanswered as SocketDialer.Unanswered {
                verdict = Verdict([unanswered.description])
            }
            verdict = run.trusted(verdict)
            let isViolated = if case .violated = verdict { true } else { false }
            if isViolated, !run.guard.isRehearsal { hasFailed = true }
            let isLent = lent != nil && LentWorkspace.stands(in: step, run.contract)
            guard isViolated || (selection.includes(flow, step: index) && !isLent) else { continue }
            let outcome = Outcome(
                id: flow.id(ofStep: index), title: step.title, promises: step.promises, verdict: verdict,
                duration: ContinuousClock().now - started, group: flow.title)
            if !tell(outcome) { return }
        }
    }

    private mutating func perform(_ step: Flow.Step) async throws -> Verdict {
        let rung = run.admission.rung
        guard rung == .mailbox else { return .notExercised("journeys sign up, and the run was given \(rung.words)") }
        if let leftOut { return .notExercised("\(leftOut), an earlier step, was left out") }
        return switch step.action {
        case .call(let call): try await perform(call, step)
        case .mail(let name, let recipient): try await awaitMail(name, recipient, step)
        case .connect(let socket, let credential): try await connect(socket, credential, step)
        case .send(let send): try await perform(send)
        case .receive(let event, let socket): try await receive(event, socket, step)
        case .closed(let close, let socket): try await awaitClose(close, socket)
        }
    }

    /// Whether the journey has still to close its workspace.
    var isPaused: Bool { next < flow.steps.count && closes(flow.steps[next]) }

    private func closes(_ step: Flow.Step) -> Bool {
        guard case .call(let call) = step.action else { return false }
        return call.operation == Closing.operation
    }

    /// Lets a step that only begins a workspace have one that is there; nil where it has to begin one itself.
    private mutating func lend(_ call: Flow.Call, _ step: Flow.Step) -> Verdict? {
        guard run.tier < .full, LentWorkspace.stands(in: step, run.contract) else { return nil }
        if call.operation == "signUp" {
            guard let signup = run.signups.lend() else { return nil }
            let workspace = LentWorkspace(signup: signup)
            lent = workspace
            for input in call.inputs {
                if case .reference(let name) = input.value, let value = workspace.value(input.field) {
                    values[name] = value
                }
            }
            return Verdict(keep(workspace.receipt, step))
        }
        guard let grant = lent?.signup.grant else { return nil }
        return Verdict(compare(grant, step) + keep(grant, step))
    }

    private mutating func perform(_ call: Flow.Call, _ step: Flow.Step) async throws -> Verdict {
        guard let operation = run.contract.operation(named: call.operation) else {
            return .notExercised("the contract has no operation \(call.operation)")
        }
        guard run.profile.includes(operation) else {
            if operation.route.method != .get { leftOut = operation.name }
            return .notExercised("\(operation.name) is not promised: only --profile reference calls it")
        }
        if let verdict = lend(call, step) { return verdict }
        var fields: [String: JSON] = [:]
        for input in call.inputs {
            guard let value = resolve(input.value) else { return missing(input.value) }
            fields[input.field] = value
        }
        var token: String?
        if let credential = call.credential {
            guard let value = resolve(credential)?.text else { return missing(credential) }
            token = value
        }
        let attempt = run.attempt(operation, fields, token: token)
        if let refusal = call.refusal {
            if hasFailed { return .notTestable("an earlier step has failed, so a refusal proves nothing") }
            if isMissingMail, !run.guard.isRehearsal {
                return .notTestable("a mail was not looked for, so a refusal proves nothing")
            }
            let (exchange, problems) = try await run.refuse(attempt, code: refusal)
            return Verdict(problems, exchange, control: successes[operation.name])
        }
        let (exchange, problems) = try await run.succeed(attempt)
        if problems.isEmpty { successes[operation.name] = exchange }
        guard let data = exchange.reply.data else { return .violated(Finding(problems, exchange)) }
        let isSilent = step.expectations.isEmpty && step.count == nil && !step.promises.isEmpty
        if problems.isEmpty, isSilent, data.elements?.isEmpty == true {
            return .notExercised("the list is empty, which shows nothing")
        }
        return Verdict(problems + compare(data, step) + keep(data, step), exchange)
    }

    private mutating func awaitMail(_ name: String, _ recipient: Flow.Value, _ step: Flow.Step) async throws -> Verdict
    {
        if lent != nil, LentWorkspace.stands(in: step, run.contract) { return .verified }
        guard let mail = run.contract.mail(named: name), let address = resolve(recipient)?.text else {
            return missing(recipient)
        }
        if let stop = run.guard.stop { return .notExercised(stop.reason) }
        guard let mailbox = run.mailbox else {
            isMissingMail = true
            return .notExercised("there is no mailbox to look into")
        }
        guard let link = try await mailbox.link(of: mail, to: address, besides: links) else {
            return Verdict(["no mail with a link to \(mail.page) came to the recipient"])
        }
        links.append(link)
        let data = JSON.object(link.sorted { $0.key < $1.key }.map { JSON.Member(key: $0, value: .string($1)) })
        let schema = SchemaChecker(contract: run.contract).problems(data, mail.parameters, at: "link")
        let problems = schema + compare(data, step) + keep(data, step)
        return Verdict(problems)
    }

    private mutating func connect(
        _ name: String, _ credential: Flow.Value, _ step: Flow.Step
    ) async throws -> Verdict {
        guard let socket = run.contract.socket else { return .notExercised("the contract has no socket") }
        guard let token = resolve(credential)?.text else { return missing(credential) }
        let greeting = try await sockets.connect(name, token: token, to: socket)
        return judge(greeting, step)
    }

    private func perform(_ send: Flow.Send) async throws -> Verdict {
        guard let line = sockets.line(send.socket) else { return unopened(send.socket) }
        var fields: [String: JSON] = [:]
        for input in send.inputs {
            guard let value = resolve(input.value) else { return missing(input.value) }
            fields[input.field] = value
        }
        try await line.send(send.frame, fields)
        return .verified
    }

    /// Other events may come in between.
    private mutating func receive(_ event: String, _ socket: String, _ step: Flow.Step) async throws -> Verdict {
        guard let line = sockets.line(socket) else { return unopened(socket) }
        return judge(try await line.next(event), step)
    }

    private func awaitClose(_ name: String, _ socket: String) async throws -> Verdict {
        guard let line = sockets.line(socket), let close = run.contract.socket?.close(named: name) else {
            return unopened(socket)
        }
        let code = try await line.end()
        if code == close.code { return .verified }
        return Verdict(
            ["the close \(close.code) \(name) was expected and \(code.map(String.init) ?? "none") came"])
    }

    private mutating func judge(_ event: JSON, _ step: Flow.Step) -> Verdict {
        let problems = compare(event, step) + keep(event, step)
        return Verdict(problems)
    }

    private func unopened(_ socket: String) -> Verdict { .notExercised("the socket '\(socket)' is not open") }

    private func compare(_ data: JSON, _ step: Flow.Step) -> [String] {
        let length = data.elements?.count ?? 0
        let counted = step.count.map { $0 == length ? [] : ["the list has \(length) elements instead of \($0)"] }
        return (counted ?? [])
            + step.expectations.compactMap { expectation in
                let place = expectation.path.joined(separator: ".")
                guard let wanted = resolve(expectation.value) else { return "the value for \(place) is not known" }
                guard let actual = data.at(expectation.path) else { return "\(place) is missing" }
                return actual == wanted ? nil : "\(place) is not what the journey expects"
            }
    }

    private mutating func keep(_ data: JSON, _ step: Flow.Step) -> [String] {
        var problems: [String] = []
        for kept in step.kept {
            if let value = data.at(kept.path), value != .null {
                values[kept.name] = value
            } else if !kept.isOptional {
                problems.append("\(kept.path.joined(separator: ".")) is missing, and later steps need it")
            }
        }
        return problems
    }

    private func resolve(_ value: Flow.Value) -> JSON? {
        switch value {
        case .reference(let name): values[name]
        case .text(let text): .string(text)
        case .integer(let number): .number(String(number))
        case .boolean(let flag): .boolean(flag)
        case .record(let fields):
            .object(
                fields.compactMap { field in resolve(field.value).map { JSON.Member(key: field.field, value: $0) } })
        case .null: .null
        case .list(let elements): .array(elements.compactMap { resolve($0) })
        }
    }

    private func missing(_ value: Flow.Value) -> Verdict {
        if case .reference(let name) = value { return .notExercised("no earlier step has yielded '\(name)'") }
        return .notExercised("a value is missing")
    }
}
