import Contract
import Synchronization

/// Remembers every value that is shown once, and finds it where it must not be: in any other reply.
///
/// A class, as all checks of a run share it; the mutex guards what is remembered.
final class SecretWatch: Sendable {
    private let contract: Contract
    private let seen: Mutex<[String: String]>

    /// - Parameter known: What must not be shown even once: what the run was given.
    init(_ contract: Contract, known: [(value: String, name: String)] = []) {
        self.contract = contract
        seen = Mutex(Dictionary(known.map { ($0.value, $0.name) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Looks through a reply for secrets shown before, then remembers those that it shows.
    func problems(_ exchange: Exchange) -> [String] {
        let text = String(decoding: exchange.reply.body, as: UTF8.self) + exchange.reply.headers.values.joined()
        // The same answer to a retry with the same Idempotency-Key is the same showing.
        let isRetry = exchange.reply.headers["idempotency-replayed"] != nil
        let leaks = isRetry ? [] : self.leaks(in: text)
        if let data = exchange.reply.data {
            let shown = secrets(in: data, exchange.attempt.operation.reply.body.element)
            seen.withLock { seen in
                for (value, place) in shown {
                    seen[value] = "\(exchange.attempt.operation.name)'s \(place), which is shown exactly once"
                }
            }
        }
        return leaks.map { "the reply carries \($0)" }
    }

    /// The secrets shown before that a text carries, in words.
    func leaks(in text: String) -> [String] {
        seen.withLock { $0.filter { text.contains($0.key) }.map(\.value) }.sorted()
    }

    /// A text with every secret that was shown in this run hidden, wherever it stands. What is too short to be a secret
    /// is left, as a deployment may show anything as one.
    func hidden(in text: String) -> String {
        seen.withLock { seen in
            seen.keys.filter { $0.count >= 8 }.reduce(text) { text, secret in
                text.contains(secret) ? text.replacing(secret, with: "‹secret›") : text
            }
        }
    }

    private func secrets(in json: JSON, _ type: TypeReference) -> [(String, String)] {
        switch type {
        case .boolean, .timestamp: return []
        case .list(let element): return (json.elements ?? []).flatMap { secrets(in: $0, element) }
        case .named(let name):
            guard case .record(let fields)? = contract.type(named: name)?.shape else { return [] }
            return fields.flatMap { field -> [(String, String)] in
                guard let value = json[field.name] else { return [] }
                if field.isShownOnce, let text = value.text { return [(text, field.name)] }
                return secrets(in: value, field.type)
            }
        }
    }
}
