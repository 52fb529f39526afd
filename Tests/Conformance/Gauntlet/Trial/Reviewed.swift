/// Mutants that need not be killed, each with the reason. An entry that no mutant needs any more is a mistake.
struct Reviewed: Sendable {
    /// The ids that it is about, where `*` stands for any characters.
    let pattern: String
    let reason: String

    static let list: [Reviewed] = []

    func isAbout(_ mutant: Mutant) -> Bool {
        Selection.id(pattern).includes(id: mutant.id, promises: [], operation: nil)
    }
}
