/// Whose word about the client's address is believed.
///
/// Anybody can send `X-Forwarded-For`, and each proxy adds at its end whom it was asked by. So the header counts only
/// when the peer itself is a trusted proxy, and then from its end: the first address that is no trusted proxy is the
/// client, and whatever stands before it is hearsay.
struct TrustedProxies: Sendable {
    let ranges: [AddressRange]

    static let none = TrustedProxies(ranges: [])

    init(ranges: [AddressRange]) {
        self.ranges = ranges
    }

    /// Addresses and ranges, separated by commas; nil when one of them is neither.
    init?(_ list: String) {
        var ranges: [AddressRange] = []
        for part in list.split(separator: ",") {
            guard let range = AddressRange(part.trimmingBlanks) else { return nil }
            ranges.append(range)
        }
        self.ranges = ranges
    }

    /// Where a request comes from.
    ///
    /// - Parameters:
    ///   - peer: The other end of the connection.
    ///   - forwarded: All values of `X-Forwarded-For`, joined by commas in the order in which they came.
    func client(of peer: IPAddress, forwarded: String?) -> IPAddress {
        guard let forwarded, isTrusted(peer) else { return peer }
        for element in forwarded.split(separator: ",", omittingEmptySubsequences: false).reversed() {
            // What no proxy can have written makes all of it unbelievable.
            guard let address = IPAddress(forwarded: element.trimmingBlanks) else { return peer }
            if !isTrusted(address) { return address }
        }
        return peer
    }

    private func isTrusted(_ address: IPAddress) -> Bool { ranges.contains { $0.contains(address) } }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
