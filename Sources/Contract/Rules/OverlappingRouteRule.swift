/// Two routes that share a path of which neither is the more specific: who answers would be a matter of order.
enum OverlappingRouteRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        let operations = contract.operations
        for (index, later) in operations.enumerated() {
            for earlier in operations[..<index] {
                guard let path = shared(earlier.route, later.route) else { continue }
                findings.report(
                    .overlappingRoute, at: later.location,
                    "'\(later.name)' and '\(earlier.name)' both answer \(later.route.method.rawValue) \(path)",
                    hint: "give one of them a literal where the other has one (the other is at \(earlier.location))")
            }
        }
    }

    /// A path that both match while each has a literal where the other has a parameter; nil if there is none.
    private static func shared(_ left: Route, _ right: Route) -> String? {
        guard left.method == right.method, left.segments.count == right.segments.count else { return nil }
        var isLeftNarrower = false
        var isRightNarrower = false
        var path = ""
        for pair in zip(left.segments, right.segments) {
            switch pair {
            case (.literal(let one), .literal(let other)):
                guard one == other else { return nil }
                path += "/\(one)"
            case (.literal(let text), .parameter):
                isLeftNarrower = true
                path += "/\(text)"
            case (.parameter, .literal(let text)):
                isRightNarrower = true
                path += "/\(text)"
            case (.parameter(let name), .parameter): path += "/{\(name)}"
            }
        }
        return isLeftNarrower && isRightNarrower ? path : nil
    }
}
