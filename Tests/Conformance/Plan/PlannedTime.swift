import Contract

/// Roughly how long a plan takes: as long as its requests, or as the contract's own limits make it wait.
struct PlannedTime {
    /// In seconds.
    let unlimited: Int
    /// The longest wait that a limit by address brings about, in seconds, and the limit.
    let limited: (seconds: Int, limit: String)?

    /// How many seconds a request takes, eight at a time.
    private static let each = 0.02

    init(_ requests: [PlannedRequest], _ contract: Contract) {
        unlimited = max(1, Int(Double(requests.count) * Self.each / 8 * 1.5))
        var counts: [String: Int] = [:]
        for request in requests {
            for limit in contract.operation(named: request.operation)?.limits ?? [] { counts[limit, default: 0] += 1 }
        }
        let waits = contract.limits.compactMap { limit -> (seconds: Int, limit: String)? in
            guard case .address = limit.key, let count = counts[limit.name], count > limit.allowance else { return nil }
            return ((count - limit.allowance) * limit.window / max(1, limit.allowance), limit.name)
        }
        limited = waits.max { $0.seconds < $1.seconds }
    }

    var words: String {
        guard let limited, limited.seconds > unlimited else { return "\(unlimited) s" }
        return "\(unlimited) s where limits are wide, \(limited.seconds) s where "
            + "'\(limited.limit)' is what the contract says"
    }
}
