import Contract

/// An API that agrees to everything: whoever asks, and whatever for, gets a success of the contract's form. It checks
/// nothing, remembers nothing, and no two answers are the same. Whatever judges deployments must see through it.
public struct AgreeableAPI: Sendable {
    private let contract: Contract
    private let catalogue: Catalogue
    private let routes: RouteTable

    public init(_ contract: Contract) {
        self.contract = contract
        catalogue = Catalogue(contract)
        routes = RouteTable(contract.operations)
    }

    /// - Parameter number: Other numbers give other values.
    public func answer(_ request: MockRequest, number: UInt64) -> MockResponse {
        let settings = MockSettings(seed: number, leavesOut: false)
        let maker = ReplyMaker(catalogue: catalogue, settings: settings)
        let match = routes.match(request.path)
        guard
            let operation = match.flatMap({ $0.operation(for: request.method) ?? $0.operations.first })
                ?? contract.operations.first
        else { return MockResponse(status: 200, headers: []) }
        let input = RequestInput(whateverFits: request, of: operation, parameters: match?.parameters ?? [:], catalogue)
        let chance = maker.chance(operation.name)
        let data: ReplyWriter.Data
        switch operation.reply.body {
        case .one(let type):
            let echo = Echo(input, of: operation.route.method)
            data = .whole(
                catalogue.fields(of: type).map { maker.record($0, of: type, echo, chance) }
                    ?? maker.value(type, named: "", echo, chance))
        case .list(let element): data = .whole(ListMaker(maker, operation, input).whole(of: element))
        case .page(let element):
            let whole = ListMaker(maker, operation, input).whole(of: element)
            data = .page(whole.elements ?? [], next: nil)
        }
        let writer = ReplyWriter(contract: contract, requestId: "agreed-\(number)")
        return writer.success(operation.reply, data, operation, knows: nil)
    }

    /// The events that answer a frame, or, without one, the upgrade: its own answer, and whatever else can happen in
    /// the same place.
    public func events(after frame: String?, number: UInt64) -> [String] {
        guard let socket = contract.socket else { return [] }
        let maker = ReplyMaker(catalogue: catalogue, settings: MockSettings(seed: number, leavesOut: false))
        let said = frame.flatMap { JSONParser.parse(Array($0.utf8)) } ?? .object([])
        let sent = said["type"]?.text.flatMap { socket.frame(named: $0) } ?? socket.frames.first
        let answers = socket.events.filter { event in
            event.answers.count < socket.frames.count && event.answers.contains { $0 == sent?.name }
        }
        let news = socket.events.filter { event in
            event.answers.isEmpty && event.fields.contains { said[$0.name] != nil }
        }
        return (answers + news).map { event in
            let fields = event.fields.filter { $0.name != "ref" || said["ref"] != nil }
            let record = maker.record(
                fields, of: .named("event \(event.name)"), Echo(fields, said), maker.chance(event.name))
            guard case .object(let members) = record else { return "{}" }
            let whole = JSON.object([JSON.Member("type", .text(event.name))] + members)
            return String(decoding: whole.bytes, as: UTF8.self)
        }
    }
}
