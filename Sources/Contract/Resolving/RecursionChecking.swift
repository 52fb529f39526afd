extension Resolver {
    /// A record that contains itself would have no end in Swift and no example; only a list may lead back.
    func checkRecursion(_ types: [TypeDefinition]) {
        let byName = Dictionary(types.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for type in types {
            if let path = pathBack(to: type.name, from: type, byName: byName, visited: []) {
                findings.report(
                    .recursiveType, at: type.location,
                    "the type '\(type.name)' contains itself through \(path.joined(separator: " → "))",
                    hint: "let one of these fields be a list")
            }
        }
    }

    private func pathBack(
        to target: String, from type: TypeDefinition, byName: [String: TypeDefinition], visited: Set<String>
    ) -> [String]? {
        guard case .record(let fields) = type.shape else { return nil }
        for field in fields {
            guard case .named(let name) = field.type, !visited.contains(name), let next = byName[name] else { continue }
            let step = "\(type.name).\(field.name)"
            if name == target { return [step] }
            if let rest = pathBack(to: target, from: next, byName: byName, visited: visited.union([name])) {
                return [step] + rest
            }
        }
        return nil
    }
}
