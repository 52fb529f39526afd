import Contract

import struct Contract.Operation

@testable import Mocking

/// Makes requests that are good, odd or broken, by chance.
struct OddRequest {
    let operation: Operation
    let contract: Contract

    /// What a request becomes, and what was done to it, so that a disagreement can be understood.
    func make(_ chance: inout Chance) -> (request: MockRequest, edits: [String]) {
        var good = GoodRequest(operation, contract, withOptionalFields: chance.oneIn(2))
        var edits = vary(&good, &chance)
        var text: [UInt8]?
        for _ in 0..<(chance.pick([0, 1, 1, 1, 2, 3]) ?? 1) {
            switch chance.number(in: 1...12) {
            case 1: edits.append(changeAccess(&good, &chance))
            case 2: edits.append(changePath(&good, &chance))
            case 3...5: edits.append(changeQuery(&good, &chance))
            case 6: edits.append(changeType(&good, &chance))
            case 7:
                text = spoil(good.bodyBytes, &chance)
                edits.append("body \(String(decoding: text ?? [], as: UTF8.self).prefix(120))")
            default: edits.append(changeBody(&good, &chance))
            }
        }
        let request = good.request
        let whole = MockRequest(
            method: good.method, target: request.target, headers: good.headers, body: text ?? request.body)
        return (whole, edits)
    }

    /// Puts made-up values in place of the examples.
    private func vary(_ good: inout GoodRequest, _ chance: inout Chance) -> [String] {
        let maker = ReplyMaker(catalogue: Catalogue(contract), settings: MockSettings(seed: chance.next()))
        for (index, member) in (good.body ?? []).enumerated() {
            guard let field = operation.bodyFields?.first(where: { $0.name == member.name }) else { continue }
            good.body?[index].value = maker.value(field.type, named: field.name, Echo(), chance.branch(field.name))
        }
        return []
    }

    private func changeAccess(_ good: inout GoodRequest, _ chance: inout Chance) -> String {
        let tokens = [
            "iris_ses_admin", "iris_ses_operator", "iris_ses_viewer", "iris_ses_unknown", "iris_chat_x", "iris_sk_x",
            "iris_pub_x", "iris_sk_only_chat_messages_read", "iris_sk_only_chat_channels_manage", "iris_inv_x", "",
        ]
        if chance.oneIn(4), operation.name != "openGuestSession" {
            good.set("Authorization", header: "Bearer iris_pub_x")
            good.set("Origin", header: chance.oneIn(2) ? "https://unlisted.example" : "https://a.example")
            return "a page's key \(good.headers)"
        }
        let token = chance.pick(tokens) ?? ""
        switch chance.number(in: 1...6) {
        case 1: good.set("X-API-Key", header: token)
        case 2: good.set("Authorization", header: "bearer \(token)")
        case 3: good.set("Authorization", header: token)
        case 4: good.set("Authorization", header: "Bearer  \(token)")
        default: good.set("Authorization", header: "Bearer \(token)")
        }
        return "access \(good.headers)"
    }

    private func changePath(_ good: inout GoodRequest, _ chance: inout Chance) -> String {
        let index = chance.number(in: 0...good.path.count - 1)
        switch chance.number(in: 1...6) {
        case 1: good.path[index] = chance.pick(["", "%", "%41", "x%2Fy", "%ff", "api", "%zz", "v1"]) ?? ""
        case 2: good.path[index] = good.path[index].uppercased()
        case 3: good.path.append(chance.pick(["", "x", "members"]) ?? "")
        case 4: good.path.removeLast()
        case 5: good.method = chance.pick(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get", "TRACE"]) ?? ""
        default: good.path[index] = good.path[index].replacing("-", with: "%2D", maxReplacements: 1)
        }
        return "\(good.method) \(good.path)"
    }

    private func changeQuery(_ good: inout GoodRequest, _ chance: inout Chance) -> String {
        let fields = operation.queryFields
        guard let field = chance.pick(fields) else {
            good.query.append(("unknown", "1"))
            return "an unknown parameter"
        }
        switch chance.number(in: 1...4) {
        case 1: good.query.removeAll { $0.name == field.name }
        case 2: good.query.append(("other\u{FFFD}", "ä"))
        default:
            if chance.oneIn(2) { good.query.removeAll { $0.name == field.name } }
            good.query.append((field.name, chance.pick(Self.texts + Self.numbers) ?? ""))
        }
        return "query \(good.query)"
    }

    private func changeType(_ good: inout GoodRequest, _ chance: inout Chance) -> String {
        let types = [
            "application/json; charset=utf-8", "APPLICATION/JSON", "application/problem+json", "text/json", "",
            "application/jsonx", " application/json ;a=b", "application/x-www-form-urlencoded", "+json", ";",
        ]
        let type = chance.oneIn(6) ? nil : chance.pick(types)
        good.set("Content-Type", header: type)
        return "type \(type ?? "nil")"
    }

    private func changeBody(_ good: inout GoodRequest, _ chance: inout Chance) -> String {
        guard let fields = operation.bodyFields, let field = chance.pick(fields) else { return "no body" }
        switch chance.number(in: 1...8) {
        case 1: good.body?.removeAll { $0.name == field.name }
        case 2: good.body?.append(("unknown", .list([.null])))
        case 3: good.body?.append((field.name, .null))
        case 4: if operation.refusedFields.isEmpty || chance.oneIn(4) { good.body?.append(("tenant_id", .text("x"))) }
        case 5:
            let broken = chance.pick(Breakage.all(of: field.type, contract))
            good.body?.append((field.name, broken?.value ?? .null))
        default:
            if chance.oneIn(2) { good.body?.removeAll { $0.name == field.name } }
            good.body?.append((field.name, oddValue(for: field.type, &chance)))
        }
        return "body \(String(decoding: good.bodyBytes, as: UTF8.self).prefix(400))"
    }

    private func oddValue(for type: TypeReference, _ chance: inout Chance) -> JSON {
        switch chance.number(in: 1...8) {
        case 1: return .list([.text("a"), .null, .number("1")])
        case 2: return .object([JSON.Member("title", .text("")), JSON.Member("x", .null)])
        case 3: return .boolean(chance.oneIn(2))
        case 4: return .number(chance.pick(Self.jsonNumbers) ?? "0")
        default:
            if case .list(let element) = type, chance.oneIn(2) {
                return .list((0...2).map { _ in oddValue(for: element, &chance) })
            }
            if let integer = contract.integer(type), chance.oneIn(2) {
                return .number(String(integer.minimum + chance.number(in: -1...1)))
            }
            return .text(chance.pick(Self.texts + Self.numbers) ?? "")
        }
    }

    /// Other bytes than the body's: cut, wrapped, or with something else in them.
    private func spoil(_ body: [UInt8], _ chance: inout Chance) -> [UInt8] {
        let whole = String(decoding: body, as: UTF8.self)
        switch chance.number(in: 1...8) {
        case 1: return Array(body.prefix(chance.number(in: 0...max(0, body.count - 1))))
        case 2: return Array("[\(whole)]".utf8)
        case 3: return body + Array(chance.pick([" ", "\n", ",", "{}", "\u{0}", "\u{A0}"])?.utf8 ?? "".utf8)
        case 4:
            return Array((chance.pick(["", "null", "1", "\"a\"", "[]", "{", "nul", "{\"a\":1,}", "{,}"]) ?? "").utf8)
        case 5: return [0xEF, 0xBB, 0xBF] + body
        case 6:
            let depth = chance.pick([10, 62, 63, 64, 65, 200]) ?? 1
            let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            return Array("{\"unknown\":\(nested)\(body.count > 2 ? "," : "")".utf8) + body.dropFirst()
        case 7:
            let odd = ["\\ud800", "\\ud83d\\ude00", "\\udc00", "\\u00e9", "\\x", "\u{1}", "\\u12g4", "\\/\\b\\f"]
            return Array("{\"unknown\":\"\(chance.pick(odd) ?? "")\"\(body.count > 2 ? "," : "")".utf8)
                + body.dropFirst()
        default:
            guard !body.isEmpty else { return body }
            var bytes = body
            bytes[chance.number(in: 0...bytes.count - 1)] = UInt8(truncatingIfNeeded: chance.next())
            return bytes
        }
    }

    private static let texts = [
        "", "a", "ab", " ", "\t", "\u{3000}", "a\nb", "\u{0}", "a\u{85}", "👩‍👩‍👧", "admin", "owner", "true", "null",
        "ada@a.example", "ada@a", "ada@@a.b", "a da@a.b", "https://a.example", "https://*.a.example", "http://*.a.b",
        "https://a..b", "HTTPS://a.b", "https://a.example/x", "https://a.example:99999", "https://a.example:999999",
        "#2F6FED", "#2f6fe", "2026-01-31", "2026-02-29", "2024-02-29", "0000-01-01", "2026-1-31", "desc", "ASC",
        "2026-01-31T09:30:00Z", "2026-01-31t09:30:00.123456789+01:00", "1970-01-01T00:00:00+00:01", "secret",
        "2026-01-31T24:00:00Z", "9999-12-31T23:59:59-00:01", "2026-01-31T09:30:00.Z", "2026-01-31 09:30:00Z",
        "0190a5b0-1234-7000-8000-0000000000ab", "0190A5B0-1234-7000-8000-0000000000AB", "0190a5b0123470008000",
        "a-b.c_d", "ExampleCursor", "text", "support", String(repeating: "x", count: 121),
        String(repeating: "ä", count: 300),
        String(repeating: "y", count: 513), String(repeating: "z", count: 16_385),
    ]

    private static let numbers = [
        "0", "-0", "1", "100", "101", "-1", "1.0", "1e2", "1E+2", "10e-1", "1.5", "9223372036854775807",
        "9223372036854775808", "1e400", "-1e400", "01", "1.", ".5", "+5", " 5", "0x10", "infinity", "inf", "nan",
        "1_000",
        "٣", "1e-400", "1e", "--1",
    ]

    private static let jsonNumbers = numbers.filter(NumberGrammar.isNumber)
}

extension Contract {
    fileprivate func integer(_ reference: TypeReference) -> IntegerRule? {
        guard case .named(let name) = reference, case .integer(let rule)? = type(named: name)?.shape else { return nil }
        return rule
    }
}
