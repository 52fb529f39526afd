import Contract
import Testing

import struct Contract.Operation

@testable import Mocking

@Suite("how the mock's replies vary")
struct VarietyTests {
    @Test("the same seed and request give the same bytes; another seed gives others")
    func determinism() throws {
        let contract = try OwnContracts.iris.get()
        for operation in contract.operations {
            let request = GoodRequest(operation, contract).request
            let bodies = try [7, 7, 8].map { seed in
                MockAPI(try OwnContracts.iris.get(), settings: MockSettings(seed: seed)).answer(request).body
            }
            #expect(bodies[0] == bodies[1])
            // Some replies have nothing that could be otherwise: one word, or what the request has said.
            let fixed = ["checkHealth", "checkReadiness", "putRetentionPolicy", "markRead", "markConversationRead"]
            if !operation.replyIsDeletion, !fixed.contains(operation.name), !operation.name.hasSuffix("Typing") {
                let others = (UInt64(1)...5).map { seed in
                    MockAPI(contract, settings: MockSettings(seed: seed)).answer(request).body
                }
                #expect(Set(others).count > 1, "\(operation.name)")
            }
        }
    }

    @Test("over 50 seeds each word of an enumeration comes up, and what may be absent or null is so at times")
    func variety() throws {
        let contract = try OwnContracts.iris.get()
        for operation in contract.operations {
            var seen = Sightings(contract)
            for seed in UInt64(1)...50 {
                var good = GoodRequest(operation, contract, withOptionalFields: false)
                if operation.queryFields.contains(where: { $0.name == "limit" }) { good.query.append(("limit", "10")) }
                let response = MockAPI(contract, settings: MockSettings(seed: seed)).answer(good.request)
                seen.look(at: response.json["data"] ?? .null, operation.reply)
            }
            let said = Set((operation.bodyFields ?? []).filter { !$0.isOptional }.map(\.name))
            #expect(seen.missing.filter { !said.contains($0.field) }.map(\.description) == [], "\(operation.name)")
        }
    }

    @Test("over 50 seeds lists are empty, short and long, and texts reach both ends of their rule")
    func extent() throws {
        let contract = try OwnContracts.iris.get()
        let members = GoodRequest(try #require(contract.operation(named: "listMembers")), contract).request
        let counts = Set(
            (1...50).map { seed in
                MockAPI(contract, settings: MockSettings(seed: seed)).answer(members).json["data"]?.elements?.count
                    ?? -1
            })
        #expect(counts.contains(0) && counts.count > 6)
        guard case .text(let rule)? = try OwnContracts.library.get().type(named: "Note")?.shape else {
            Issue.record("a note is a text")
            return
        }
        let texts = (UInt64(1)...200).map { seed in
            var chance = Chance(seed: seed, "text")
            return TextMaker(rule: rule, example: "Where is my order?", isSecret: false).make(&chance)
        }
        #expect(texts.allSatisfy { rule.broken(by: $0) == nil })
        #expect(Set(texts.map(\.unicodeScalars.count)).isSuperset(of: [1, 40]))
        #expect(texts.contains { $0.utf8.count > $0.unicodeScalars.count })
    }
}

extension Operation {
    fileprivate var replyIsDeletion: Bool { route.method == .delete }
}

/// Which values a reply type's fields have been seen with.
private struct Sightings {
    private let contract: Contract
    private var seen: Set<String> = []
    private var wanted: [Wanted: String] = [:]

    struct Wanted: Hashable, CustomStringConvertible {
        let field: String
        let description: String
    }

    init(_ contract: Contract) { self.contract = contract }

    var missing: [Wanted] {
        wanted.filter { !seen.contains($0.value) }.map(\.key).sorted { $0.description < $1.description }
    }

    mutating func look(at data: JSON, _ reply: Reply) {
        switch reply.body {
        case .one(let type): look(at: data, type, field: "", path: "")
        case .list(let type), .page(let type):
            for element in data.elements ?? [] { look(at: element, type, field: "", path: "") }
        }
    }

    private mutating func look(at value: JSON, _ type: TypeReference, field name: String, path: String) {
        switch type {
        case .list(let element):
            for each in value.elements ?? [] { look(at: each, element, field: name, path: path) }
        case .boolean where name != "deleted":
            want(["true", "false"], name, path)
            seen.insert(path + " " + (value == .boolean(true) ? "true" : "false"))
        case .named(let type):
            switch contract.type(named: type)?.shape {
            case .enumeration(let values)?:
                want(values, name, path)
                if let text = value.text { seen.insert(path + " " + text) }
            case .record(let fields)?:
                for field in fields {
                    let place = path + "/" + field.name
                    want(
                        (field.isOptional ? ["absent"] : []) + (field.isNullable ? ["null"] : []) + ["there"],
                        field.name, place)
                    switch value[field.name] {
                    case nil: seen.insert(place + " absent")
                    case .null?: seen.insert(place + " null")
                    case let inner?:
                        seen.insert(place + " there")
                        look(at: inner, field.type, field: field.name, path: place)
                    }
                }
            default: break
            }
        default: break
        }
    }

    private mutating func want(_ values: [String], _ field: String, _ path: String) {
        for value in values {
            let key = path + " " + value
            wanted[Wanted(field: field, description: key)] = key
        }
    }
}
