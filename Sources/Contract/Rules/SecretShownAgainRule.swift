/// A secret that is shown once is carried by what issues it and by nothing else.
enum SecretShownAgainRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        let uses = WireUses(contract: contract)
        var shownOnce: Set<String> = []
        for type in contract.types {
            guard case .record(let fields) = type.shape else { continue }
            for field in fields where field.isShownOnce {
                if let name = field.type.elementName { shownOnce.insert(name) }
            }
        }
        for operation in contract.operations {
            let carried = operation.replies.flatMap { uses.fields(below: $0.body.element) }
            checkMarks(carried, shownOnce, findings)
            // What only reads is answered as often as it is asked, so it issues nothing.
            guard operation.route.method == .get, let use = carried.first(where: \.field.isShownOnce) else { continue }
            findings.report(
                .secretShownAgain, at: operation.location,
                "'\(operation.name)' only reads, and shows '\(name(use))' again, which is shown once",
                hint: "reply with a type that leaves the field out")
        }
        for event in contract.socket?.events ?? [] {
            let carried = uses.fields(below: event.fields)
            checkMarks(carried, shownOnce, findings)
            guard let use = carried.first(where: \.field.isShownOnce) else { continue }
            findings.report(
                .secretShownAgain, at: event.location,
                "the event '\(event.name)' tells everybody on the socket '\(name(use))', which is shown once",
                hint: "give the event a type that leaves the field out")
        }
    }

    /// A type that is shown once somewhere is shown once wherever it is shown.
    private static func checkMarks(_ carried: [WireUses.Use], _ shownOnce: Set<String>, _ findings: FindingCollector) {
        for use in carried where !use.field.isShownOnce {
            guard let type = use.field.type.elementName, shownOnce.contains(type) else { continue }
            findings.report(
                .secretShownAgain, at: use.field.location,
                "the field '\(name(use))' shows \(use.field.type.notation) again, which other fields show once",
                hint: "delete it, or say 'shown: once' if a new one is issued here")
        }
    }

    private static func name(_ use: WireUses.Use) -> String {
        (use.record.map { $0 + "." } ?? "") + use.field.name
    }
}
