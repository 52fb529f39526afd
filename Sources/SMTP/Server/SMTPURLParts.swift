/// The parts of an SMTP URL, decoded, before anybody asks whether they go together.
struct SMTPURLParts {
    let isImplicitTLS: Bool
    let credentials: SMTPServer.Credentials?
    let host: String
    let port: Int?
    let parameters: [String: String]

    init(_ url: String) throws(SMTPURLError) {
        guard let colon = url.range(of: "://") else { throw .scheme }
        switch url[..<colon.lowerBound].lowercased() {
        case "smtp": isImplicitTLS = false
        case "smtps": isImplicitTLS = true
        default: throw .scheme
        }
        let rest = url[colon.upperBound...]
        guard !rest.contains("#") else { throw .path }
        let halves = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var authority = halves[0]
        if authority.hasSuffix("/") { authority.removeLast() }
        guard !authority.contains("/") else { throw .path }
        parameters = halves.count == 2 ? try Self.parameters(halves[1]) : [:]

        if let at = authority.lastIndex(of: "@") {
            credentials = try Self.credentials(authority[..<at])
            authority = authority[authority.index(after: at)...]
        } else {
            credentials = nil
        }
        (host, port) = try Self.hostAndPort(authority)
    }

    private static func parameters(_ query: Substring) throws(SMTPURLError) -> [String: String] {
        var parameters: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(sides[0])
            guard sides.count == 2, ["starttls", "ca"].contains(name), parameters[name] == nil else { throw .parameter }
            parameters[name] = try PercentDecoding.decode(sides[1])
        }
        return parameters
    }

    private static func credentials(_ text: Substring) throws(SMTPURLError) -> SMTPServer.Credentials {
        let sides = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2 else { throw .credentials }
        let user = try PercentDecoding.decode(sides[0])
        let password = try PercentDecoding.decode(sides[1])
        // Control characters would end the string in C, or the line on the wire.
        guard !user.isEmpty, !password.isEmpty, !ControlCharacters.areIn(user), !ControlCharacters.areIn(password)
        else { throw .credentials }
        return SMTPServer.Credentials(user: user, password: password)
    }

    private static func hostAndPort(_ text: Substring) throws(SMTPURLError) -> (String, Int?) {
        let host: Substring
        var rest: Substring
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { throw .host }
            host = text[text.index(after: text.startIndex)..<end]
            rest = text[text.index(after: end)...]
            guard host.contains(":"),
                host.utf8.allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
            else { throw .host }
        } else {
            let end = text.firstIndex(of: ":") ?? text.endIndex
            host = text[..<end]
            rest = text[end...]
            guard !host.isEmpty, host.utf8.count <= 253, host.utf8.allSatisfy(isHostCharacter) else { throw .host }
        }
        if rest.isEmpty { return (String(host), nil) }
        guard rest.removeFirst() == ":" else { throw .host }
        guard !rest.isEmpty, rest.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let port = Int(rest), (1...65535).contains(port)
        else { throw .port }
        return (String(host), port)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
    }

    private static func isHostCharacter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }
}
