import Contract

@testable import Mocking

/// A request that an operation takes, in pieces that tests can take away or put others in place of.
struct GoodRequest {
    var method: String
    var path: [String]
    var query: [(name: String, value: String)]
    /// Nil for an operation without a body.
    var body: [(name: String, value: JSON)]?
    var headers: [(name: String, value: String)]

    /// Made of the spec's examples, with every field or with those only that must be there.
    init(_ operation: Operation, _ contract: Contract, withOptionalFields: Bool = true) {
        let maker = ExampleMaker(contract)
        method = operation.route.method.rawValue
        path = operation.route.segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .parameter(let name):
                operation.pathFields.first { $0.name == name }.flatMap { maker.value($0.type).text } ?? ""
            }
        }
        query = operation.queryFields.filter { withOptionalFields || !$0.isOptional }
            .map { ($0.name, $0.name == "limit" ? "10" : Self.text(maker.value($0.type))) }
        body = operation.bodyFields.map { fields in
            fields.filter { withOptionalFields || !$0.isOptional }.map { ($0.name, maker.value($0.type)) }
        }
        headers = body == nil ? [] : [("Content-Type", "application/json")]
        if let requirement = operation.access.requirements.first {
            headers.append(("Authorization", "Bearer \(Self.token(for: requirement, contract))"))
        }
    }

    var request: MockRequest {
        let target = "/" + path.joined(separator: "/") + (query.isEmpty ? "" : "?" + queryText)
        return MockRequest(method: method, target: target, headers: headers, body: bodyBytes)
    }

    var queryText: String { query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&") }

    var bodyBytes: [UInt8] { body.map { JSON.object($0.map { JSON.Member($0.name, $0.value) }).bytes } ?? [] }

    mutating func set(_ name: String, header value: String?) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        if let value { headers.append((name, value)) }
    }

    /// A token that may do exactly what is required.
    static func token(for requirement: Requirement, _ contract: Contract) -> String {
        guard let credential = contract.credential(named: requirement.credential), let kind = credential.kinds.first
        else { return "" }
        if let role = requirement.role { return kind.prefix + role }
        guard let scope = requirement.scope else { return kind.prefix + "Example" }
        return kind.prefix + "only_" + scope.map { $0.isLetter ? String($0) : "_" }.joined()
    }

    static func text(_ value: JSON) -> String {
        if case .text(let text) = value { text } else { String(decoding: value.bytes, as: UTF8.self) }
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 128 && (scalar.properties.isAlphabetic || (0x30...0x39).contains(byte))
                ? String(scalar) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

extension MockResponse {
    var json: JSON { JSONParser.parse(body) ?? .null }

    var errorCode: String? { json["error"]?["code"]?.text }

    var pointers: [String] { json["error"]?["details"]?.elements?.compactMap { $0["pointer"]?.text } ?? [] }
}
