/// How often, and after how long, a call is made again.
public struct RetryPolicy: Sendable {
    /// Calls in all; 1 for none but the first.
    public let attempts: Int
    /// The longest wait before the second call. It doubles with each further call.
    public let base: Duration
    /// No wait that the policy chooses is longer.
    public let ceiling: Duration
    /// A server that asks for a longer wait than this is not waited for: its refusal is the answer.
    public let patience: Duration

    public init(
        attempts: Int = 4, base: Duration = .milliseconds(200), ceiling: Duration = .seconds(10),
        patience: Duration = .seconds(60)
    ) {
        self.attempts = attempts
        self.base = base
        self.ceiling = ceiling
        self.patience = patience
    }

    public static let never = RetryPolicy(attempts: 1)

    /// The wait before the next call, spread over the whole span so that many clients do not come back at once.
    ///
    /// - Parameters:
    ///   - attempt: How many calls there were, from 1.
    ///   - share: From 0 to 1, by chance.
    func wait(after attempt: Int, share: Double) -> Duration {
        let doubled = base * (1 << min(attempt - 1, 20))
        return min(doubled, ceiling) * share
    }
}

/// Waits, draws by chance and names requests. Tests bring their own.
public struct ClientSurroundings: Sendable {
    let sleep: @Sendable (Duration) async throws -> Void
    /// From 0 to 1.
    let chance: @Sendable () -> Double
    /// A new Idempotency-Key.
    let key: @Sendable () -> String

    public init(
        sleep: @escaping @Sendable (Duration) async throws -> Void, chance: @escaping @Sendable () -> Double,
        key: @escaping @Sendable () -> String
    ) {
        self.sleep = sleep
        self.chance = chance
        self.key = key
    }

    /// The machine's clock and its random numbers.
    public static let machine = ClientSurroundings(
        sleep: { try await Task.sleep(for: $0) }, chance: { Double.random(in: 0...1) },
        key: {
            var generator = SystemRandomNumberGenerator()
            return String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
        })
}
