import Contract

/// Makes lists and their pages. A list is what its path and its filters make it: pages fit together, and end.
struct ListMaker {
    /// Elements of a page where the operation does not say how many.
    static let pageSize = 20

    private let maker: ReplyMaker
    private let operation: Operation
    private let input: RequestInput
    private let key: String

    init(_ maker: ReplyMaker, _ operation: Operation, _ input: RequestInput) {
        self.maker = maker
        self.operation = operation
        self.input = input
        let filters = (input.path + input.query).filter { !["cursor", "limit"].contains($0.field.name) }
        key =
            operation.name
            + filters.map { " \($0.field.name)=\(String(decoding: $0.value.bytes, as: UTF8.self))" }
            .joined()
    }

    /// The whole list.
    func whole(of element: TypeReference) -> JSON {
        guard !maker.settings.usesExamples else { return .list([ExampleMaker(maker.catalogue).value(element)]) }
        var chance = maker.chance("count", key)
        let count = chance.oneIn(6) ? 0 : chance.number(in: 1...12)
        return .list((0..<count).map { self.element(element, at: $0, of: count) })
    }

    /// The part of the list that the cursor names, and the cursor of the next.
    func page(of element: TypeReference) throws(Refusal) -> (elements: [JSON], next: String?) {
        guard !maker.settings.usesExamples else { return ([ExampleMaker(maker.catalogue).value(element)], nil) }
        var chance = maker.chance("count", key)
        let usual = usualSize
        let total = chance.oneIn(6) ? 0 : chance.number(in: 1...usual * 5 / 2)
        let start = try start(among: total)
        let end = min(total, start + size)
        return ((start..<end).map { self.element(element, at: $0, of: total) }, end < total ? cursor(at: end) : nil)
    }

    private func element(_ type: TypeReference, at index: Int, of count: Int) -> JSON {
        var echo = Echo(input, of: operation.route.method).inside
        let chance = maker.chance("element", key, String(index))
        guard let fields = maker.catalogue.fields(of: type) else { return maker.value(type, named: "", echo, chance) }
        // Elements must not all have the id that stands in the path, unless another tells them apart.
        let ids = fields.filter { maker.catalogue.isId($0.type) }
        if let id = ids.first, ids.allSatisfy(echo.contains) { echo = echo.without(id.name) }
        guard case .object(let members) = maker.record(fields, of: type, echo, chance) else { return .null }
        return .object(
            members.map { member in
                guard let place = place(of: member.name, in: fields, at: index, of: count) else { return member }
                return JSON.Member(member.name, .integer(place))
            })
    }

    /// A list that can be asked for what stands `after_` some number of its elements is in the order of that number.
    private func place(of name: String, in fields: [Field], at index: Int, of count: Int) -> Int? {
        guard operation.queryFields.contains(where: { $0.name == "after_" + name }),
            let field = fields.first(where: { $0.name == name }),
            case .integer(let rule)? = maker.catalogue.definition(of: field.type)?.shape
        else { return nil }
        let isAscending = input.query("order")?.text == "asc"
        let place = isAscending ? (input.query("after_" + name)?.integer ?? 0) + 1 + index : count - index
        return min(max(place, rule.minimum), rule.maximum)
    }

    private var size: Int { max(1, input.query("limit")?.integer ?? usualSize) }

    /// What an absent `limit` counts as.
    private var usualSize: Int {
        let type = operation.queryFields.first { $0.name == "limit" }?.type
        guard let type, case .integer(let rule)? = maker.catalogue.definition(of: type)?.shape else {
            return Self.pageSize
        }
        return max(1, rule.fallback ?? min(Self.pageSize, rule.maximum))
    }

    /// Nil where the operation takes no cursors, or none that can be written.
    private func cursor(at place: Int) -> String? {
        guard let type = operation.queryFields.first(where: { $0.name == "cursor" })?.type else { return nil }
        let text = "p\(place)x\(mark)"
        var checker = ValueChecker(maker.catalogue)
        return checker.text(text, of: type, at: "") == nil ? nil : text
    }

    /// What tells this list's cursors from those of others.
    private var mark: String {
        var chance = maker.chance("cursor", key)
        return String(chance.next() >> 32, radix: 36)
    }

    /// The spec's own example stands for the beginning of every list; what is no cursor of this one is refused.
    private func start(among total: Int) throws(Refusal) -> Int {
        guard let field = operation.queryFields.first(where: { $0.name == "cursor" }),
            let text = input.query("cursor")?.text, text != maker.catalogue.definition(of: field.type)?.example
        else { return 0 }
        if text.hasPrefix("p"), text.hasSuffix("x" + mark),
            let place = Int(text.dropFirst().dropLast(mark.count + 1)), 0...total ~= place
        {
            return place
        }
        let own = operation.ownErrors.first { $0.contains("cursor") }
        let problem = FieldProblem(pointer: "?cursor", code: .malformed, message: "must be a cursor of this list")
        throw own.map { Refusal(code: $0) } ?? Refusal(.input, details: [problem])
    }
}
