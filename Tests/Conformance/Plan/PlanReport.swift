import Contract

/// A plan in words.
struct PlanReport {
    let plan: Plan

    /// Check by check, each with the requests that it makes.
    var checks: [String] {
        var order: [String] = []
        var requests: [String: [PlannedRequest]] = [:]
        for request in plan.requests {
            if requests[request.purpose] == nil { order.append(request.purpose) }
            requests[request.purpose, default: []].append(request)
        }
        return order.flatMap { purpose in
            ["\(purpose)\(plan.titles[purpose].map { "  \($0)" } ?? "")"]
                + lines(requests[purpose] ?? []).map { "    \($0)" }
        }
    }

    /// Operation by operation, with how often each kind of caller asks.
    var operations: [String] { lines(plan.requests) }

    private func lines(_ requests: [PlannedRequest]) -> [String] {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for request in requests {
            let line = "\(request.method) \(request.path)  \(request.operation), by \(request.caller)"
            if counts[line] == nil { order.append(line) }
            counts[line, default: 0] += 1
        }
        return order.map { line in
            let count = counts[line] ?? 0
            return count == 1 ? line : "\(count) × \(line)"
        }
    }

    /// The upper bounds, and how long it takes.
    var bounds: [String] {
        [
            "At most: \(plan.bounds.words)",
            "Then up to \(plan.teardown) requests that end what was made",
            "\(plan.pending) of the signups are never verified; they end by themselves",
            "Takes some \(PlannedTime(plan.requests, plan.contract).words)",
        ]
    }
}
