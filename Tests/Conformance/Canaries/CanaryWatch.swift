import Contract
import Synchronization

/// Remembers who has written which canary, and finds it where it must not be: in an error, in a header, in a cursor, in
/// another tenant's replies and frames, in those of somebody who is not in the channel.
///
/// A class, as all checks of a run share it; the mutex guards what is remembered.
final class CanaryWatch: Sendable {
    /// Where a canary was written: in a workspace, and in a channel of it where it was a message or a channel's own.
    private struct Home: Hashable {
        let tenant: String
        let channel: String?
    }

    private struct Memory {
        var callers: Callers
        /// What was written, by the field.
        var names: [String: String] = [:]
        var homes: [String: Set<Home>] = [:]
        /// What nobody may ever see again: passwords.
        var secrets: Set<String> = []
        var sightings = Sightings()
    }

    /// What has been seen of canaries so far.
    struct Sightings: Sendable {
        /// How many were written, and how many of them came back to those who may read them.
        fileprivate(set) var written = 0
        fileprivate(set) var returned: Set<String> = []
        fileprivate(set) var replies = 0
        fileprivate(set) var frames = 0
        /// Each leak, with the request that it came to; nil for a frame.
        fileprivate(set) var leaks: [(problem: String, exchange: Exchange?)] = []
    }

    private let contract: Contract
    private let memory: Mutex<Memory>

    init(_ contract: Contract) {
        self.contract = contract
        memory = Mutex(Memory(callers: Callers(contract)))
    }

    var sightings: Sightings { memory.withLock(\.sightings) }

    // MARK: What is written

    /// Takes note of the canaries in a request, before anybody can have seen them.
    func note(_ attempt: Attempt) {
        guard let body = attempt.body, let fields = attempt.operation.bodyFields else { return }
        let texts = CanaryText.all(in: body, fields, contract)
        guard !texts.isEmpty else { return }
        memory.withLock { memory in
            let tenant = memory.callers.tenant(of: attempt)
            for text in texts {
                if memory.names.updateValue(text.field, forKey: text.canary) == nil { memory.sightings.written += 1 }
                if text.isSecret { memory.secrets.insert(text.canary) }
                // A new channel's own name is nowhere before the reply says which channel it is.
                guard let tenant, !text.isOfChannel || !attempt.path.isEmpty else { continue }
                let channel = text.isOfChannel ? attempt.path["channel_id"] : nil
                memory.homes[text.canary, default: []].insert(Home(tenant: tenant, channel: channel))
            }
        }
    }

    /// Takes note of what a success says about where its request's canaries have gone.
    private func settle(_ attempt: Attempt, _ data: JSON, _ memory: inout Memory) {
        memory.callers.learn(attempt, data)
        guard let body = attempt.body, let tenant = memory.callers.tenant(of: attempt, data) else { return }
        let channel = data["channel_id"]?.text ?? data.at(["chat", "channel_id"])?.text
        for text in CanaryText.all(in: body, attempt.operation.bodyFields ?? [], contract) {
            let home = Home(tenant: tenant, channel: text.isOfChannel ? channel : nil)
            memory.homes[text.canary, default: []].insert(home)
        }
    }

    // MARK: What is read

    /// The canaries of a reply that must not be there, in words.
    func problems(_ exchange: Exchange) -> [String] {
        let reply = exchange.reply
        let text = String(decoding: reply.body, as: UTF8.self)
        // Once, as this is done for every reply.
        let json = reply.json
        let own = exchange.attempt.body.map { Canary.all(in: $0.description) } ?? []
        return memory.withLock { memory in
            memory.sightings.replies += 1
            let isSuccess = (200..<300).contains(reply.status)
            if isSuccess, let data = json?["data"] { settle(exchange.attempt, data, &memory) }
            var problems: [String] = []
            for canary in reply.headers.values.reduce(into: Set<String>(), { $0.formUnion(Canary.hidden(in: $1)) }) {
                problems += memory.names[canary].map { ["a header carries the \($0)"] } ?? []
            }
            if let cursor = json?["next_cursor"]?.text {
                for canary in Canary.hidden(in: cursor) {
                    problems +=
                        memory.names[canary].map { ["a cursor, which stands in addresses, carries the \($0)"] } ?? []
                }
            }
            let reader = isSuccess ? Reader(exchange.attempt, json?["data"], memory.callers) : nil
            for canary in Canary.all(in: text) {
                problems +=
                    Self.problem(with: canary, for: reader, own, &memory).map { ["the reply carries \($0)"] } ?? []
            }
            memory.sightings.leaks += problems.sorted().map { ($0, exchange) }
            return problems.sorted()
        }
    }

    /// The canaries of a frame that must not be there, in words.
    func problems(inFrame text: String, to token: String?) -> [String] {
        memory.withLock { memory in
            memory.sightings.frames += 1
            let isError = (try? JSONParser.parse(Array(text.utf8)))?["type"]?.text == "error"
            let reader = isError ? nil : Reader(token, memory.callers)
            let problems = Canary.all(in: text).compactMap { canary in
                Self.problem(with: canary, for: reader, [], &memory).map { "a frame carries \($0)" }
            }.sorted()
            memory.sightings.leaks += problems.map { ($0, nil) }
            return problems
        }
    }

    private struct Reader {
        let tenant: String?
        let caller: Callers.Caller?
        /// Whether a token was presented of which nothing was heard before.
        let isUnknown: Bool

        init(_ token: String?, _ callers: Callers, tenant: String? = nil) {
            caller = callers.caller(token)
            self.tenant = caller?.tenant ?? tenant
            isUnknown = token != nil && caller == nil
        }

        init(_ attempt: Attempt, _ data: JSON?, _ callers: Callers) {
            self.init(attempt.credential?.token, callers, tenant: callers.tenant(of: attempt, data))
        }
    }

    /// - Parameters:
    ///   - reader: Whom a success or an event is for; nil for an error, which must carry none at all.
    ///   - own: What the request itself says.
    private static func problem(
        with canary: String, for reader: Reader?, _ own: Set<String>, _ memory: inout Memory
    ) -> String? {
        // Another run's, or one that was never sent: nothing is known of it.
        guard let name = memory.names[canary] else { return nil }
        guard let reader else { return "the \(name), and it is an error" }
        if memory.secrets.contains(canary) { return "the \(name)" }
        let homes = memory.homes[canary] ?? []
        let isHome = homes.contains { home in
            guard home.tenant == reader.tenant else { return false }
            guard let channel = home.channel, let caller = reader.caller else { return true }
            return memory.callers.sees(caller, channel)
        }
        if isHome {
            if !own.contains(canary) { memory.sightings.returned.insert(canary) }
            return nil
        }
        if own.contains(canary) || homes.isEmpty || reader.isUnknown { return nil }
        return homes.contains { $0.tenant == reader.tenant }
            ? "the \(name) of a channel that the caller is not in" : "the \(name) of another workspace"
    }
}
