import Contract

/// Paths that nobody answers, and methods that a path does not answer.
struct RouteChecks {
    let world: World

    func all() -> [Check] {
        let contract = world.run.contract
        let byPath = Dictionary(grouping: contract.operations, by: \.route.template)
        return byPath.sorted { $0.key < $1.key }.flatMap { _, operations in wrongMethods(operations) } + unknownPaths()
    }

    private func wrongMethods(_ operations: [Operation]) -> [Check] {
        operations.first.flatMap { try? world.first.control($0.name) }.map { wrongMethods(for: $0) } ?? []
    }

    /// Every method that the path of a request does not answer.
    func wrongMethods(for control: Attempt) -> [Check] {
        let first = control.operation
        let operations = world.run.contract.operations.filter { $0.route.template == first.route.template }
        let answered = Set(operations.map(\.route.method.rawValue))
        let code = world.code(.wrongMethod)
        let isReference = world.run.profile == .reference
        return Route.Method.allCases.map(\.rawValue).filter { !answered.contains($0) }.map { method in
            Check(
                "derived.\(first.name).method-\(method.lowercased())", group: first.name,
                "\(method) is not answered here" + (isReference ? ", and Allow says what is" : ""), promises: ["G-2"]
            ) { run in
                let attempt = control.edited {
                    $0.method = method
                    $0.body = nil
                }
                let (exchange, problems) = try await run.refuse(attempt, code: code)
                let allow = Set(
                    (exchange.reply.headers["allow"] ?? "").split(separator: ",").map {
                        $0.filter { $0 != " " }
                    })
                let wrong =
                    allow == answered || !isReference
                    ? [] : ["Allow must list \(answered.sorted().joined(separator: ", "))"]
                return Verdict(problems + wrong, exchange)
            }
        }
    }

    private func unknownPaths() -> [Check] {
        guard let control = try? world.first.control("introspectKey") else { return [] }
        let path = control.target
        let unknown = [
            "/", "/api", "/api/v1", "/api/v2/me", path + "/", path + "/x", "/" + path, path + "%2Fx", path + "%00",
            "/api/product/v1/%F0%9F%98%80", "/admin", "/.env",
        ]
        let code = world.code(.unknownPath)
        return unknown.map { path in
            Check("derived.paths.\(path)", group: "unknown paths", "\(path) is not found", promises: ["G-2"]) { run in
                let (exchange, problems) = try await run.refuse(control.edited { $0.rawPath = path }, code: code)
                return Verdict(problems, exchange)
            }
        }
    }
}
