import Contract

/// An API made of its contract alone: it checks access and input as the contract has them, and makes up what it
/// answers. It keeps nothing: the same seed and request give the same answer.
public struct MockAPI: Sendable {
    public let contract: Contract
    public let settings: MockSettings
    let catalogue: Catalogue
    private let routes: RouteTable

    public init(_ contract: Contract, settings: MockSettings = MockSettings()) {
        self.contract = contract
        self.settings = settings
        catalogue = Catalogue(contract)
        routes = RouteTable(contract.operations)
    }

    /// Answers every request, whatever is wrong with it.
    public func answer(_ request: MockRequest) -> MockResponse {
        var reply = ReplyWriter(contract: contract, requestId: requestId(of: request))
        guard request.body.count <= contract.bodyLimit else { return reply.refusal(Refusal(.bodySize)) }
        guard let match = routes.match(request.path) else { return reply.refusal(Refusal(.unknownPath)) }
        // Whoever asks with HEAD gets what GET would answer; the body is left out by whoever sends the answer.
        guard let operation = match.operation(for: request.method == "HEAD" ? "GET" : request.method) else {
            reply.add("Allow", match.allowed)
            return reply.refusal(Refusal(.wrongMethod))
        }
        reply.operation = operation
        do throws(Refusal) {
            return try answer(request, operation, match.parameters, &reply)
        } catch {
            return reply.refusal(error)
        }
    }

    private func answer(
        _ request: MockRequest, _ operation: Operation, _ parameters: [String: String],
        _ reply: inout ReplyWriter
    ) throws(Refusal) -> MockResponse {
        let wish = Wish(request)
        if let wish {
            reply.add("Preference-Applied", "code=\(wish.code)")
            try wish.check(operation, contract)
            if let error = contract.error(coded: wish.code) {
                if error.status == 429 { reply.addExhausted(limits(of: operation, for: nil)) }
                throw Refusal(code: error.code)
            }
        }
        reply.addCounted(limits(of: operation) { $0 == .address })
        let caller = try AccessCheck(contract: contract).caller(of: request, for: operation.access)
        if let caller, caller.kind.isForPages {
            reply.addCounted(contract.limits.filter { $0.name == caller.credential.pageLimit })
        }
        reply.addCounted(limits(of: operation) { $0 == .caller })
        let input = try RequestInput(request, of: operation, parameters: parameters, catalogue)
        reply.addCounted(limits(of: operation) { if case .field = $0 { true } else { false } })
        try checkRetryKey(of: request, for: operation)
        try checkPage(of: request, for: operation)
        let body = wish?.reply(of: operation) ?? operation.reply
        return try reply.success(body, data(body, operation, input), operation, knows: request.header("if-none-match"))
    }

    private func data(
        _ reply: Reply, _ operation: Operation, _ input: RequestInput
    ) throws(Refusal) -> ReplyWriter.Data {
        let maker = ReplyMaker(catalogue: catalogue, settings: settings)
        switch reply.body {
        case .one(let type):
            let said = input.all.map { $0.field.name + String(decoding: $0.value.bytes, as: UTF8.self) }
            let chance = maker.chance(operation.name, said.joined(separator: " "))
            let echo = Echo(input, of: operation.route.method)
            if let fields = catalogue.fields(of: type) { return .whole(maker.record(fields, of: type, echo, chance)) }
            return .whole(maker.value(type, named: "", echo, chance))
        case .list(let element): return .whole(ListMaker(maker, operation, input).whole(of: element))
        case .page(let element):
            let page = try ListMaker(maker, operation, input).page(of: element)
            return .page(page.elements, next: page.next)
        }
    }

    private func limits(of operation: Operation, for isWanted: ((RateLimit.Key) -> Bool)?) -> [RateLimit] {
        operation.limits.compactMap { name in contract.limits.first { $0.name == name } }
            .filter { isWanted?($0.key) ?? true }
    }

    /// 1 to 255 visible characters of ASCII, where a retry is safe.
    private func checkRetryKey(of request: MockRequest, for operation: Operation) throws(Refusal) {
        guard operation.isRetrySafe, let key = request.header("idempotency-key") else { return }
        guard 1...255 ~= key.utf8.count, key.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            let problem = FieldProblem(
                pointer: "Idempotency-Key", code: .malformed, message: "must be 1 to 255 visible ASCII characters, once"
            )
            throw Refusal(.input, details: [problem])
        }
    }

    /// Operations that say themselves that they refuse pages refuse the unlisted ones.
    private func checkPage(of request: MockRequest, for operation: Operation) throws(Refusal) {
        guard let page = request.page, !AccessCheck.isListed(page), let error = contract.error(impliedBy: .origin),
            operation.ownErrors.contains(error.code)
        else { return }
        throw Refusal(code: error.code)
    }

    func response(to request: MockRequest, refusing refusal: Refusal) -> MockResponse {
        ReplyWriter(contract: contract, requestId: requestId(of: request)).refusal(refusal)
    }

    private func requestId(of request: MockRequest) -> String {
        var chance = Chance(
            seed: settings.seed, "request", request.method, request.target,
            String(decoding: request.body, as: UTF8.self))
        return chance.id()
    }
}
