import Contract

/// The operations with their routes, and the match from a path to what stands there.
enum RouteEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        [
            GeneratedFile(path: "Routing/APIOperation.swift", source: operations(contract)),
            GeneratedFile(path: "Routing/Router.swift", source: router(contract)),
        ]
    }

    private static func operations(_ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file()
        source.doc("Every operation of the contract.")
        source.block("public enum APIOperation: String, Sendable, CaseIterable") { body in
            body.cases(contract.operations.map { ($0.name, $0.name, $0.location) })
            body.gap()
            body.doc("The method and the path, with parameters in braces: what logs call the operation.")
            body.block("public var route: String") { inner in
                inner.line("switch self {")
                for operation in contract.operations {
                    inner.origin(operation.location)
                    inner.line(
                        "case .\(operation.name): \"\(operation.route.method.rawValue) \(operation.route.template)\"")
                }
                inner.line("}")
            }
        }
        return source
    }

    private static func router(_ contract: Contract) -> SwiftSource {
        var source = SwiftSource.file(importing: ["Runtime"])
        source.gap()
        source.doc("What stands at a path: one operation a method.")
        source.block("struct Resource") { body in
            for method in Route.Method.allCases {
                body.line("var \(method.rawValue.lowercased()): APIOperation?")
            }
            body.gap()
            body.doc("The operation that answers a method.")
            body.block("subscript(method: String) -> APIOperation?") { inner in
                inner.line("switch method {")
                for method in Route.Method.allCases {
                    inner.line("case \"\(method.rawValue)\": \(method.rawValue.lowercased())")
                }
                inner.line("default: nil")
                inner.line("}")
            }
            body.gap()
            body.doc("The methods that are answered, as the header Allow lists them.")
            body.block("var allowed: String") { inner in
                let names = Route.Method.allCases.map(\.rawValue)
                inner.line(
                    "[\(names.map { "\"\($0)\"" }.joined(separator: ", "))].filter { self[$0] != nil }.joined(separator: \", \")"
                )
            }
        }
        source.gap()
        source.block("enum Router") { body in
            body.doc("What stands at the path; nil when nothing does. A literal segment is preferred to a parameter.")
            body.block("static func resource(at path: PathSegments) -> Resource?") { inner in
                RouteTree(contract.operations).emit(into: &inner)
            }
        }
        return source
    }
}

/// The routes as a tree of their segments.
private final class RouteTree {
    private var literals: [(text: String, tree: RouteTree)] = []
    private var parameter: RouteTree?
    private var operations: [Operation] = []

    init(_ operations: [Operation]) {
        for operation in operations { insert(operation, segments: operation.route.segments[...]) }
    }

    private func insert(_ operation: Operation, segments: ArraySlice<Route.Segment>) {
        switch segments.first {
        case nil: operations.append(operation)
        case .literal(let text)?: branch(text).insert(operation, segments: segments.dropFirst())
        case .parameter?:
            let tree = parameter ?? RouteTree([])
            parameter = tree
            tree.insert(operation, segments: segments.dropFirst())
        }
    }

    private func branch(_ text: String) -> RouteTree {
        if let existing = literals.first(where: { $0.text == text }) { return existing.tree }
        let tree = RouteTree([])
        literals.append((text, tree))
        return tree
    }

    func emit(into source: inout SwiftSource, depth: Int = 0) {
        source.line("switch path[\(depth)] {")
        if let operation = operations.first {
            source.origin(operation.location)
            source.line("case nil: return \(resource)")
        }
        for (text, tree) in literals.sorted(by: { $0.text < $1.text }) {
            tree.emitBranch("case \"\(text)\"", into: &source, depth: depth)
        }
        if let parameter {
            parameter.emitBranch("case _?", into: &source, depth: depth)
        }
        let isExhaustive = !operations.isEmpty && parameter?.isLeaf == false
        if !isExhaustive { source.line("default: return nil") }
        source.line("}")
    }

    /// Nothing goes on behind this segment.
    private var isLeaf: Bool { literals.isEmpty && parameter == nil }

    /// A path that ends here stands on one line; a longer one opens the next switch.
    private func emitBranch(_ pattern: String, into source: inout SwiftSource, depth: Int) {
        if isLeaf {
            if let operation = operations.first { source.origin(operation.location) }
            source.caseLine("\(pattern) where path[\(depth + 1)] == nil", "return \(resource)")
        } else {
            source.line("\(pattern):")
            source.indented { emit(into: &$0, depth: depth + 1) }
        }
    }

    private var resource: String {
        let methods = Route.Method.allCases.compactMap { method in
            operations.first { $0.route.method == method }.map { "\(method.rawValue.lowercased()): .\($0.name)" }
        }
        return "Resource(\(methods.joined(separator: ", ")))"
    }
}
