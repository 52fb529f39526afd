import Contract

/// A struct for every mail: what its link carries, and the link.
enum MailEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        guard !contract.mails.isEmpty else { return [] }
        var source = SwiftSource.file(importing: ["Runtime"])
        for mail in contract.mails {
            source.gap()
            emit(mail, of: contract, into: &source)
        }
        return [GeneratedFile(path: "Mails/Mails.swift", source: source)]
    }

    private static func emit(_ mail: Mail, of contract: Contract, into source: inout SwiftSource) {
        source.origin(mail.location)
        source.doc(mail.summary)
        source.block("public struct \(SwiftNames.upperCamel(mail.name))Mail: Sendable") { body in
            body.line("public static let subject = \(SwiftNames.literal(mail.subject))")
            body.gap()
            let members = mail.parameters.map { StructEmitter.Member($0) }
            StructEmitter.properties(members, into: &body)
            body.gap()
            StructEmitter.initializer(members, into: &body)
            body.gap()
            body.doc("The link, on the site whose address is given without a closing slash.")
            let site = SwiftNames.unused("site", by: mail.parameters)
            body.block("public func link(on \(site): String) -> String") { inner in
                let query = SwiftNames.unused("query", by: mail.parameters)
                let parameters = mail.parameters.map { "(\"\($0.name)\", \(textExpression($0, contract)))" }
                inner.list("let \(query) = PercentEncoding.query([", parameters, "])", isCollection: true)
                inner.line("return \(site) + \"\(mail.page)?\" + \(query)")
            }
        }
    }

    /// Sensitive texts have a redacted description, so a link takes the text itself.
    private static func textExpression(_ field: Field, _ contract: Contract) -> String {
        let name = SwiftNames.declared(SwiftNames.lowerCamel(field.name))
        switch contract.shape(of: field.type) {
        case .text?: return "\(name).text"
        case .enumeration?: return "\(name).rawValue"
        default: return "\(name).description"
        }
    }
}
