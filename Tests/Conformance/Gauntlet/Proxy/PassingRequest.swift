import Contract

/// A request on its way through the proxy.
struct PassingRequest: Sendable, Equatable {
    var method: String
    /// The request line's target.
    var target: String
    var headers: PassingHeaders
    var body: [UInt8] = []

    var path: Substring { target.prefix { $0 != "?" } }

    /// The body as JSON. Setting it writes the body anew.
    var json: JSON? {
        get { try? JSONParser.parse(body) }
        set { body = newValue.map { Array($0.description.utf8) } ?? [] }
    }

    /// The token that the request presents, if it presents one as the contract has it.
    var token: String? {
        if let bearer = headers["Authorization"], bearer.hasPrefix("Bearer ") { return String(bearer.dropFirst(7)) }
        return headers["X-API-Key"]
    }

    /// Puts a bearer token in the place of whatever the request presents.
    mutating func present(_ token: String) {
        headers["X-API-Key"] = nil
        headers["Authorization"] = "Bearer \(token)"
    }

    func query(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Sets a query parameter, or takes it out.
    mutating func setQuery(_ name: String, to value: String?) {
        guard query(name) != nil || value != nil else { return }
        var rest = parameters.filter { $0.name != name }
        if let value { rest.append((name, value)) }
        let pairs = rest.map { "\($0.name)=\(Attempt.encode($0.value))" }
        target = String(path) + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    private var parameters: [(name: String, value: String)] {
        target.drop { $0 != "?" }.dropFirst().split(separator: "&").map { pair in
            let name = pair.prefix { $0 != "=" }
            let value = pair.dropFirst(name.count + 1)
            return (String(name), value.percentDecoded)
        }
    }
}

/// A reply on its way back.
struct PassingReply: Sendable, Equatable {
    var status: Int
    var headers: PassingHeaders
    var body: [UInt8]

    var json: JSON? {
        get { try? JSONParser.parse(body) }
        set { body = newValue.map { Array($0.description.utf8) } ?? [] }
    }

    var isSuccess: Bool { 200..<300 ~= status }

    /// The code of an error envelope.
    var code: String? { json?["error"]?["code"]?.text }

    static func success(_ status: Int, _ data: JSON) -> PassingReply {
        var reply = PassingReply(
            status: status, headers: PassingHeaders([("Content-Type", "application/json")]), body: [])
        reply.json = .object([JSON.Member(key: "data", value: data)])
        return reply
    }

    static func refusal(_ error: APIError) -> PassingReply {
        var reply = PassingReply(
            status: error.status, headers: PassingHeaders([("Content-Type", "application/json")]), body: [])
        let members = [
            JSON.Member(key: "code", value: .string(error.code)),
            JSON.Member(key: "message", value: .string(error.message)),
        ]
        reply.json = .object([JSON.Member(key: "error", value: .object(members))])
        return reply
    }
}

/// Headers in their order; names are looked up whatever their letter case.
struct PassingHeaders: Sendable, Equatable {
    private(set) var fields: [Field]

    struct Field: Sendable, Equatable {
        let name: String
        let value: String
    }

    init(_ fields: [(name: String, value: String)]) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    /// The first value of a name. Setting it replaces all of the name.
    subscript(_ name: String) -> String? {
        get { fields.first { $0.name.lowercased() == name.lowercased() }?.value }
        set {
            fields.removeAll { $0.name.lowercased() == name.lowercased() }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }
}
