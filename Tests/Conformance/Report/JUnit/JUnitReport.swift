/// The report that build servers read, in the form that Jenkins checks: a suite for each group of checks. Promises stand
/// in the names of the checks and as properties of the suite, as that form has no properties of a single check.
enum JUnitReport {
    static func text(of document: ReportDocument) -> String {
        let groups = document.checks.reduce(into: [String]()) { groups, check in
            if !groups.contains(check.group) { groups.append(check.group) }
        }
        let byGroup = Dictionary(grouping: document.checks, by: \.group)
        let run = document.run
        return XMLElement(
            name: "testsuites",
            attributes: [
                ("name", "\(run.contract.name) \(run.contract.version) against \(run.target)"),
                ("time", seconds(run.durationMs ?? 0)), ("tests", "\(document.checks.count)"),
                ("failures", "\(document.summary.checks[.violated] ?? 0)"), ("errors", "0"),
            ], children: groups.map { suite($0, byGroup[$0] ?? [], document) }
        ).document
    }

    private static func suite(_ name: String, _ checks: [CheckEntry], _ document: ReportDocument) -> XMLElement {
        func count(_ verdicts: CheckEntry.Verdict...) -> String {
            "\(checks.filter { verdicts.contains($0.verdict) }.count)"
        }
        return XMLElement(
            name: "testsuite",
            attributes: [
                ("name", name), ("tests", "\(checks.count)"), ("failures", count(.violated)), ("errors", "0"),
                ("skipped", count(.notExercised, .notTestable)),
                ("time", seconds(checks.reduce(0) { $0 + $1.durationMs })), ("timestamp", document.run.started),
                ("hostname", document.run.target),
            ],
            children: [properties(checks, document)] + checks.map { testcase($0, in: name, document) })
    }

    private static func properties(_ checks: [CheckEntry], _ document: ReportDocument) -> XMLElement {
        let run = document.run
        var properties = [
            ("seed", "\(run.seed)"), ("tier", run.tier), ("profile", run.profile), ("rung", run.rung ?? ""),
            ("spec.sha256", run.contract.digest ?? ""), ("suite.sha256", run.suiteDigest ?? ""),
        ].filter { !$0.1.isEmpty }
        for promise in document.promises where checks.contains(where: { $0.promises.contains(promise.id) }) {
            properties.append(("promise.\(promise.id)", "\(promise.standing.words): \(promise.text)"))
        }
        return XMLElement(
            name: "properties",
            children: properties.map { name, value in
                XMLElement(name: "property", attributes: [("name", name), ("value", value)])
            })
    }

    private static func testcase(_ check: CheckEntry, in group: String, _ document: ReportDocument) -> XMLElement {
        let promises = check.promises.isEmpty ? "" : " [\(check.promises.joined(separator: ", "))]"
        var children: [XMLElement] = []
        switch check.verdict {
        case .verified: break
        case .notExercised, .notTestable:
            let message = "\(check.verdict.words): \(check.reason ?? "")"
            children.append(XMLElement(name: "skipped", attributes: [("message", message)]))
        case .violated:
            let failure = check.failure
            children.append(
                XMLElement(
                    name: "failure",
                    attributes: [("type", "violated"), ("message", failure?.problems.joined(separator: "; ") ?? "")],
                    text: failure.map { FailureText(check: check, failure: $0, promises: document.promises).text } ?? ""
                ))
        }
        return XMLElement(
            name: "testcase",
            attributes: [
                ("name", "\(check.id): \(check.title)\(promises)"), ("classname", group),
                ("time", seconds(check.durationMs)),
                ("group", group),
            ], children: children)
    }

    private static func seconds(_ milliseconds: Int) -> String {
        let rest = String(milliseconds % 1_000)
        return "\(milliseconds / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
