/// Addresses that begin with the same bits, as in `10.0.0.0/8`; one address is a range of itself.
struct AddressRange: Hashable, Sendable {
    private let address: IPAddress
    /// How many bits count.
    private let length: Int

    /// Nil for what is neither an address nor an address, a slash and a number of bits that it has.
    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)) else { return nil }
        let bits = address.bytes.count * 8
        self.address = address
        guard parts.count == 2 else {
            length = bits
            return
        }
        guard parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), var length = Int(parts[1]) else { return nil }
        // A range of IPv4 addresses that is written as one of IPv6 counts the bits in front of them too.
        if bits == 32, first.contains(":") { length -= 96 }
        guard 0...bits ~= length else { return nil }
        self.length = length
    }

    func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let whole = length / 8
        guard other.bytes.prefix(whole) == address.bytes.prefix(whole) else { return false }
        let rest = length % 8
        return rest == 0 || (other.bytes[whole] ^ address.bytes[whole]) >> (8 - rest) == 0
    }
}
