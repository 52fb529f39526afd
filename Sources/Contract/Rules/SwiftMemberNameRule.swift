/// Names that differ on the wire and not in Swift, in one enumeration or one structure.
enum SwiftMemberNameRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        func check(_ members: [Member], _ place: String) {
            var seen: [String: String] = [:]
            for member in members {
                if let other = seen[member.swift], other != member.name {
                    findings.report(
                        .swiftName, at: member.location,
                        "'\(other)' and '\(member.name)' are both '\(member.swift)' in Swift, in \(place)",
                        hint: "name one of them so that more than punctuation tells them apart")
                }
                seen[member.swift] = seen[member.swift] ?? member.name
            }
        }
        check(contract.scopes.map { Member($0.name, $0.location, swift: $0.caseName) }, "the scopes")
        check(contract.errors.map { Member($0.code, $0.location) }, "the error codes")
        check(contract.limits.map { Member($0.name, $0.location) }, "the limits")
        let audits =
            contract.operations.compactMap { operation in operation.audit.map { Member($0, operation.location) } }
            + contract.jobs.compactMap { job in job.audit.map { Member($0, job.location) } }
        check(audits, "the audit actions")
        for credential in contract.credentials {
            let place = "the credential '\(credential.name)'"
            check(credential.roles.map { Member($0, credential.location) }, "the roles of " + place)
            check(credential.kinds.map { Member($0.name, credential.location) }, "the kinds of " + place)
            check(credential.principal.map(Member.init), place)
            checkPrincipal(of: credential, findings)
        }
        for type in contract.types {
            let place = "the type '\(type.name)'"
            switch type.shape {
            case .enumeration(let values): check(values.map { Member($0, type.location) }, place)
            case .record(let fields): check(fields.map(Member.init), place)
            case .text, .integer, .id: continue
            }
        }
        for operation in contract.operations {
            let fields = operation.pathFields + operation.queryFields + (operation.bodyFields ?? [])
            check(fields.map(Member.init), "the input of '\(operation.name)'")
            checkReplies(of: operation, findings)
        }
        for mail in contract.mails { check(mail.parameters.map(Member.init), "the mail '\(mail.name)'") }
        guard let socket = contract.socket else { return }
        check(socket.frames.map { Member($0.name, $0.location) }, "the frames")
        check(socket.events.map { Member($0.name, $0.location) }, "the events")
        check(socket.closes.map { Member($0.name, $0.location) }, "the closes")
        for frame in socket.frames { check(frame.fields.map(Member.init), "the frame '\(frame.name)'") }
        for event in socket.events { check(event.fields.map(Member.init), "the event '\(event.name)'") }
    }

    private struct Member {
        let name: String
        let location: SourceLocation
        let swift: String

        init(_ name: String, _ location: SourceLocation, swift: String? = nil) {
            (self.name, self.location) = (name, location)
            self.swift = swift ?? CamelCase.lower(name)
        }

        init(_ field: Field) { self.init(field.name, field.location) }
    }

    /// What is known of a caller is read from the caller itself, beside what every caller has.
    private static func checkPrincipal(of credential: Credential, _ findings: FindingCollector) {
        let taken =
            ["principal", "origin", "holder"] + (credential.roles.isEmpty ? [] : ["role"])
            + (credential.isScoped ? ["kind", "scopes"] : [])
        for field in credential.principal where taken.contains(CamelCase.lower(field.name)) {
            findings.report(
                .swiftName, at: field.location,
                "every caller with a \(credential.name) has '\(field.name)' already", hint: "call the field otherwise"
            )
        }
    }

    /// 201 is called `created` and 202 `accepted`; all others are `ok`.
    private static func checkReplies(of operation: Operation, _ findings: FindingCollector) {
        let others = operation.replies.map(\.status).filter { $0 != 201 && $0 != 202 }
        guard others.count > 1 else { return }
        findings.report(
            .swiftName, at: operation.location,
            "the replies \(others.map(String.init).joined(separator: " and ")) of '\(operation.name)' are both 'ok' in "
                + "Swift", hint: "answer one of them with 201 or 202, or leave it out")
    }
}
