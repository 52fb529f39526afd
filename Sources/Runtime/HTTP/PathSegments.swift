/// A path cut at its slashes, percent-decoded.
public struct PathSegments: Sendable {
    private let segments: [String]

    /// Nil for a path that cannot be meant: not beginning with a slash, or with broken percent-encoding.
    public init?(_ path: String) {
        guard path.hasPrefix("/") else { return nil }
        var segments: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let segment = PercentEncoding.decode(part) else { return nil }
            segments.append(segment)
        }
        self.segments = segments
    }

    /// The segment at a position; nil behind the end.
    public subscript(_ index: Int) -> String? { index < segments.count ? segments[index] : nil }
}
