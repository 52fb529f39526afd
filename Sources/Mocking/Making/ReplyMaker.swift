import Contract

/// Makes the values of replies: valid, varied, and the same for the same seed and request.
///
/// What has an id is made from the id: the same channel has the same name in every list and by itself.
struct ReplyMaker {
    let catalogue: Catalogue
    let settings: MockSettings

    func chance(_ names: String...) -> Chance { Chance(seed: settings.seed, names.joined(separator: "\u{1F}")) }

    /// A value of a type, standing in a field of this name.
    func value(_ type: TypeReference, named name: String, _ echo: Echo, _ chance: Chance) -> JSON {
        if settings.usesExamples { return ExampleMaker(catalogue).value(type) }
        var chance = chance
        switch type {
        // Whatever tells of a deletion tells that it was done.
        case .boolean: return .boolean(name == "deleted" || chance.oneIn(2))
        case .timestamp: return .text(TimeMaker(settings).moment(named: name, &chance).description)
        case .list(let element): return list(element, named: name, echo, chance)
        case .named:
            guard let definition = catalogue.definition(of: type) else { return .null }
            switch definition.shape {
            case .text(let rule):
                let maker = TextMaker(
                    rule: rule, example: definition.example ?? "", isSecret: definition.sensitivity == .secret)
                return .text(maker.make(&chance))
            case .integer(let rule): return .integer(integer(rule, &chance))
            case .id: return .text(chance.id())
            case .enumeration(let values): return chance.pick(values).map { .text($0) } ?? .null
            case .record(let fields): return record(fields, of: type, echo, chance)
            }
        }
    }

    /// A record, made from its id if it has one.
    func record(_ fields: [Field], of type: TypeReference, _ echo: Echo, _ chance: Chance) -> JSON {
        if settings.usesExamples { return ExampleMaker(catalogue).value(type) }
        var source = chance
        var made: [String: JSON] = [:]
        let ids = fields.filter { catalogue.isId($0.type) && !$0.isOptional && !$0.isNullable }
        if let identity = echo.identity(among: ids) {
            let id = echo.value(of: identity, catalogue) ?? value(identity.type, named: identity.name, echo, chance)
            made[identity.name] = id
            source = self.chance(type.notation, id.text ?? "")
        }
        let times = TimeMaker(settings).moments(of: fields, source.branch("times"))
        for field in fields where made[field.name] == nil {
            var own = source.branch(field.name)
            if let said = echo.value(of: field, catalogue) {
                made[field.name] = said
            } else if let inner = echo.record(in: field, catalogue), let fields = catalogue.fields(of: field.type) {
                made[field.name] = record(fields, of: field.type, inner, own)
            } else if field.isOptional, settings.leavesOut, own.oneIn(3) {
                continue
            } else if field.isNullable, settings.leavesOut, own.oneIn(3) {
                made[field.name] = .null
            } else if let time = times[field.name] {
                made[field.name] = .text(time.description)
            } else {
                made[field.name] = value(field.type, named: field.name, echo.inside, own)
            }
        }
        let tokens = TokenMaker(catalogue, fields: fields, made: made, echo: echo)
        return .object(
            fields.compactMap { field in
                guard let value = made[field.name] else { return nil }
                return JSON.Member(field.name, tokens.value(of: field, source.branch(field.name)) ?? value)
            })
    }

    /// What an event of the socket carries: examples for all that the frame has not said, if examples are wanted.
    func event(_ fields: [Field], of type: TypeReference, _ echo: Echo, _ chance: Chance) -> JSON {
        guard settings.usesExamples else { return record(fields, of: type, echo, chance) }
        let examples = ExampleMaker(catalogue)
        return .object(
            fields.map { JSON.Member($0.name, echo.value(of: $0, catalogue) ?? examples.value($0.type)) })
    }

    private func list(_ element: TypeReference, named name: String, _ echo: Echo, _ chance: Chance) -> JSON {
        var chance = chance
        if case .enumeration(let values)? = catalogue.definition(of: element)?.shape {
            return .list(values.filter { _ in !chance.oneIn(3) }.map { .text($0) })
        }
        let count = chance.oneIn(5) ? 0 : chance.number(in: 1...4)
        return .list((0..<count).map { value(element, named: name, echo, chance.branch(String($0))) })
    }

    /// Small numbers more often than large ones, and now and then the ends.
    private func integer(_ rule: IntegerRule, _ chance: inout Chance) -> Int {
        if chance.oneIn(12) { return chance.oneIn(2) ? rule.minimum : rule.maximum }
        let width = rule.maximum.subtractingReportingOverflow(rule.minimum)
        let reach = width.overflow ? Int.max : width.partialValue
        let bits = Int.bitWidth - reach.leadingZeroBitCount
        guard bits > 8 else { return chance.number(in: rule.minimum...rule.maximum) }
        let top = min(reach, 1 << chance.number(in: 2...min(14, bits)))
        return rule.minimum + chance.number(in: 0...top)
    }
}
