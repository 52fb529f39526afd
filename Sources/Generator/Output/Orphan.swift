import Contract

/// A file that nothing generates any more: what of the spec it was made from, and what became of that.
struct Orphan {
    /// What is gone, and the nearest thing that the spec has, as a clause.
    let reason: String

    init(path: String, contract: Contract) {
        let parts = path.split(separator: "/").map(String.init)
        let folder = parts.first ?? ""
        let stem = String((parts.last ?? path).prefix { $0 != "." })
        func name(before suffix: String) -> String? {
            stem.hasSuffix(suffix) && stem.count > suffix.count ? String(stem.dropLast(suffix.count)) : nil
        }
        switch folder {
        case "Operations": reason = Self.operation(stem, folder: parts.dropFirst().first ?? "", contract)
        case "Handlers", "Stubs":
            let section = name(before: folder == "Stubs" ? "Stubs" : "Handlers") ?? stem
            reason = Self.missing("section", section, contract.sections.map { ($0.name, $0.location) })
        case "Types":
            let topics = Dictionary(grouping: contract.types, by: \.topic).map { topic, types in
                (SwiftNames.upperCamel(topic), types.map(\.location).min())
            }
            reason = Self.missing("spec file with types", name(before: "Types") ?? stem, topics)
        case "Access" where name(before: "Credential") != nil:
            let noun = name(before: "Credential") ?? stem
            reason = Self.missing("credential", noun, contract.credentials.map { ($0.noun, $0.location) })
        case "Socket" where contract.socket == nil: reason = "the spec has no socket"
        default: reason = "nothing in the spec gives a file of this name"
        }
    }

    private static func operation(_ stem: String, folder: String, _ contract: Contract) -> String {
        let name = stem.prefix(1).lowercased() + stem.dropFirst()
        for section in contract.sections {
            if let moved = section.operations.first(where: { $0.name == name }) {
                return "the operation '\(name)' is in the section '\(section.name)' now: \(moved.location)"
            }
        }
        return missing("operation", name, contract.operations.map { ($0.name, $0.location) })
    }

    private static func missing(
        _ kind: String, _ name: String, _ known: [(name: String, location: SourceLocation?)]
    ) -> String {
        let nearest = known.min {
            (editDistance(name.lowercased(), $0.name.lowercased()), $0.name)
                < (editDistance(name.lowercased(), $1.name.lowercased()), $1.name)
        }
        let place = nearest.flatMap { near in near.location.map { "; the nearest is '\(near.name)' at \($0)" } }
        return "the spec has no \(kind) '\(name)'" + (place ?? "")
    }
}
