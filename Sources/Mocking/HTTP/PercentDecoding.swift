/// Percent-encoding of RFC 3986, and the `+` for a blank that forms have added to it.
enum PercentDecoding {
    /// Nil for a `%` without two digits behind it, and for what is then no UTF-8.
    static func decode(_ text: some StringProtocol, isForm: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+"), isForm {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst().flatMap(Hexadecimal.value),
                    let low = rest.popFirst().flatMap(Hexadecimal.value)
                else { return nil }
                bytes.append(high * 16 + low)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// The parameters of a query. Of several with one name the last counts.
struct QueryParameters {
    private(set) var values: [String: String] = [:]
    /// Whether some part of the query is no percent-encoded UTF-8.
    private(set) var isBroken = false

    init(_ query: some StringProtocol) {
        for pair in query.split(separator: "&") {
            let name = pair.prefix { $0 != "=" }
            guard let key = PercentDecoding.decode(name, isForm: true),
                let value = PercentDecoding.decode(pair.dropFirst(name.count + 1), isForm: true)
            else {
                isBroken = true
                continue
            }
            values[key] = value
        }
    }
}
