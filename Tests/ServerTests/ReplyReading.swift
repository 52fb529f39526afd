import Foundation

extension Reply {
    /// The text values of a key, in the order in which they stand in the reply.
    func texts(_ key: String) -> [String] {
        text.components(separatedBy: "\"\(key)\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    /// The numbers of a key, in the order in which they stand in the reply.
    func numbers(_ key: String) -> [Int] {
        text.components(separatedBy: "\"\(key)\":").dropFirst().compactMap { Int($0.prefix(while: \.isNumber)) }
    }

    /// The first number of a key.
    func number(_ key: String) -> Int? { numbers(key).first }

    /// Whether a key stands there with a value that is no text, such as `true` or `null`.
    func has(_ key: String, _ value: String) -> Bool { text.contains("\"\(key)\":\(value)") }
}

extension TestWorkspace {
    /// An API key of the workspace: its id and its secret.
    func issueKey(_ fields: String = #""key_type":"secret""#, in deployment: Deployment) async throws -> (
        id: String, secret: String
    ) {
        let key = try await deployment.send(
            "POST", "/api/v1/admin/keys", #"{"name":"Another",\#(fields)}"#, token: owner)
        return (key["key_id"], key["secret"])
    }
}
