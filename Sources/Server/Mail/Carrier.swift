import Runtime

/// What takes a mail to where it is delivered.
protocol Carrier: Sendable {
    /// Delivers a mail, or hands it to a server that will. The same mail may be delivered again after a crash: its id is
    /// the same then.
    func deliver(_ parcel: Parcel) async throws(DeliveryFailure)
}

/// A mail as it stands in the outbox.
struct Parcel: Sendable {
    let id: MailId
    let recipient: String
    let subject: String
    let text: String
    let html: String
    let writtenAt: Timestamp
}

/// Why a mail was not delivered. The sentence has no address and nothing of the mail in it.
struct DeliveryFailure: Error, CustomStringConvertible {
    /// Whether another attempt is pointless.
    let isPermanent: Bool
    let description: String
}
