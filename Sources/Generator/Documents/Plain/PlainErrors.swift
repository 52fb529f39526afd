import Contract

/// The error codes with what they mean and when they answer by themselves, and the limits.
struct PlainErrors {
    private let contract: Contract

    init(_ contract: Contract) {
        self.contract = contract
    }

    var lines: [String] {
        let limits = contract.limits.map { limit in
            "- \(limit.name): \(limit.allowance) in \(limit.window) s. \(limit.summary)"
        }
        return ["## Errors", "In brackets: what answers so without saying it itself."] + contract.errors.map(line)
            + (limits.isEmpty ? [] : ["", "Limits; an allowance refills evenly over its time:"] + limits)
    }

    private func line(_ error: APIError) -> String {
        var causes: [String] = []
        for cause in error.causes where !causes.contains(cause.words) { causes.append(cause.words) }
        let implied = causes.isEmpty ? "" : " [\(causes.joined(separator: "; "))]"
        return "- \(error.status) \(error.code)\(implied): \(error.message)"
    }
}
