/// What a flow says itself of the tokens that it keeps: the scopes they were made with, the role they were offered.
///
/// Everything is read off types: a literal of the type of a credential's kinds or scopes makes a token with these; a
/// literal of an enumeration of roles offers the role to whoever holds a secret that the step, or the mail it sends,
/// gives away. What is not said in so many words stays unknown.
struct FlowTokens {
    let contract: Contract
    /// The tokens by the names they are kept under.
    private(set) var known: [String: Token] = [:]
    /// Secrets that stand for a role until somebody takes it up, by the names they are kept under.
    private var offers: [String: String] = [:]
    /// The role of which a mail tells, by the mail's name and its recipient.
    private var mailed: [MailKey: String] = [:]

    struct Token {
        let credential: String
        var scopes: [String]?
        var role: String?
    }

    private struct MailKey: Hashable {
        let mail: String
        let recipient: Flow.Value
    }

    init(contract: Contract) {
        self.contract = contract
    }

    mutating func follow(_ step: Flow.Step) {
        for kept in step.kept {
            known[kept.name] = nil
            offers[kept.name] = nil
        }
        switch step.action {
        case .call(let call):
            guard call.refusal == nil, let operation = contract.operation(named: call.operation) else { return }
            follow(call, of: operation, keeping: step.kept)
        case .mail(let name, let recipient):
            guard let role = mailed[MailKey(mail: name, recipient: recipient)] else { return }
            for kept in step.kept where isSecret(kept.type) { offers[kept.name] = role }
        case .connect, .send, .receive, .closed: return
        }
    }

    private mutating func follow(_ call: Flow.Call, of operation: Operation, keeping kept: [Flow.Kept]) {
        let role = role(in: call, of: operation)
        let taken = call.inputs.compactMap { input -> String? in
            if case .reference(let name) = input.value { offers[name] } else { nil }
        }.first
        var isTokenKept = false
        for kept in kept {
            guard let credential = contract.credentials.first(where: { $0.token == kept.type }) else {
                if let role, isSecret(kept.type) { offers[kept.name] = role }
                continue
            }
            isTokenKept = true
            known[kept.name] = Token(
                credential: credential.name, scopes: scopes(of: credential, in: call, of: operation), role: taken)
        }
        if let role, !operation.mails.isEmpty {
            for mail in operation.mails {
                for input in call.inputs { mailed[MailKey(mail: mail, recipient: input.value)] = role }
            }
        } else if !isTokenKept, setsRole(call, of: operation) {
            // Somebody has another role now, and the flow does not say who.
            for name in known.keys { known[name]?.role = nil }
        }
    }

    /// The scopes of the token that the call makes: those it lists, or those of the kind that it names.
    private func scopes(of credential: Credential, in call: Flow.Call, of operation: Operation) -> [String]? {
        guard credential.isScoped else { return nil }
        let scopeType = TypeReference.named(DerivedTypes.scopeName(credential.noun))
        let kindType = TypeReference.named(DerivedTypes.kindName(credential.noun))
        var kind: String?
        for input in call.inputs {
            guard let field = field(input.field, of: operation) else { continue }
            if field.type == .list(of: scopeType) {
                guard case .list(let elements) = input.value else { return nil }
                let texts = elements.compactMap { if case .text(let text) = $0 { text } else { nil } }
                return texts.count == elements.count ? texts : nil
            }
            if field.type == kindType, case .text(let text) = input.value { kind = text }
        }
        guard let kind else { return nil }
        return contract.scopes.filter { $0.grantedTo.contains(kind) }.map(\.name)
    }

    /// The role that the call offers in so many words.
    private func role(in call: Flow.Call, of operation: Operation) -> String? {
        for input in call.inputs {
            guard case .text(let text) = input.value, let field = field(input.field, of: operation),
                isRoles(field.type), contract.credentials.contains(where: { $0.roles.contains(text) })
            else { continue }
            return text
        }
        return nil
    }

    private func setsRole(_ call: Flow.Call, of operation: Operation) -> Bool {
        call.inputs.contains { input in field(input.field, of: operation).map { isRoles($0.type) } ?? false }
    }

    /// Whether the type is an enumeration with roles of a credential; it may have further ones that map to them.
    private func isRoles(_ type: TypeReference) -> Bool {
        guard case .named(let name) = type, case .enumeration(let values)? = contract.type(named: name)?.shape else {
            return false
        }
        return contract.credentials.contains { !$0.roles.isEmpty && !Set(values).isDisjoint(with: $0.roles) }
    }

    private func isSecret(_ type: TypeReference) -> Bool {
        guard case .named(let name) = type else { return false }
        return contract.type(named: name)?.sensitivity == .secret
    }

    private func field(_ name: String, of operation: Operation) -> Field? {
        (operation.pathFields + operation.queryFields + (operation.bodyFields ?? [])).first { $0.name == name }
    }
}
