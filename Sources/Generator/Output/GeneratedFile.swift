/// A file that the generator wants to exist.
struct GeneratedFile: Equatable {
    /// Relative to the output folder.
    let path: String
    /// UTF-8 text. Most files are what they should be, which is told by their bytes; few are ever read as text.
    let bytes: [UInt8]
    /// Where in the spec its lines come from.
    let origins: LineOrigins

    init(path: String, bytes: [UInt8], origins: LineOrigins = LineOrigins()) {
        self.path = path
        self.bytes = bytes
        self.origins = origins
    }

    init(path: String, content: String, origins: LineOrigins = LineOrigins()) {
        self.init(path: path, bytes: Array(content.utf8), origins: origins)
    }

    init(path: String, source: SwiftSource) {
        self.init(path: path, bytes: source.bytes, origins: source.origins)
    }

    var content: String { String(decoding: bytes, as: UTF8.self) }
}
