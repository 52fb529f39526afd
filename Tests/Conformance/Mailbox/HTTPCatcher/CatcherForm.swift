import Foundation

/// How a catcher is asked for mails, and how it answers.
enum CatcherForm: String, CaseIterable, Sendable {
    /// Mailpit's API, version 1: a search, and each mail's source at an address of its own.
    case mailpit
    /// MailHog's API, version 2: a search that gives whole mails.
    case mailhog
    /// Any JSON list of mails, newest first: see `MailList`.
    case list

    enum Found {
        case mails([ReceivedMail])
        /// Where the mails' sources are, below the catcher's address.
        case addresses([String])
    }

    /// The address of the mails to a recipient.
    func address(_ base: String, recipient: String) -> String {
        switch self {
        case .mailpit: "\(base)/api/v1/search?query=\(Self.encoded("to:\"\(recipient)\""))&limit=50"
        case .mailhog: "\(base)/api/v2/search?kind=to&query=\(Self.encoded(recipient))&limit=50"
        case .list: base.replacing("{recipient}", with: Self.encoded(recipient))
        }
    }

    /// What a reply holds; nil for one that has not this form.
    func found(in json: JSON) -> Found? {
        switch self {
        case .mailpit:
            guard let messages = json["messages"]?.elements else { return nil }
            return .addresses(messages.compactMap { $0["ID"]?.text }.map { "/api/v1/message/\(Self.encoded($0))/raw" })
        case .mailhog:
            guard let items = json["items"]?.elements else { return nil }
            return .mails(items.compactMap(Self.mailHogMail))
        case .list: return MailList.mails(in: json).map { .mails($0) }
        }
    }

    private static func mailHogMail(_ item: JSON) -> ReceivedMail? {
        guard let data = item.at(["Raw", "Data"])?.text else { return nil }
        let recipients = item.at(["Raw", "To"])?.elements?.compactMap(\.text) ?? []
        return ReceivedMail(Array(data.utf8), envelope: recipients)
    }

    private static func encoded(_ text: String) -> String {
        let safe = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: safe) ?? ""
    }
}
