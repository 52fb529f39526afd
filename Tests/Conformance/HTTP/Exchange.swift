/// A request and the reply to it.
struct Exchange: Sendable {
    let attempt: Attempt
    let reply: Reply
    /// From the request to the whole reply; nil where nobody has measured it.
    var duration: Duration?
}

/// A reply as it came.
struct Reply: Sendable {
    let status: Int
    /// Values by lower-case name.
    let headers: [String: String]
    let body: [UInt8]

    /// The body, if it is JSON.
    var json: JSON? { try? JSONParser.parse(body) }

    var data: JSON? { json?["data"] }

    /// The code of an error envelope.
    var code: String? { json?["error"]?["code"]?.text }
}
