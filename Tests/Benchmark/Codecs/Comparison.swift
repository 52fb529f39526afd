/// One piece of work done twice in the same run: by the generated code, and by Foundation's Codable.
struct Comparison {
    let name: String
    /// The size of the body in bytes.
    let bytes: Int
    /// Nanoseconds a call.
    let ours: Double
    let codable: Double

    init(
        _ name: String, bytes: Int, calls: Int, ours: () throws -> Void, codable: () throws -> Void
    ) rethrows {
        self.name = name
        self.bytes = bytes
        (self.ours, self.codable) = try Stopwatch.nanoseconds(calls: calls, ours, against: codable)
    }

    /// One JSON object, for the script that writes the table.
    var line: String {
        """
        {"name": "\(name)", "bytes": \(bytes), "ours_ns": \(Int(ours.rounded())), \
        "codable_ns": \(Int(codable.rounded())), "ratio": \((codable / ours * 10).rounded() / 10)}
        """
    }
}
