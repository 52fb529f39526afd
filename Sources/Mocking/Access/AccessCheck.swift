import Contract

/// Decides who asks, and whether they may.
struct AccessCheck {
    /// Pages on hosts that begin so are on no workspace's list.
    static let unlistedHost = "unlisted."

    let contract: Contract

    /// The caller of an operation; nil where anyone may call it.
    func caller(of request: MockRequest, for access: Access) throws(Refusal) -> MockCaller? {
        guard access != .anyone else { return nil }
        for requirement in access.requirements {
            guard let credential = contract.credential(named: requirement.credential),
                let token = Self.token(in: request, at: credential.carriers),
                credential.kinds.contains(where: { token.hasPrefix($0.prefix) })
            else { continue }
            return try caller(MockCaller(token, of: credential, in: contract), requirement, page: request.page)
        }
        throw Refusal(.credential)
    }

    /// The caller behind a token that a socket has presented.
    func caller(presenting token: String, for access: Access, page: String?) throws(Refusal) -> MockCaller {
        for requirement in access.requirements {
            guard let credential = contract.credential(named: requirement.credential),
                credential.kinds.contains(where: { token.hasPrefix($0.prefix) })
            else { continue }
            return try caller(MockCaller(token, of: credential, in: contract), requirement, page: page)
        }
        throw Refusal(.credential)
    }

    private func caller(
        _ caller: MockCaller?, _ requirement: Requirement, page: String?
    ) throws(Refusal) -> MockCaller {
        guard let caller else { throw Refusal(.credential) }
        if caller.kind.isForPages, let page, !Self.isListed(page) { throw Refusal(.origin) }
        if let role = requirement.role, !caller.covers(role) { throw Refusal(.role) }
        if let scope = requirement.scope, !caller.scopes.contains(scope) { throw Refusal(.scope) }
        return caller
    }

    static func isListed(_ page: String) -> Bool { !page.contains("://" + unlistedHost) }

    /// The one token that stands in these places; nil when there is none, or when they disagree.
    private static func token(in request: MockRequest, at carriers: [Credential.Carrier]) -> String? {
        var found: Set<String> = []
        for carrier in carriers {
            switch carrier {
            case .bearer:
                guard let value = request.header("authorization") else { continue }
                guard let blank = value.firstIndex(of: " "), value[..<blank].lowercased() == "bearer" else {
                    return nil
                }
                found.insert(String(value[blank...].dropFirst()))
            case .header(let name):
                if let value = request.header(name) { found.insert(value) }
            }
        }
        return found.count == 1 ? found.first : nil
    }
}

extension MockRequest {
    /// The origin of the web page that asks; nil where no page does.
    var page: String? { header("origin") }
}
