extension Resolver {
    /// Reads `mails`.
    mutating func readMails() -> [Mail] {
        var mails: [Mail] = []
        for declaration in declarations.mails {
            guard
                let reader = MappingReader(declaration.node, OperationForms.mail, findings: findings),
                findings.check(declaration.name, is: .lowerCamelCase, "mail", at: declaration.nameLocation)
            else { continue }
            let promises = citations(in: reader)
            let summary = reader.requiredText("summary")
            let subject = reader.requiredText("subject")
            let page = reader.requiredText("page")
            let parameters = reader.required("link").map { fields(in: $0, of: "a link") }
            guard let summary, let subject, let page, let parameters else { continue }
            mails.append(
                Mail(
                    name: declaration.name, summary: summary, subject: subject, page: page, parameters: parameters,
                    promises: promises, location: declaration.nameLocation))
        }
        return mails
    }
}
