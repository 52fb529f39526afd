/// A file that the generator wants to exist.
struct GeneratedFile: Equatable {
    /// Relative to the output folder.
    let path: String
    let content: String
    /// Where in the spec its lines come from.
    let origins: LineOrigins

    init(path: String, content: String, origins: LineOrigins = LineOrigins()) {
        self.path = path
        self.content = content
        self.origins = origins
    }

    init(path: String, source: SwiftSource) {
        self.init(path: path, content: source.text, origins: source.origins)
    }
}
