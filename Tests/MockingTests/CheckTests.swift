import Contract
import Testing

import struct Contract.Operation

@testable import Mocking

@Suite("what the mock refuses in a request's fields")
struct CheckTests {
    @Test("each rule of each body field, broken alone, is told by its pointer and its code")
    func bodies() throws {
        var broken = 0
        for contract in try [OwnContracts.iris, OwnContracts.library, OwnContracts.todo].map({ try $0.get() }) {
            for operation in contract.operations {
                for field in operation.bodyFields ?? [] {
                    for (value, code, pointer) in field.breakages(contract) {
                        var request = GoodRequest(operation, contract)
                        request.body?.removeAll { $0.name == field.name }
                        if let value { request.body?.append((field.name, value)) }
                        // The longest list may be longer than a body can be.
                        guard request.bodyBytes.count <= contract.bodyLimit else { continue }
                        expect(request, operation, contract, code, at: "/\(field.name)\(pointer)")
                        broken += 1
                    }
                }
            }
        }
        #expect(broken > 400)
    }

    @Test("so is each rule of each query parameter")
    func queries() throws {
        var broken = 0
        for contract in try [OwnContracts.iris, OwnContracts.library, OwnContracts.todo].map({ try $0.get() }) {
            for operation in contract.operations {
                for field in operation.queryFields {
                    for breakage in Breakage.all(of: field.type, contract) {
                        guard let text = breakage.value.text ?? breakage.value.number else { continue }
                        // What is of the wrong type in JSON may be of the right one in a query, where all is text.
                        guard breakage.code != .wrongType || text == "1.5" else { continue }
                        var request = GoodRequest(operation, contract)
                        request.query.removeAll { $0.name == field.name }
                        request.query.append((field.name, text))
                        expect(request, operation, contract, breakage.code, at: "?\(field.name)")
                        broken += 1
                    }
                }
            }
        }
        #expect(broken > 40)
    }

    @Test("an id in the path that is none names nothing")
    func paths() throws {
        let contract = try OwnContracts.iris.get()
        for operation in contract.operations where !operation.pathFields.isEmpty {
            for (index, segment) in operation.route.segments.enumerated() where segment.isParameter {
                var request = GoodRequest(operation, contract)
                request.path[index] = "not-an-id"
                #expect(MockAPI(contract).answer(request.request).errorCode == "not_found")
            }
        }
    }

    @Test("all that is wrong is told at once, and the values are not repeated")
    func everything() throws {
        let contract = try OwnContracts.iris.get()
        var request = GoodRequest(try #require(contract.operation(named: "signUp")), contract)
        request.body = [
            ("slug", .text("admin")), ("email", .text("sEcReT")), ("password", .null), ("plan", .text("sEcReT")),
        ]
        let response = MockAPI(contract).answer(request.request)
        #expect(
            Set(response.pointers) == ["/email", "/slug", "/plan", "/full_name", "/password", "/company_name"])
        #expect(response.pointers.count == 6)
        #expect(!String(decoding: response.body, as: UTF8.self).contains("sEcReT"))
    }

    @Test(
        "what is no JSON, no object, of another type, too large, or refused by name has its own error",
        arguments: [
            ("{\"email\":", "application/json", "invalid_json"), ("{} {}", "application/json", "invalid_json"),
            ("{\"a\":01}", "application/json", "invalid_json"), ("[]", "application/json", "invalid_request"),
            ("{}", "text/plain", "unsupported_media_type"), ("{}", "", "unsupported_media_type"),
            (String(repeating: " ", count: 262_145), "application/json", "payload_too_large"),
            (
                "{\"name\":\"x\",\"channel_type\":\"group\",\"tenant_id\":null}", "application/json",
                "tenant_not_allowed"
            ),
        ])
    func bodiesAsWhole(_ body: String, _ type: String, _ code: String) throws {
        let contract = try OwnContracts.iris.get()
        let good = GoodRequest(try #require(contract.operation(named: "createChannel")), contract)
        let headers = good.headers.filter { $0.name != "Content-Type" } + (type.isEmpty ? [] : [("content-type", type)])
        let request = MockRequest(
            method: "POST", target: good.request.target, headers: headers, body: Array(body.utf8))
        let response = MockAPI(contract).answer(request)
        #expect(response.errorCode == code)
        #expect(response.status == contract.error(coded: code)?.status)
    }

    @Test(
        "an Idempotency-Key that is none is refused where one counts",
        arguments: ["", "ä", "a b", String(repeating: "k", count: 256)])
    func retryKeys(_ key: String) throws {
        let contract = try OwnContracts.iris.get()
        for (name, code) in [("createChannel", "invalid_request"), ("login", nil), ("changeChannel", nil)] {
            var request = GoodRequest(try #require(contract.operation(named: name)), contract)
            request.set("Idempotency-Key", header: key)
            let response = MockAPI(contract).answer(request.request)
            #expect(response.errorCode == code)
            #expect(response.pointers == (code == nil ? [] : ["Idempotency-Key"]))
        }
    }

    private func expect(
        _ request: GoodRequest, _ operation: Operation, _ contract: Contract, _ code: FieldProblem.Code,
        at pointer: String
    ) {
        let response = MockAPI(contract).answer(request.request)
        let details = response.json["error"]?["details"]?.elements ?? []
        #expect(response.errorCode == contract.error(impliedBy: .input)?.code, "\(operation.name) \(pointer) \(code)")
        #expect(response.pointers == [pointer], "\(operation.name) \(pointer) \(code)")
        #expect(details.first?["code"]?.text == code.rawValue, "\(operation.name) \(pointer)")
    }
}

extension JSON {
    fileprivate var number: String? {
        switch self {
        case .number(let text): text
        case .integer(let value): String(value)
        default: nil
        }
    }
}
