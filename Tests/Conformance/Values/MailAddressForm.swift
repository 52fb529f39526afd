import Foundation

/// The form of the addresses that a run signs up with: `you+{}@example.org`, with letters for the braces.
///
/// Where mails are really delivered, they must lead to a mailbox that the run can read.
struct MailAddressForm: Equatable, Sendable {
    /// Addresses that nothing is delivered to.
    static let `default` = MailAddressForm(before: "", after: "@conformance.example")

    private let before: String
    private let after: String

    private init(before: String, after: String) {
        self.before = before
        self.after = after
    }

    /// Nil unless braces stand once before one `@`.
    init?(argument: String) {
        let parts = argument.components(separatedBy: "{}")
        guard parts.count == 2, !parts[0].contains("@"), argument.filter({ $0 == "@" }).count == 1,
            !argument.hasSuffix("@"), !argument.contains(where: \.isWhitespace)
        else { return nil }
        (before, after) = (parts[0], parts[1])
    }

    var defaultValueDescription: String { "\(before){}\(after)" }

    func address(_ letters: String) -> String { before + letters + after }
}
