import Contract

/// Whether two replies tell the one who asks the same: then what the requests differ in cannot be found out by asking.
struct Likeness {
    let one: Exchange
    let other: Exchange

    /// What tells them apart, in words. Tokens that an environment for development discloses do not count: they are
    /// mailed elsewhere.
    var differences: [String] {
        var found: [String] = []
        if one.reply.status != other.reply.status {
            found.append("the statuses differ: \(one.reply.status) and \(other.reply.status)")
        }
        let headers = [one, other].map { Set($0.reply.headers.keys).subtracting(Self.changing) }
        for name in headers[0].symmetricDifference(headers[1]).sorted() {
            found.append("one reply only has the header \(name)")
        }
        for name in headers[0].intersection(headers[1]).sorted()
        where one.reply.headers[name] != other.reply.headers[name] {
            found.append("the header \(name) differs")
        }
        if let error = one.reply.json?["error"], let others = other.reply.json?["error"] {
            for part in ["code", "message", "details"] where error[part] != others[part] {
                found.append("the errors' \(part)s differ")
            }
        }
        if Self.shape(one.reply.json) != Self.shape(other.reply.json) { found.append("the bodies have other fields") }
        return found
    }

    /// Headers that differ between any two replies.
    private static let changing: Set<String> = [
        "date", "request-id", "x-request-id", "content-length", "traceparent", "server-timing", "age", "retry-after",
        "ratelimit", "ratelimit-remaining", "ratelimit-reset", "x-ratelimit-remaining", "x-ratelimit-reset",
    ]

    /// A value with everything taken out but its form; truth values stay, as they tell something.
    private static func shape(_ json: JSON?) -> JSON {
        let disclosed: Set<String> = ["verification_token", "reset_token"]
        return shape(json, without: disclosed)
    }

    private static func shape(_ json: JSON?, without keys: Set<String>) -> JSON {
        switch json {
        case nil, .null?: .null
        case .boolean(let value)?: .boolean(value)
        case .number?: .string("number")
        case .string?: .string("text")
        case .array(let elements)?: .array(elements.map { shape($0, without: keys) })
        case .object(let members)?:
            .object(
                members.filter { !keys.contains($0.key) }
                    .map { JSON.Member(key: $0.key, value: shape($0.value, without: keys)) }.sorted { $0.key < $1.key })
        }
    }
}
