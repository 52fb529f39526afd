/// Behind a page there is another one, and only a cursor leads there.
enum PageCursorRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for operation in contract.operations {
            let isPaged = operation.replies.contains { if case .page = $0.body { true } else { false } }
            guard isPaged, !operation.queryFields.contains(where: { $0.name == "cursor" && $0.isOptional }) else {
                continue
            }
            findings.report(
                .pageCursor, at: operation.location,
                "'\(operation.name)' answers pages and takes no cursor, so only the first can be read",
                hint: "give its query a field 'cursor?'")
        }
    }
}
