import Contract

/// The error codes with what brings them about, and the limits.
struct PlainErrors {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [String] {
        let limits = contract.limits.map { "\($0.name): \($0.allowance) in \($0.window) s per \(Self.words($0.key))" }
        return [
            "## Errors", "Any operation may answer those with *; the others stand in its line.",
        ] + contract.errors.map(line)
            + (limits.isEmpty ? [] : ["", "Limits; they refill evenly:"] + limits)
    }

    private func line(_ error: APIError) -> String {
        let causes = error.causes.map(\.words).joined(separator: ", ")
        guard !causes.isEmpty else { return "\(error.status) \(error.code): \(error.message)" }
        return "\(error.status) \(error.code)*: \(causes)"
    }

    private static func words(_ key: RateLimit.Key) -> String {
        switch key {
        case .address: "address"
        case .caller: "caller"
        case .field(let name): name
        }
    }
}
