/// Sentences of the spec become documentation as they stand, so they are whole sentences.
enum SummaryFormRule {
    static func check(_ contract: Contract, findings: FindingCollector) {
        func check(_ summary: String?, of subject: String, at location: SourceLocation) {
            guard let summary, !isSentence(summary) else { return }
            findings.report(
                .summaryForm, at: location, "the summary of \(subject) is no whole sentence: '\(summary)'",
                hint: "end it with a full stop")
        }
        func check(_ fields: [Field]) {
            for field in fields { check(field.summary, of: "the field '\(field.name)'", at: field.location) }
        }
        check(contract.summary, of: "the api", at: contract.location)
        for it in contract.credentials {
            check(it.summary, of: "'\(it.name)'", at: it.location)
            check(it.principal)
        }
        for it in contract.scopes { check(it.summary, of: "'\(it.name)'", at: it.location) }
        for it in contract.errors { check(it.message, of: "'\(it.code)'", at: it.location) }
        for it in contract.limits { check(it.summary, of: "'\(it.name)'", at: it.location) }
        for it in contract.promises { check(it.text, of: "the promise '\(it.id)'", at: it.location) }
        for it in contract.mails {
            check(it.summary, of: "'\(it.name)'", at: it.location)
            check(it.parameters)
        }
        for it in contract.jobs { check(it.summary, of: "'\(it.name)'", at: it.location) }
        for it in contract.types {
            check(it.summary, of: "'\(it.name)'", at: it.location)
            if case .record(let fields) = it.shape { check(fields) }
        }
        for it in contract.operations {
            check(it.summary, of: "'\(it.name)'", at: it.location)
            check(it.pathFields + it.queryFields + (it.bodyFields ?? []))
        }
        guard let socket = contract.socket else { return }
        check(socket.summary, of: "the socket", at: socket.location)
        for it in socket.frames {
            check(it.summary, of: "'\(it.name)'", at: it.location)
            check(it.fields)
        }
        for it in socket.events {
            check(it.summary, of: "'\(it.name)'", at: it.location)
            check(it.fields)
        }
        for it in socket.closes { check(it.summary, of: "'\(it.name)'", at: it.location) }
    }

    private static func isSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return ".?!".unicodeScalars.contains(last)
    }
}
