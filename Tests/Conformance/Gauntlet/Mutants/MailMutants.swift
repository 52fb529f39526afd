import Contract

/// Deployments whose mails do not come, or whose links lead elsewhere.
struct MailMutants {
    let contract: Contract

    func all() -> [Mutant] {
        contract.mails.flatMap { mail -> [Mutant] in
            let promises = mail.promises
            func of(
                _ name: String, _ kind: String, _ edit: @escaping @Sendable ([String: String]) -> [String: String]?
            ) -> Mutant {
                Mutant(
                    id: "mail.\(name).\(mail.name)", kind: kind, promises: promises, about: .id(Flow.idPrefix + "*"),
                    deed: Deed(link: { sent, link in sent == mail.name ? edit(link) : link }))
            }
            let parameters = mail.parameters.flatMap { field in
                [
                    of("missing-\(field.name)", "a mail's link lacks a parameter") { link in
                        link.filter { $0.key != field.name }
                    },
                    of("untrue-\(field.name)", "a mail's link says something else than is true") { link in
                        let lie = FieldMutants.lie(field, contract)
                        return link.merging(
                            link[field.name].map { [field.name: lie?(.string($0))?.text ?? ""] } ?? [:]
                        ) { $1 }
                    },
                ]
            }
            return [of("lost", "a mail does not come") { _ in nil }] + parameters
        }
    }
}
