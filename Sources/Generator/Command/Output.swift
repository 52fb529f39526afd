import Foundation

/// What a command prints: results on standard output, what it says about its own work on standard error.
enum Output {
    static func result(_ text: String) { write(text, to: .standardOutput) }

    static func say(_ text: String) { write(text, to: .standardError) }

    /// Whether what goes there is read by a person at a terminal who has not asked for plain text (no-color.org).
    static func isColoured(_ stream: Stream, environment: [String: String] = ProcessInfo.processInfo.environment)
        -> Bool
    {
        isatty(stream.rawValue) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    enum Stream: Int32 { case result = 1, said = 2 }

    private static func write(_ text: String, to file: FileHandle) { file.write(Data((text + "\n").utf8)) }
}
