import Foundation

/// What a command prints: results on standard output, what it says about its own work on standard error.
enum Output {
    static func result(_ text: String) { write(text, to: .standardOutput) }

    static func say(_ text: String) { write(text, to: .standardError) }

    private static func write(_ text: String, to file: FileHandle) { file.write(Data((text + "\n").utf8)) }
}
