import Metrics

/// Counts what becomes of mails.
struct MailMeter: Sendable {
    private let sent: Counter
    private let postponed: Counter
    private let givenUp: Counter

    init(factory: any MetricsFactory) {
        sent = Counter(label: "iris_mails", dimensions: [("outcome", "delivered")], factory: factory)
        postponed = Counter(label: "iris_mails", dimensions: [("outcome", "postponed")], factory: factory)
        givenUp = Counter(label: "iris_mails", dimensions: [("outcome", "given_up")], factory: factory)
    }

    func delivered() { sent.increment() }

    func failed(forGood isDead: Bool) { (isDead ? givenUp : postponed).increment() }
}
