/// What a teardown has to say for itself.
struct TeardownReport {
    private let account: Teardown.Account

    init(_ account: Teardown.Account) {
        self.account = account
    }

    var lines: [String] {
        let gone = account.gone.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        var lines = ["Ended: " + (gone.isEmpty ? "nothing" : gone.joined(separator: ", "))]
        if !account.leftovers.isEmpty { lines.append("Left behind:") }
        lines += account.leftovers.map { "  \($0.kind) \($0.id): \($0.reason)" }
        return lines
    }
}
