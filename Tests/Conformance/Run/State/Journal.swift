import Contract
import Foundation
import Synchronization

/// Writes down what a run makes before it makes it, so that whatever happens, enough is known to clean up.
///
/// A class, as everything that sends shares it; the mutex guards the record that the lines add up to.
final class Journal: Sendable {
    let things: Things
    private let journal: LineFile?
    private let secrets: LineFile?
    private let state: Mutex<State>

    private struct State {
        var record: Traces
        /// The names of tokens.
        var names: [String: String] = [:]
    }

    /// - Parameter folder: Where the lines go; nil keeps the record in memory only.
    convenience init(_ contract: Contract, folder: StateFolder?, record: Traces = Traces()) throws(LineFile.Failure) {
        let journal: LineFile? = if let folder { try LineFile(folder.journal) } else { nil }
        let secrets: LineFile? = if let folder { try LineFile(folder.secrets) } else { nil }
        self.init(contract, journal: journal, secrets: secrets, record: record)
    }

    init(_ contract: Contract, journal: LineFile?, secrets: LineFile?, record: Traces = Traces()) {
        things = Things(contract: contract)
        self.journal = journal
        self.secrets = secrets
        let names = record.credentials.values.compactMap { credential in credential.token.map { ($0, credential.name) }
        }
        state = Mutex(State(record: record, names: Dictionary(names) { first, _ in first }))
    }

    var record: Traces { state.withLock { $0.record } }

    /// Notes a request that may leave something behind; nil for any other. It is on the disk when this returns.
    func begin(_ attempt: Attempt) throws -> Int? {
        guard things.makesAnything(attempt.operation) else { return nil }
        let caller = try attempt.credential.map { try name(of: $0.token, attempt) }
        return try state.withLock { state in
            let begun = JournalLine.Begun(
                number: state.record.lastNumber + 1, operation: attempt.operation.name, purpose: Purpose.current,
                path: attempt.path, caller: caller,
                workspace: things.text(Things.workspace, in: attempt)
                    ?? caller.flatMap { state.record.credentials[$0]?.workspace })
            state.record.apply(JournalLine(begun: begun))
            return begun
        }.written { try self.write(JournalLine(begun: $0)) }.number
    }

    /// Notes what came of a request: what it made, what it ended, whom it let in.
    func end(_ number: Int?, _ exchange: Exchange) throws {
        // The teardown notes by itself what is gone, once it has proved it.
        if Purpose.current != Purpose.teardown, let ended = things.ended(exchange) {
            try note(JournalLine(gone: .init(kind: ended.kind, id: ended.id)))
        }
        let caller = exchange.attempt.credential.flatMap { presented in
            state.withLock { state in state.names[presented.token].flatMap { state.record.credentials[$0]?.workspace } }
        }
        let isSuccess = (200..<300).contains(exchange.reply.status)
        let workspace =
            things.text(Things.workspace, in: exchange) ?? things.text(Things.workspace, in: exchange.attempt) ?? caller
        if isSuccess {
            for (kind, token) in things.tokens(exchange) { try learn(kind, token, workspace) }
            if let password = things.text("Password", in: exchange.attempt),
                let email = things.text("Email", in: exchange.attempt) ?? things.text("Email", in: exchange)
            {
                try note(
                    JournalLine(
                        person: .init(
                            email: email, password: password, workspace: workspace,
                            slug: things.text("Handle", in: exchange.attempt))))
            }
        }
        guard let number else { return }
        let made = Dictionary(things.made(exchange).map { ($0.kind, $0.id) }) { first, _ in first }
        try note(
            JournalLine(ended: .init(number: number, status: exchange.reply.status, made: made, workspace: workspace)))
    }

    /// Notes that something is gone.
    func noteGone(_ kind: String, _ id: String) throws { try note(JournalLine(gone: .init(kind: kind, id: id))) }

    /// A token, by the name that the journal gives it.
    func token(_ name: String) -> String? { state.withLock { $0.record.credentials[name]?.token } }

    private func learn(_ kind: String, _ token: String, _ workspace: String?) throws {
        let line: JournalLine? = state.withLock { state in
            guard state.names[token] == nil else { return nil }
            let name = "\(kind)-\(state.names.count + 1)"
            state.names[token] = name
            let line = JournalLine(credential: .init(name: name, kind: kind, token: token, workspace: workspace))
            state.record.apply(line)
            return line
        }
        if let line { try write(line) }
    }

    /// The name of a token that is presented. One that no reply has handed out was given to the run, or is none: it is
    /// known as long as the process lives, and not written down.
    private func name(of token: String, _ attempt: Attempt) throws -> String {
        if let known = state.withLock({ $0.names[token] }) { return known }
        let kind = attempt.operation.access.requirements.first?.credential ?? "unknown"
        let name = state.withLock { state in
            let name = "given-\(state.names.count + 1)"
            state.names[token] = name
            state.record.apply(
                JournalLine(credential: .init(name: name, kind: kind, token: token, workspace: nil)))
            return name
        }
        try write(JournalLine(credential: .init(name: name, kind: kind, token: nil, workspace: nil)))
        return name
    }

    private func note(_ line: JournalLine) throws {
        state.withLock { $0.record.apply(line) }
        try write(line)
    }

    /// What is needed before a request is sent goes to the disk at once. The rest follows with the next of them.
    private func write(_ line: JournalLine) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(line), as: UTF8.self)
        try (line.isSecret ? secrets : journal)?.add(text, isDurable: line.begun != nil || line.person != nil)
    }
}

extension JournalLine.Begun {
    /// Hands the line to what writes it down, outside of any lock.
    fileprivate func written(_ write: (JournalLine.Begun) throws -> Void) rethrows -> JournalLine.Begun {
        try write(self)
        return self
    }
}
