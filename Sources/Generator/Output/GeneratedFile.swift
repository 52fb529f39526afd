/// A file that the generator wants to exist.
struct GeneratedFile: Equatable {
    /// Relative to the output folder.
    let path: String
    let content: String
}
