/// Clients read a success without looking at its status, so all of an operation's have the same body.
enum ReplyTypesRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        for operation in contract.operations {
            for other in operation.otherReplies where notation(other) != notation(operation.reply) {
                findings.report(
                    .replyTypes, at: operation.location,
                    "'\(operation.name)' answers \(operation.reply.status) with \(notation(operation.reply)) and "
                        + "\(other.status) with \(notation(other))",
                    hint: "let all replies have one type, or make two operations of it")
            }
            for reply in operation.replies where [204, 205].contains(reply.status) {
                findings.report(
                    .replyTypes, at: operation.location,
                    "'\(operation.name)' answers \(reply.status), which has no room for \(notation(reply))",
                    hint: "answer 200")
            }
        }
    }

    private static func notation(_ reply: Reply) -> String {
        switch reply.body {
        case .one(let type): type.notation
        case .list(let element): "[\(element.notation)]"
        case .page(let element): "page of \(element.notation)"
        }
    }
}
