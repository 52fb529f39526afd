/// Every name that the spec declares, by kind: what references are resolved against and suggestions made from.
struct DeclaredNames {
    let promises: [String]
    let types: [String]
    let errors: [String]
    let limits: [String]
    let mails: [String]
    let operations: [String]
    let frames: [String]

    init(_ declarations: Declarations) {
        promises = declarations.promises.map(\.name)
        errors = declarations.errors.map(\.name)
        limits = declarations.limits.map(\.name)
        mails = declarations.mails.map(\.name)
        operations = declarations.sections.flatMap(\.operations).map(\.name)
        frames = declarations.frames.map(\.name)
        types =
            declarations.types.map(\.name) + DerivedTypes.names(for: declarations.credentials)
            + TypeReference.builtIn.keys.sorted()
    }
}

extension TypeReference {
    /// The types that need no declaration.
    static let builtIn: [String: TypeReference] = ["boolean": .boolean, "timestamp": .timestamp]
}
