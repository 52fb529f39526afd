import Contract

/// Makes what is told of a finding.
struct FailureMaker {
    let contract: Contract
    let base: String
    let secrets: SecretWatch

    func entry(_ finding: Finding) -> FailureEntry {
        var redactor = Redactor(contract, secrets)
        // The control comes first, so that what it has in common with the attempt is named after it.
        let control = finding.control.map { (exchange: $0, request: redactor.request($0.attempt)) }
        let attempt = finding.exchange.map { (exchange: $0, request: redactor.request($0.attempt)) }
        let replies = [control, attempt].map { pair in pair.map { redactor.reply($0.exchange) } }
        var edits: [String] = []
        if let control, let attempt { edits = Edits(control: control.request, attempt: attempt.request).lines }
        return FailureEntry(
            problems: finding.problems.map { secrets.hidden(in: $0) }, edits: edits,
            attempt: attempt.flatMap { entry($0.exchange, $0.request, replies[1]) },
            control: control.flatMap { entry($0.exchange, $0.request, replies[0]) },
            variables: redactor.names.variables.map {
                FailureEntry.Variable(name: $0.name, meaning: $0.meaning)
            })
    }

    private func entry(
        _ exchange: Exchange, _ request: RedactedRequest, _ reply: RedactedReply?
    ) -> ExchangeEntry? {
        guard let reply else { return nil }
        return ExchangeEntry(
            operation: exchange.attempt.operation.name, method: request.method, target: request.target.shown,
            headers: request.headers.map { ExchangeEntry.Header(name: $0.name, value: $0.value.shown) },
            body: request.readableBody?.shown,
            reply: ExchangeEntry.ReplyEntry(
                status: reply.status,
                headers: reply.headers.map { ExchangeEntry.Header(name: $0.name, value: $0.value) }, body: reply.body),
            durationMs: exchange.duration.map { Int($0 / .milliseconds(1)) }, curl: Curl(base: base).line(for: request))
    }
}
