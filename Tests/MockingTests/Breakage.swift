import Contract

@testable import Mocking

/// One way to break a value's rules, and the code that must say so.
struct Breakage {
    let value: JSON
    let code: FieldProblem.Code

    /// Where inside the value the broken one stands, as a pointer.
    var pointer = ""

    /// Every rule of a type broken once.
    static func all(of type: TypeReference, _ contract: Contract) -> [Breakage] {
        switch type {
        case .boolean: return [Breakage(value: .text("true"), code: .wrongType)]
        case .timestamp:
            return [Breakage(value: .integer(0), code: .wrongType)]
                + ["2026-02-30T00:00:00Z", "2026-01-01", "1969-12-31T23:59:59Z", "2026-01-01T00:00:60Z"].map {
                    Breakage(value: .text($0), code: .malformed)
                }
        case .list(let element):
            let good = ExampleMaker(contract).value(element)
            let inside = all(of: element, contract).prefix(2).map { broken in
                Breakage(value: .list([good, broken.value]), code: broken.code, pointer: "/1" + broken.pointer)
            }
            return inside + [
                Breakage(value: .text("a"), code: .wrongType),
                Breakage(value: .list([good, .null]), code: .wrongType, pointer: "/1"),
                Breakage(value: .list(Array(repeating: good, count: 1_001)), code: .tooLong),
            ]
        case .named(let name):
            guard let definition = contract.type(named: name) else { return [] }
            return of(definition.shape, contract)
        }
    }

    private static func of(_ shape: Shape, _ contract: Contract) -> [Breakage] {
        switch shape {
        case .text(let rule): return of(rule) + [Breakage(value: .boolean(true), code: .wrongType)]
        case .id:
            return [
                Breakage(value: .text("not-an-id"), code: .malformed),
                Breakage(value: .text("0190a5b0-0000-7000-8000-00000000000g"), code: .malformed),
                Breakage(value: .integer(1), code: .wrongType),
            ]
        case .enumeration(let values):
            return [
                Breakage(value: .text("\(values.joined())-not"), code: .notOneOf),
                Breakage(value: .text((values.first ?? "").uppercased()), code: .notOneOf),
                Breakage(value: .list([]), code: .wrongType),
            ]
        case .integer(let rule):
            let above = Breakage(value: .integer(rule.maximum + 1), code: .tooLarge)
            return (rule.isClamped ? [] : [above]) + [
                Breakage(value: .integer(rule.minimum - 1), code: .tooSmall),
                Breakage(value: .number("1.5"), code: .wrongType), Breakage(value: .text("1"), code: .wrongType),
            ]
        case .record(let fields):
            return [Breakage(value: .list([]), code: .wrongType)]
                + fields.flatMap { field -> [Breakage] in
                    let good = ExampleMaker(contract).object(fields)
                    return field.breakages(contract).map { broken in
                        Breakage(
                            value: good.with(field.name, broken.value), code: broken.code,
                            pointer: "/\(field.name)\(broken.pointer)")
                    }
                }
        }
    }

    private static func of(_ rule: TextRule) -> [Breakage] {
        let letter = rule.alphabet.flatMap { $0.ranges.first.map { String(Unicode.Scalar($0.lowerBound)) } } ?? "a"
        var broken = [
            Breakage(value: .text(String(repeating: letter, count: rule.maximum + 1)), code: .tooLong)
        ]
        if rule.minimum > 0 {
            broken.append(
                Breakage(value: .text(String(repeating: letter, count: rule.minimum - 1)), code: .tooShort))
        }
        let filler = String(repeating: letter, count: max(0, rule.minimum - 1))
        if rule.alphabet != nil { broken.append(Breakage(value: .text(filler + "ü"), code: .malformed)) }
        if rule.format != nil { broken.append(Breakage(value: .text(filler + letter), code: .malformed)) }
        if rule.alphabet == nil {
            broken.append(Breakage(value: .text(filler + (rule.isSingleLine ? "\n" : "\u{0}")), code: .malformed))
            if rule.format == nil, rule.minimum > 0 {
                let blank = String(repeating: "\u{2003}", count: rule.minimum)
                broken.append(Breakage(value: .text(blank), code: .blank))
            }
        }
        return broken + rule.reserved.map { Breakage(value: .text($0), code: .reserved) }
    }
}

extension Field {
    /// Every rule of the field broken once. An absent value stands there as nil.
    func breakages(_ contract: Contract) -> [(value: JSON?, code: FieldProblem.Code, pointer: String)] {
        (isOptional ? [] : [(nil, .required, "")]) + (isNullable ? [] : [(.null, .wrongType, "")])
            + Breakage.all(of: type, contract).map { ($0.value, $0.code, $0.pointer) }
    }
}

extension JSON {
    /// The object with another value for one member; without the member for nil.
    func with(_ name: String, _ value: JSON?) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(
            members.compactMap { member in
                member.name == name ? value.map { JSON.Member(name, $0) } : member
            })
    }
}
