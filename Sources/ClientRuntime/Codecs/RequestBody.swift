import Runtime

/// The members of a request's body in their order. A member without a value is left out.
public struct RequestBody: ExpressibleByDictionaryLiteral, JSONWritable {
    private let members: [(name: StaticString, value: (any JSONWritable)?)]

    public init(dictionaryLiteral members: (StaticString, (any JSONWritable)?)...) { self.members = members }

    public func write(to json: inout JSONWriter) {
        json.openObject()
        writeMembers(to: &json)
        json.closeObject()
    }

    func writeMembers(to json: inout JSONWriter) {
        for member in members {
            if let value = member.value { json.member(member.name, value) }
        }
    }

    var bytes: [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }
}

/// The parameters of a request's query in their order. A parameter without a value is left out.
public struct RequestQuery: ExpressibleByDictionaryLiteral, Sendable {
    private let parameters: [(name: String, value: (any QueryWritable)?)]

    public init(dictionaryLiteral parameters: (String, (any QueryWritable)?)...) { self.parameters = parameters }

    /// What stands behind the path: empty, or begins with `?`.
    var text: String {
        let present = parameters.compactMap { parameter in
            parameter.value.map { (name: parameter.name, value: $0.queryText) }
        }
        return present.isEmpty ? "" : "?" + PercentEncoding.query(present)
    }
}

/// `null`.
struct JSONNull: JSONWritable {
    func write(to json: inout JSONWriter) { json.null() }
}

extension Optional where Wrapped: JSONWritable {
    /// The value of a member that is never left out: null where there is none.
    public var orNull: any JSONWritable { self ?? JSONNull() }
}

extension Change where Value: JSONWritable {
    /// The value of a member that says what becomes of a field: nil, which leaves it out, to keep it.
    public var member: (any JSONWritable)? {
        switch self {
        case .keep: nil
        case .clear: JSONNull()
        case .set(let value): value
        }
    }
}
