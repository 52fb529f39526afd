/// The differences for programs.
enum JSONDiffReport {
    static func document(of verdict: DiffVerdict) -> JSONNode {
        [
            "ready": .boolean(!verdict.fails),
            "released": .boolean(verdict.isReleased),
            "version": [
                "old": .text(verdict.oldVersion), "new": .text(verdict.newVersion),
                "needed": .text(verdict.neededStep.name), "made": text(verdict.madeStep?.name),
            ],
            "objections": .texts(verdict.objections),
            "changes": .list(verdict.changes.map { change($0, verdict) }),
        ]
    }

    private static func change(_ change: SpecChange, _ verdict: DiffVerdict) -> JSONNode {
        let location = change.occurrence.location
        return [
            "rule": .text(change.rule.id),
            "subject": .text(change.subject),
            "group": .text(verdict.group(of: change).rawValue),
            "explanation": .text(change.rule.explanation),
            "old": text(change.occurrence.old),
            "new": text(change.occurrence.new),
            "file": .text(location.file),
            "line": .integer(location.line),
            "column": .integer(location.column),
            "fingerprint": .text(change.fingerprint),
            "approved": text(verdict.approval(of: change)?.reason),
            "wire": judgement(change.rule.effect.wire),
            "swift": judgement(change.rule.effect.swift),
            "flows": judgement(change.rule.effect.flows),
        ]
    }

    private static func judgement(_ judgement: Judgement) -> JSONNode {
        ["verdict": .text(judgement.verdict.rawValue), "reason": .text(judgement.reason)]
    }

    private static func text(_ text: String?) -> JSONNode { text.map { .text($0) } ?? .null }
}
