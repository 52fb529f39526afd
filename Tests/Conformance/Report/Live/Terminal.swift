/// Lines for the person who watches.
enum Terminal {
    static func say(_ line: String = "") { Screen.standard.say(line) }

    static func note(_ line: String) { say("    · \(line)") }
}
