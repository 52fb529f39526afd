import Contract

/// What kinds of things operations make and end, and where they are seen, as the spec tells it.
///
/// A kind is the name of the type of a thing's id: `ChannelId`. A credential that ends itself is a thing as well; its
/// kind is the credential's name.
struct Things: Sendable {
    let contract: Contract

    /// What the spec does not say of itself.
    private enum Exceptions {
        /// Operations after which a thing is still there, and as good as gone.
        static let retirements = ["archiveChannel": "ChannelId"]
        /// The kind of a workspace, and the operation by which one comes about.
        static let workspace = (kind: "TenantId", operation: "verifySignup")
    }

    static let workspace = Exceptions.workspace.kind
    static let workspaceMaker = Exceptions.workspace.operation

    /// A thing that a reply tells of.
    struct Made: Hashable, Sendable {
        let kind: String
        let id: String
    }

    // MARK: Making

    /// Whether a success of the operation leaves something behind.
    func makesAnything(_ operation: Operation) -> Bool {
        !kinds(madeBy: operation).isEmpty || opens(operation) || letsIn(operation)
    }

    /// Whether a success gives somebody a password to sign in with.
    private func letsIn(_ operation: Operation) -> Bool {
        (operation.bodyFields ?? []).contains { $0.type == .named("Password") }
    }

    /// The things that a success has made.
    func made(_ exchange: Exchange) -> [Made] {
        guard (200..<300).contains(exchange.reply.status), let data = exchange.reply.data else { return [] }
        let operation = exchange.attempt.operation
        let kinds = kinds(madeBy: operation)
        return values(in: data, operation.reply.body.element).compactMap { type, value in
            guard case .named(let name) = type, kinds.contains(name), let id = value.text else { return nil }
            return Made(kind: name, id: id)
        }
    }

    /// An operation that answers 201 makes whatever its reply names, its request did not, and some operation ends.
    func kinds(madeBy operation: Operation) -> [String] {
        if operation.name == Exceptions.workspace.operation { return [Exceptions.workspace.kind] }
        guard operation.route.method == .post, operation.replies.contains(where: { $0.status == 201 }) else {
            return []
        }
        let given = Set((operation.pathFields).map(\.type))
        let told = types(in: operation.reply.body.element)
        return told.filter { !given.contains($0) }.compactMap { type in
            guard case .named(let name) = type, name != Exceptions.workspace.kind, !endings(of: name).isEmpty else {
                return nil
            }
            return name
        }
    }

    /// Whether a success hands out a credential that can be ended by its holder.
    private func opens(_ operation: Operation) -> Bool {
        types(in: operation.reply.body.element).contains { type in contract.credentials.contains { $0.token == type } }
    }

    // MARK: Ending

    /// Operations that end a thing of this kind, named by the last parameter of their path.
    func endings(of kind: String) -> [Operation] {
        contract.operations.filter { operation in
            if Exceptions.retirements[operation.name] == kind { return true }
            guard endsSomething(operation), let last = operation.pathFields.last else { return false }
            return last.type == .named(kind)
        }
    }

    /// The operation by which whoever holds a credential ends it.
    func ending(ofCredential name: String) -> Operation? {
        contract.operations.first { operation in
            endsSomething(operation) && operation.pathFields.isEmpty && operation.bodyFields == nil
                && operation.access.requirements.contains { $0.credential == name }
        }
    }

    /// The operation by which an owner ends a workspace; nil where the contract has none.
    var closing: Operation? {
        contract.operations.first { operation in
            endsSomething(operation) && operation.pathFields.isEmpty
                && types(in: operation.reply.body.element).contains(.named(Exceptions.workspace.kind))
        }
    }

    /// Whether a success says that something is gone.
    private func endsSomething(_ operation: Operation) -> Bool {
        guard case .named(let name) = operation.reply.body.element,
            case .record(let fields)? = contract.type(named: name)?.shape
        else { return false }
        return fields.contains { $0.name == "deleted" && $0.type == .boolean }
    }

    /// The thing that a success has ended.
    func ended(_ exchange: Exchange) -> Made? {
        guard (200..<300).contains(exchange.reply.status), let data = exchange.reply.data else { return nil }
        let operation = exchange.attempt.operation
        if operation.name == closing?.name {
            return values(in: data, operation.reply.body.element).first { $0.0 == .named(Exceptions.workspace.kind) }
                .flatMap { $0.1.text }.map { Made(kind: Exceptions.workspace.kind, id: $0) }
        }
        guard endsSomething(operation), let last = operation.pathFields.last, case .named(let kind) = last.type,
            let id = exchange.attempt.path[last.name]
        else { return nil }
        return Made(kind: kind, id: id)
    }

    // MARK: Seeing

    /// Operations that show one thing of this kind, and those that list them whole.
    func readings(of kind: String) -> [Operation] {
        contract.operations.filter { operation in
            guard operation.route.method == .get else { return false }
            if operation.pathFields.last?.type == .named(kind) {
                if case .one = operation.reply.body { return true }
            }
            guard case .list(let element) = operation.reply.body else { return false }
            return types(in: element).contains(.named(kind))
        }
    }

    // MARK: Values by type

    /// The credentials that a success has handed out.
    func tokens(_ exchange: Exchange) -> [(credential: String, token: String)] {
        guard let data = exchange.reply.data else { return [] }
        return values(in: data, exchange.attempt.operation.reply.body.element).compactMap { type, value in
            guard let credential = contract.credentials.first(where: { $0.token == type }), let token = value.text
            else { return nil }
            return (credential.name, token)
        }
    }

    /// The first text of a named type in a reply.
    func text(_ type: String, in exchange: Exchange) -> String? {
        guard let data = exchange.reply.data else { return nil }
        return values(in: data, exchange.attempt.operation.reply.body.element).first { $0.0 == .named(type) }?.1.text
    }

    /// The first text of a named type in a request's body.
    func text(_ type: String, in attempt: Attempt) -> String? {
        (attempt.operation.bodyFields ?? []).first { $0.type == .named(type) }.flatMap { attempt.body?[$0.name]?.text }
    }

    /// Every text in a value, with the type that the spec gives it; records within records are gone through.
    private func values(in json: JSON, _ type: TypeReference) -> [(TypeReference, JSON)] {
        guard case .named(let name) = type, case .record(let fields)? = contract.type(named: name)?.shape else {
            return [(type, json)]
        }
        return fields.flatMap { field in json[field.name].map { values(in: $0, field.type) } ?? [] }
    }

    private func types(in type: TypeReference) -> [TypeReference] {
        guard case .named(let name) = type, case .record(let fields)? = contract.type(named: name)?.shape else {
            return [type]
        }
        return fields.flatMap { types(in: $0.type) }
    }
}
