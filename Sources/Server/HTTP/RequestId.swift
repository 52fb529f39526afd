import Runtime

/// The name under which logs and errors speak of a request: a version 7 UUID, so that names sort by time.
enum RequestId {
    static func new() -> String {
        var generator = SystemRandomNumberGenerator()
        let milliseconds = UInt64(max(0, Timestamp.now().microseconds / 1_000))
        return UUIDBits.version7(milliseconds: milliseconds, using: &generator).description
    }
}
