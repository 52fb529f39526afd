import Contract

/// Two contracts side by side: everything that rules look at, paired once.
struct Comparison: Sendable {
    let api: Pairs<Contract>
    let credentials: Pairs<Credential>
    let tokenKinds: Pairs<Credential.Kind>
    let scopes: Pairs<Scope>
    let errors: Pairs<APIError>
    let limits: Pairs<RateLimit>
    let promises: Pairs<ContractPromise>
    let sections: Pairs<Section>
    let operations: Pairs<SectionedOperation>
    /// Of operations and of the socket.
    let accesses: Pairs<Access>
    /// One for each credential that an operation or the socket takes.
    let requirements: Pairs<Requirement>
    let pathFields: Pairs<Field>
    let replies: Pairs<ReplyInContract>
    let refusedFields: Pairs<Operation.RefusedField>
    let types: Pairs<TypeDefinition>
    /// Types that travel a way in both contracts; `unsent` are those that travel neither way in both.
    let typesByDirection: [Direction: Pairs<TypeDefinition>]
    let fieldsByDirection: [Direction: Pairs<FieldInContract>]
    /// Every ordered list of fields, by its owner.
    let fieldLists: Pairs<[String]>
    let sockets: Pairs<Socket>
    let frames: Pairs<ClientFrame>
    let events: Pairs<ServerEvent>
    let closes: Pairs<SocketClose>
    let mails: Pairs<Mail>
    let jobs: Pairs<Job>
    let flows: Pairs<Flow>
    let freshValues: Pairs<TypeReference>
    let steps: Pairs<Flow.Step>
    /// The steps of each flow, in order.
    let stepLists: Pairs<[String]>
    let expectations: Pairs<Flow.Value>
    let stepInputs: Pairs<Flow.Value>
    let keptValues: Pairs<[String]>
    /// What people read, by what it describes. Empty where there is none.
    let summaries: Pairs<String>
    /// The promises that something carries.
    let citations: Pairs<[String]>
    /// Lists whose order means nothing.
    let lists: Pairs<[String]>
    let credentialRoles: [String: [String]]

    init(old: Contract, new: Contract) {
        let (left, right) = (Surface(old), Surface(new, stepsLike: old))
        let ways = SharedTravel(left.travel, right.travel)
        api = Pairs(left.api, right.api)
        credentials = Pairs(left.credentials, right.credentials)
        tokenKinds = Pairs(left.tokenKinds, right.tokenKinds).within(credentials)
        scopes = Pairs(left.scopes, right.scopes)
        errors = Pairs(left.errors, right.errors)
        limits = Pairs(left.limits, right.limits)
        promises = Pairs(left.promises, right.promises)
        sections = Pairs(left.sections, right.sections)
        operations = Pairs(left.operations, right.operations)
        accesses = Pairs(left.accesses, right.accesses)
        requirements = Pairs(left.requirements, right.requirements)
        pathFields = Pairs(left.pathFields, right.pathFields)
        replies = Pairs(left.replies, right.replies).within(operations)
        refusedFields = Pairs(left.refusedFields, right.refusedFields).within(operations)
        types = Pairs(left.types, right.types)
        fieldLists = Pairs(left.fieldLists, right.fieldLists)
        var typesByDirection: [Direction: Pairs<TypeDefinition>] = [:]
        var fieldsByDirection: [Direction: Pairs<FieldInContract>] = [:]
        for direction in Direction.allCases {
            typesByDirection[direction] = Pairs(
                ways.only(direction, left.types), ways.only(direction, right.types))
            fieldsByDirection[direction] = Pairs(
                left.fields(direction, ways), right.fields(direction, ways)
            ).within(fieldLists)
        }
        self.typesByDirection = typesByDirection
        self.fieldsByDirection = fieldsByDirection
        sockets = Pairs(left.sockets, right.sockets)
        frames = Pairs(left.frames, right.frames).within(sockets)
        events = Pairs(left.events, right.events).within(sockets)
        closes = Pairs(left.closes, right.closes).within(sockets)
        mails = Pairs(left.mails, right.mails)
        jobs = Pairs(left.jobs, right.jobs)
        flows = Pairs(left.flows, right.flows)
        freshValues = Pairs(left.freshValues, right.freshValues).within(flows)
        steps = Pairs(left.steps, right.steps).within(flows)
        stepLists = Pairs(left.stepLists, right.stepLists)
        let kept = Set(steps.kept.map(\.subject))
        expectations = Pairs(left.expectations(of: kept), right.expectations(of: kept))
        stepInputs = Pairs(left.stepInputs(of: kept), right.stepInputs(of: kept))
        keptValues = Pairs(left.keptValues(of: kept), right.keptValues(of: kept))
        summaries = Pairs(left.summaries, right.summaries)
        citations = Pairs(left.citations, right.citations)
        lists = Pairs(left.lists, right.lists)
        credentialRoles = Dictionary(uniqueKeysWithValues: old.credentials.map { ($0.name, $0.roles) })
            .merging(new.credentials.map { ($0.name, $0.roles) }) { before, now in before.isEmpty ? now : before }
    }

    func types(_ direction: Direction) -> Pairs<TypeDefinition> { typesByDirection[direction] ?? Pairs([], []) }

    func fields(_ direction: Direction) -> Pairs<FieldInContract> { fieldsByDirection[direction] ?? Pairs([], []) }
}

/// Which way types travel in both contracts. Where a type begins to travel is itself a change, and told there.
struct SharedTravel {
    private let old: TypeTravel
    private let new: TypeTravel

    init(_ old: TypeTravel, _ new: TypeTravel) {
        self.old = old
        self.new = new
    }

    func has(_ type: String, _ direction: Direction) -> Bool {
        let shared = [Direction.request, .reply].filter { old.travels(type, $0) && new.travels(type, $0) }
        return direction == .unsent ? shared.isEmpty : shared.contains(direction)
    }

    /// Who sends the type, in the new contract.
    func note(_ type: String, _ direction: Direction) -> String? {
        guard let users = new.users[type]?[direction], !users.isEmpty else { return nil }
        let shown = users.prefix(3).joined(separator: ", ")
        return "used by \(shown)" + (users.count > 3 ? " and \(users.count - 3) more" : "")
    }

    func only(_ direction: Direction, _ types: [Entry<TypeDefinition>]) -> [Entry<TypeDefinition>] {
        types.compactMap { entry in
            guard has(entry.item.name, direction) else { return nil }
            var entry = entry
            entry.note = note(entry.item.name, direction)
            return entry
        }
    }
}
