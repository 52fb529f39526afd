import Runtime

/// The id of a mail in the outbox; clients never see it.
struct MailId: Identifier {
    let bits: UUIDBits

    init(_ bits: UUIDBits) { self.bits = bits }
}
