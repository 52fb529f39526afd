/// How many checks ended how.
struct Tally {
    private(set) var passed = 0
    private(set) var failed = 0
    private(set) var skipped = 0

    init(_ outcomes: [Outcome]) {
        for outcome in outcomes {
            switch outcome.verdict {
            case .verified: passed += 1
            case .violated: failed += 1
            case .notExercised, .notTestable: skipped += 1
            }
        }
    }

    var line: String { "\(passed) passed, \(failed) failed" + (skipped > 0 ? ", \(skipped) skipped" : "") }

    /// 0 conformant, 1 violated, 2 nothing was found out.
    var exitCode: Int32 { failed > 0 ? 1 : passed == 0 ? 2 : 0 }
}
