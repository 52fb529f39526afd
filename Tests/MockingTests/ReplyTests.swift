import Contract
import PythonPeer
import struct Contract.Operation
import Foundation
import Testing

@testable import Generator
@testable import Mocking

@Suite("what the mock replies")
struct ReplyTests {
    private static let irisDocument = PythonPeer.root.appendingPathComponent(
        "Sources/Generated/Documents/openapi.json")

    @Test(
        "every operation succeeds for the spec's examples, and its reply is what openapi.json promises, whatever the seed"
    )
    func iris() throws {
        let contract = try OwnContracts.iris.get()
        #expect(try complaints(contract, Data(contentsOf: Self.irisDocument), seeds: 25) == "")
    }

    @Test("so it is for other small APIs")
    func others() throws {
        for contract in [try OwnContracts.library.get(), try OwnContracts.todo.get()] {
            #expect(try complaints(contract, Self.document(of: contract), seeds: 60) == "", "\(contract.name)")
        }
    }

    @Test("with examples only, replies are valid too, and say what the documents say")
    func examples() throws {
        let contract = try OwnContracts.iris.get()
        let settings = MockSettings(usesExamples: true)
        let cases = try contract.operations.map { try asked($0, contract, settings) }
        #expect(try SchemaPeer.complaints(about: cases, by: Data(contentsOf: Self.irisDocument)) == "")
        let member = try #require(contract.operation(named: "listMembers"))
        let reply = try asked(member, contract, settings).response.json
        #expect(reply["data"]?.elements?.first?["full_name"] == .text("Ada Lovelace"))
        #expect(reply["data"]?.elements?.first?["joined_at"] == .text("2026-01-01T00:00:00.000Z"))
    }

    @Test("every documented error can be wished for, and has its status, its envelope and its headers")
    func wishes() throws {
        for (contract, document, least) in [
            (try OwnContracts.iris.get(), try Data(contentsOf: Self.irisDocument), 500),
            (try OwnContracts.library.get(), try Self.document(of: OwnContracts.library.get()), 30),
            (try OwnContracts.todo.get(), try Self.document(of: OwnContracts.todo.get()), 30),
        ] {
            let api = MockAPI(contract)
            var cases: [SchemaPeer.Case] = []
            for operation in contract.operations {
                for (index, code) in Wish.errors(of: operation, contract).enumerated() {
                    var good = GoodRequest(operation, contract)
                    let isPreferred = index % 2 == 0
                    good.set(isPreferred ? "Prefer" : "X-Mock-Error", header: isPreferred ? "code=\(code)" : code)
                    let response = api.answer(good.request)
                    #expect(response.errorCode == code, "\(operation.name)")
                    #expect(response.status == contract.error(coded: code)?.status)
                    cases.append(Self.asked(operation, response))
                }
            }
            #expect(cases.count > least)
            #expect(try SchemaPeer.complaints(about: cases, by: document) == "")
        }
    }

    @Test("another success can be wished for by its status; a wish that the operation never fulfils is a mistake")
    func otherWishes() throws {
        let contract = try OwnContracts.iris.get()
        var good = GoodRequest(try #require(contract.operation(named: "openGuestSession")), contract)
        #expect(MockAPI(contract).answer(good.request).status == 201)
        good.set("Prefer", header: "respond-async, code=200")
        #expect(MockAPI(contract).answer(good.request).status == 200)
        good.set("Prefer", header: "code=already_member")
        let refused = MockAPI(contract).answer(good.request)
        #expect(refused.errorCode == "invalid_request")
        #expect(refused.pointers == ["Prefer"])
    }

    private static func document(of contract: Contract) -> Data {
        Data(JSONPrinter.text(of: .object(OpenAPIEmitter.document(contract))).utf8)
    }

    private func complaints(_ contract: Contract, _ document: Data, seeds: UInt64) throws -> String {
        let cases = try contract.operations.flatMap { operation in
            try (1...seeds).map { seed in
                let isFull = seed % 2 == 0
                let each = try asked(operation, contract, MockSettings(seed: seed), withOptionalFields: isFull)
                #expect(each.response.status == operation.reply.status, "\(operation.name), seed \(seed)")
                return each
            }
        }
        return try SchemaPeer.complaints(about: cases, by: document)
    }

    private func asked(
        _ operation: Operation, _ contract: Contract, _ settings: MockSettings, withOptionalFields: Bool = true
    ) throws -> SchemaPeer.Case {
        let good = GoodRequest(operation, contract, withOptionalFields: withOptionalFields)
        return Self.asked(operation, MockAPI(contract, settings: settings).answer(good.request))
    }

    private static func asked(_ operation: Operation, _ response: MockResponse) -> SchemaPeer.Case {
        SchemaPeer.Case(
            path: operation.route.template, method: operation.route.method.rawValue, response: response)
    }
}
