/// Reads a list of mails of which only this is known: it is a JSON list, or stands in one member of an object, and each
/// record has strings in it. A string that is an address names a recipient; one that is a mail's source is read as
/// such; every other is something that the mail says.
enum MailList {
    /// The mails of a reply, in its order; nil where there is no list.
    static func mails(in json: JSON) -> [ReceivedMail]? { records(json)?.map { mail($0) } }

    private static func records(_ json: JSON) -> [JSON]? {
        if let elements = json.elements { return elements }
        guard case .object(let members) = json else { return nil }
        return members.lazy.compactMap { $0.value.elements }.first
    }

    private static func mail(_ record: JSON) -> ReceivedMail {
        var strings: [String] = []
        collect(record, depth: 0, into: &strings)
        var recipients: Set<String> = []
        var texts: [MailText] = []
        for string in strings {
            if let source = source(string) {
                texts += source.texts
                recipients.formUnion(source.recipients)
            } else if string.utf8.count <= maximumAddress, string.contains("@"), !string.contains("\n") {
                recipients.formUnion(AddressList.addresses(in: string))
            } else {
                texts.append(MailText(form: string.contains("<") ? .html : .plain, text: string))
            }
        }
        return ReceivedMail(texts: texts, envelope: Array(recipients))
    }

    /// A string that begins with headers is a mail.
    private static func source(_ string: String) -> ReceivedMail? {
        let mail = ReceivedMail(Array(string.utf8))
        let names = Set(mail.headers.map(\.name))
        return names.isDisjoint(with: ["to", "from", "subject", "received"]) ? nil : mail
    }

    private static let maximumAddress = 1_000
    private static let maximumDepth = 8
    private static let maximumStrings = 1_000

    private static func collect(_ json: JSON, depth: Int, into strings: inout [String]) {
        guard depth < maximumDepth, strings.count < maximumStrings else { return }
        switch json {
        case .string(let text): strings.append(text)
        case .array(let elements): for element in elements { collect(element, depth: depth + 1, into: &strings) }
        case .object(let members): for member in members { collect(member.value, depth: depth + 1, into: &strings) }
        case .null, .boolean, .number: break
        }
    }
}
