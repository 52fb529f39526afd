import Contract

/// The error codes with what brings them about, and the limits.
struct PlainErrors {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [PlainLine] {
        let limits: [PlainLine] = contract.limits.map { limit in
            let text = "\(limit.name): \(limit.allowance) in \(limit.window) s\(Self.words(limit.key))"
            return PlainLine(text, from: limit.location)
        }
        return [
            "## Errors", "Any operation may answer those with *; the others stand in its line.",
        ] + contract.errors.map { PlainLine(text($0), from: $0.location) }
            + (limits.isEmpty
                ? [] : ["", "Limits, each for an address where nothing else is said; they refill evenly:"] + limits)
    }

    private func text(_ error: APIError) -> String {
        let causes = error.causes.map(\.words).joined(separator: ", ")
        guard !causes.isEmpty else { return "\(error.status) \(error.code): \(error.message.withoutStop)" }
        return "\(error.status) \(error.code)*: \(causes)"
    }

    private static func words(_ key: RateLimit.Key) -> String {
        switch key {
        case .address: ""
        case .caller: " for a caller"
        case .field(let name): " for one `\(name)`"
        }
    }
}

extension String {
    /// Without the full stop at the end, which a line of a table needs as little as a cell.
    var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
