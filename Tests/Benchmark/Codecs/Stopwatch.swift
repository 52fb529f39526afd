/// Times a short piece of work.
enum Stopwatch {
    /// Keeps the optimiser from leaving work out whose result nobody reads.
    @inline(never) @_optimize(none)
    static func keep<Value>(_ value: Value) {}

    /// Nanoseconds a call of each, measured in turns: the best of many rounds, because whatever else the machine does
    /// only ever adds to it.
    static func nanoseconds(
        calls: Int, rounds: Int = 25, _ first: () throws -> Void, against second: () throws -> Void
    ) rethrows -> (first: Double, second: Double) {
        var best = (first: Double.infinity, second: Double.infinity)
        for _ in 0..<rounds {
            best.first = min(best.first, try round(calls, first))
            best.second = min(best.second, try round(calls, second))
        }
        return best
    }

    private static func round(_ calls: Int, _ work: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure { for _ in 0..<calls { try work() } }.components
        return (Double(elapsed.seconds) * 1e9 + Double(elapsed.attoseconds) / 1e9) / Double(calls)
    }
}
