/// An address as it stands in an envelope: `local@domain`, without quotes, comments or a name.
struct MailAddress: Sendable, Equatable {
    let text: String

    /// Whether it has characters that only servers with SMTPUTF8 (RFC 6531) take, before or after the `@`.
    var needsUTF8: Bool { !text.utf8.allSatisfy { $0 < 0x80 } }

    /// Takes a local part of atoms and dots, and a domain name: nothing that has a meaning in a command or a header.
    init(_ text: String, field: MailFieldError.Field) throws(MailFieldError) {
        let sides = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty,
            sides[0].allSatisfy(Self.isLocalCharacter), sides[1].allSatisfy(Self.isDomainCharacter)
        else { throw MailFieldError(field: field, problem: "is not an address of the form local@domain") }
        self.text = text
    }

    private static func isLocalCharacter(_ byte: UInt8) -> Bool {
        isDomainCharacter(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isDomainCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }
}
