import Foundation

/// Lines for the person who watches.
enum Terminal {
    static func say(_ line: String = "") {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    static func note(_ line: String) { say("    · \(line)") }
}
