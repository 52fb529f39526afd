import Contract

/// Compares a whole reply with what the contract says an operation may answer.
struct ReplyChecker {
    let contract: Contract

    /// What is wrong with a reply that must be a success.
    func successProblems(_ exchange: Exchange) -> [String] {
        let (operation, reply) = (exchange.attempt.operation, exchange.reply)
        guard let success = operation.replies.first(where: { $0.status == reply.status }) else {
            return ["status \(operation.reply.status) was expected and \(described(reply)) came"]
        }
        let json: JSON
        switch parse(reply) {
        case .success(let parsed): json = parsed
        case .failure(let failure): return failure.problems
        }
        guard let data = json["data"] else { return ["the envelope has no data"] }
        var problems = json["error"] == nil ? [] : ["the envelope has data and error"]
        let checker = SchemaChecker(contract: contract)
        switch success.body {
        case .one(let type): problems += checker.problems(data, type, at: "/data")
        case .list(let element): problems += checker.problems(data, .list(of: element), at: "/data")
        case .page(let element):
            problems += checker.problems(data, .list(of: element), at: "/data") + pageProblems(json)
        }
        return problems
    }

    /// What is wrong with a reply that must be an error, with one code or, without one, with any that may be.
    func refusalProblems(_ exchange: Exchange, code expected: String?, anyOf allowed: [String]? = nil) -> [String] {
        let reply = exchange.reply
        let json: JSON
        switch parse(reply) {
        case .success(let parsed): json = parsed
        case .failure(let failure):
            return ["the error \(expected ?? "of the contract") was expected and \(described(reply)) came"]
                + failure.problems
        }
        guard let code = json["error"]?["code"]?.text, let error = contract.error(coded: code) else {
            return ["the error \(expected ?? "of the contract") was expected and \(described(reply)) came"]
        }
        var problems: [String] = []
        if let expected, code != expected { problems.append("the error \(expected) was expected and \(code) came") }
        if let allowed, !allowed.contains(code) { problems.append("the error \(code) is none of this operation's") }
        if reply.status != error.status {
            problems.append("the error \(code) goes with status \(error.status) and \(reply.status) came")
        }
        if json["error"]?["message"]?.text?.isEmpty != false { problems.append("the error has no message") }
        if json["data"] != nil { problems.append("the envelope has data and error") }
        if error.causes.contains(.limit), reply.headers["retry-after"].flatMap({ Int($0) }) == nil {
            problems.append("the reply has no Retry-After in seconds")
        }
        return problems + echoProblems(exchange)
    }

    /// The errors that an operation may answer.
    func errors(of operation: Operation) -> [String] {
        operation.ownErrors + operation.refusedFields.map(\.error)
            + operation.impliedCauses.compactMap { contract.error(impliedBy: $0)?.code }
    }

    private struct Broken: Error {
        let problems: [String]
    }

    private func parse(_ reply: Reply) -> Result<JSON, Broken> {
        var problems: [String] = []
        let type = reply.headers["content-type"]?.prefix { $0 != ";" }
        if type != "application/json" { problems.append("the content type is \(type ?? "missing")") }
        do {
            let json = try JSONParser.parse(reply.body)
            return problems.isEmpty ? .success(json) : .failure(Broken(problems: problems))
        } catch {
            return .failure(Broken(problems: problems + [error.description]))
        }
    }

    private func pageProblems(_ json: JSON) -> [String] {
        guard case .boolean(let hasMore)? = json["has_more"] else { return ["has_more is not a boolean"] }
        switch json["next_cursor"] {
        case .string?: return hasMore ? [] : ["next_cursor is given though has_more is false"]
        case .null?: return hasMore ? ["next_cursor is null though has_more is true"] : []
        default: return ["next_cursor is neither a string nor null"]
        }
    }

    /// An error must not repeat what was secret, personal or somebody's message.
    private func echoProblems(_ exchange: Exchange) -> [String] {
        guard case .object(let members)? = exchange.attempt.body else { return [] }
        let text = String(decoding: exchange.reply.body, as: UTF8.self)
        return (exchange.attempt.operation.bodyFields ?? []).compactMap { field in
            guard case .named(let name) = field.type, contract.type(named: name)?.sensitivity != nil,
                let value = members.first(where: { $0.key == field.name })?.value.text, value.count >= 6,
                text.contains(value)
            else { return nil }
            return "the error repeats the value of '\(field.name)'"
        }
    }

    private func described(_ reply: Reply) -> String {
        reply.code.map { "status \(reply.status) with \($0)" } ?? "status \(reply.status)"
    }
}
