/// Times a short piece of work.
enum Stopwatch {
    /// Keeps the optimiser from leaving work out whose result nobody reads.
    @inline(never) @_optimize(none)
    static func keep<Value>(_ value: Value) {}

    /// Nanoseconds a call: the best of several rounds, because whatever else the machine does only ever adds to it.
    static func nanoseconds(calls: Int, rounds: Int = 7, _ work: () throws -> Void) rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<rounds {
            let elapsed = try ContinuousClock().measure { for _ in 0..<calls { try work() } }
            let parts = elapsed.components
            best = min(best, (Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9) / Double(calls))
        }
        return best
    }
}
