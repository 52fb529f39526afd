extension Resolver {
    /// `POST /api/v1/signup`, with parameters in braces.
    func readRoute(_ node: YAMLNode) -> Route? {
        let words = (node.text ?? "").split(separator: " ").map(String.init)
        guard words.count == 2, words[1].hasPrefix("/") else {
            findings.report(.badValue, at: node.location, "a route is a method and a path: POST /api/v1/signup")
            return nil
        }
        guard
            let method = findings.choice(of: Route.Method.self, words[0], at: node.location, for: "route")
        else { return nil }
        let segments = words[1].dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { segment in
            segment.hasPrefix("{") && segment.hasSuffix("}")
                ? Route.Segment.parameter(String(segment.dropFirst().dropLast())) : .literal(String(segment))
        }
        return Route(method: method, segments: segments)
    }

    /// `201 Invitation`, `200 [Member]` or `200 page of Message`.
    func readReply(_ node: YAMLNode) -> Reply? {
        let words = (node.text ?? "").split(separator: " ").map(String.init)
        guard let status = words.first.flatMap({ Int($0) }), (200...299).contains(status), words.count >= 2 else {
            findings.report(
                .badValue, at: node.location, "a reply is a status and a type: 201 Invitation, or 200 page of Message")
            return nil
        }
        if words.count == 4, words[1] == "page", words[2] == "of" {
            return namedType(words[3], at: node.location).map { Reply(status: status, body: .page(of: $0)) }
        }
        guard words.count == 2 else {
            findings.report(.badValue, at: node.location, "a reply's type is a name, [Name] or page of Name")
            return nil
        }
        if words[1].hasPrefix("["), words[1].hasSuffix("]") {
            return namedType(String(words[1].dropFirst().dropLast()), at: node.location)
                .map { Reply(status: status, body: .list(of: $0)) }
        }
        return namedType(words[1], at: node.location).map { Reply(status: status, body: .one($0)) }
    }

    /// Two operations must never match the same request.
    func checkRoutes(_ operations: [Operation]) {
        for (index, operation) in operations.enumerated() {
            for other in operations[..<index]
            where other.route.method == operation.route.method && overlaps(other.route, operation.route) {
                findings.report(
                    .ambiguousRoute, at: operation.location,
                    "'\(operation.name)' and '\(other.name)' answer the same requests",
                    note: Finding.Note(text: "the other is", location: other.location))
            }
        }
    }

    /// Routes are the same when they differ in parameter names only; a literal is preferred to a parameter.
    private func overlaps(_ left: Route, _ right: Route) -> Bool {
        left.segments.count == right.segments.count
            && zip(left.segments, right.segments).allSatisfy { pair in
                switch pair {
                case (.literal(let one), .literal(let other)): one == other
                case (.parameter, .parameter): true
                default: false
                }
            }
    }
}
