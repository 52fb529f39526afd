import Foundation
import Runtime
import SMTP

/// Hands mails to an SMTP server.
struct SMTPCarrier: Carrier {
    let client: SMTPClient
    /// The address that mails come from.
    let sender: String

    func deliver(_ parcel: Parcel) async throws(DeliveryFailure) {
        let message: MailMessage
        do {
            let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
            message = try MailMessage(
                sender: sender, senderName: "Iris", recipient: parcel.recipient, subject: parcel.subject,
                date: Date(timeIntervalSince1970: Double(parcel.writtenAt.microseconds) / 1_000_000),
                messageID: "\(parcel.id)@\(domain)", text: parcel.text, html: parcel.html)
        } catch {
            throw DeliveryFailure(isPermanent: true, description: error.description)
        }
        do {
            try await client.send(message)
        } catch {
            throw DeliveryFailure(isPermanent: error.isPermanent, description: error.description)
        }
    }
}
