/// Something that a run uses up of a deployment.
enum Resource: String, Sendable, CaseIterable {
    case requests
    case sockets
    /// Verified ones; a signup that nobody verifies ends by itself.
    case workspaces
    /// People who can sign in: owners and those who accepted an invitation.
    case accounts
    case mails
    case messages
}

/// How much of each resource.
struct Amounts: Sendable, Equatable {
    private var counts: [Resource: Int]

    init(_ counts: [Resource: Int] = [:]) {
        self.counts = counts.filter { $0.value != 0 }
    }

    subscript(_ resource: Resource) -> Int {
        get { counts[resource] ?? 0 }
        set { counts[resource] = newValue == 0 ? nil : newValue }
    }

    static func + (one: Amounts, other: Amounts) -> Amounts {
        Amounts(one.counts.merging(other.counts, uniquingKeysWith: +))
    }

    static func - (one: Amounts, other: Amounts) -> Amounts {
        one + Amounts(other.counts.mapValues { -$0 })
    }

    /// In the words of a report: `12 requests, 1 mail`.
    var words: String {
        let words = Resource.allCases.filter { self[$0] != 0 }.map { resource in
            self[resource] == 1 ? "1 \(resource.rawValue.dropLast())" : "\(self[resource]) \(resource.rawValue)"
        }
        return words.isEmpty ? "nothing" : words.joined(separator: ", ")
    }
}
