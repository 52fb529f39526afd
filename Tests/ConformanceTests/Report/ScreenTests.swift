import Contract
import Synchronization
import Testing

@testable import Conformance

@Suite("watching a run")
struct ScreenTests {
    /// What a screen was sent.
    private final class Sent: Sendable {
        private let parts = Mutex<[String]>([])

        func add(_ part: String) { parts.withLock { $0.append(part) } }

        var text: String { parts.withLock { $0.joined() } }
    }

    private func abilities(_ isTerminal: Bool, _ environment: [String: String], columns: Int = 100) -> Screen.Abilities
    {
        .of(isTerminal: isTerminal, environment) { columns }
    }

    @Test("a file gets lines without codes, a terminal its last line in place")
    func interactivity() {
        for (isTerminal, environment) in [(false, [:]), (true, ["TERM": "dumb"])] {
            let sent = Sent()
            let screen = Screen(abilities(isTerminal, environment)) { sent.add($0) }
            screen.show("1 of 2")
            screen.say(screen.colored("✓", .green))
            #expect(sent.text == "✓\n")
        }
        let sent = Sent()
        let screen = Screen(abilities(true, [:])) { sent.add($0) }
        screen.show("1 of 2")
        screen.say("done")
        screen.show(nil)
        #expect(sent.text == "1 of 2\r\u{1B}[2Kdone\n1 of 2\r\u{1B}[2K")
    }

    @Test("NO_COLOR takes the colours and leaves the rest")
    func colors() {
        #expect(abilities(true, [:]).isColored)
        let plain = abilities(true, ["NO_COLOR": "1"])
        #expect(!plain.isColored && plain.isInteractive)
        #expect(abilities(true, ["NO_COLOR": ""]).isColored)
        #expect(abilities(true, ["COLUMNS": "47"], columns: 0).width() == 47)
    }

    @Test("the line in progress fits, and drops what matters least", arguments: [6, 12, 30, 45, 60, 80, 90, 200])
    func progress(_ width: Int) {
        let progress = Progress(
            done: 812, total: 1_804, group: "createKey", violated: 2, requests: 1_204, elapsed: .seconds(83))
        let line = progress.line(width: width)
        #expect(line.count < width)
        #expect(line.contains("violated") == (width >= 30))
        #expect(line.contains("1:23") == (width >= 45), "\(line)")
        #expect(line.contains("█") == (width >= 90), "\(line)")
    }

    @Test("long lines break between words, set in, and codes take no room")
    func wrapping() {
        #expect(
            Wrapping.wrap("    one two three four five six", width: 24) == ["    one two three four", "      five six"])
        #expect(Wrapping.wrap("\u{1B}[31mone two three four fiv\u{1B}[0m", width: 24).count == 1)
        #expect(Wrapping.wrap("short", width: 5) == ["short"])
    }

    @Test("a failure is told when it comes, with promise, edit, command line and reply")
    func failures() throws {
        let sent = Sent()
        let report = TerminalReport(contract: try OwnContract.load(), base: "http://x") { sent.add($0 + "\n") }
        report.planned(2)
        report.began("createKey")
        for outcome in try SampleReport.outcomes().prefix(2) { report.checked(outcome) }
        #expect(!sent.text.contains("derived.createKey.success"))
        for text in [
            "✗ the check derived.createKey.no-credential", "promise G-3: Authenticated calls", "edited: the header",
            "curl -si -X POST http://x/", "→ 200 {",
        ] { #expect(sent.text.contains(text), "\(text)") }
        #expect(!sent.text.contains("\u{1B}") && !sent.text.contains("hidden"))
    }

    @Test("the end tells each promise, why it was not seen, and what the run was")
    func summary() throws {
        let sent = Sent()
        TerminalSummary(screen: Screen(Screen.Abilities()) { sent.add($0) }).tell(
            try SampleReport.document(SampleReport.outcomes()))
        for text in [
            "  VIOLATED         G-3   Authenticated", "  not testable     4-5   Rotating", "because no key was issued",
            "  not exercised    4-6   ", "  not observable   S-1   ", "because it holds inside the database",
            "  not claimed      S-4   ", "tier default · profile contract · reached by signups of its own · seed 7",
            "12 requests · 1:23", "Checks: 1 verified, 1 violated, 1 not testable, 1 not exercised",
        ] { #expect(sent.text.contains(text), "\(text)\n\(sent.text.suffix(600))") }
    }
}
