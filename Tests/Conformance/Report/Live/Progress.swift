/// How far a run has come, as its line in progress tells it.
struct Progress: Sendable, Equatable {
    var done = 0
    /// Nil until the checks are known.
    var total: Int?
    var group = ""
    var violated = 0
    var requests = 0
    var elapsed = Duration.zero

    /// What fits into a width, the most important first.
    func line(width: Int) -> String {
        let count = total.map { "\(done) of \($0)" } ?? "\(done) checks"
        let troubles = violated == 0 ? [] : ["\(violated) violated"]
        let (time, asked) = (Self.clock(elapsed), "\(requests) requests")
        let forms = [
            [bar, count, group] + troubles + [asked, time], [count, group] + troubles + [asked, time],
            [count, group] + troubles + [time], [count, group] + troubles, [count] + troubles,
        ]
        // The last column stays free: some terminals begin a new line as soon as it is used.
        let lines = forms.map { $0.filter { !$0.isEmpty }.joined(separator: " · ") }
        return lines.first { $0.count < width } ?? Wrapping.cut(count, width: max(1, width - 1))
    }

    private static let barWidth = 20

    private var bar: String {
        guard let total, total > 0 else { return "" }
        let filled = min(Self.barWidth, Self.barWidth * done / total)
        return String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
    }

    /// `0:07`, `12:34`, `1:02:03`.
    static func clock(_ duration: Duration) -> String {
        let seconds = Int(duration / .seconds(1))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        return (hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)") + ":" + two(seconds % 60)
    }
}
