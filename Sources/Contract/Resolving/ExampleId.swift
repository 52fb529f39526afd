/// Makes a UUID for documents and stubs that is the same in every run and differs from type to type.
enum ExampleId {
    static func make(for name: String) -> String {
        var digits = ""
        for round in UInt64(0)..<2 {
            // FNV-1a, 64 bits: stable over runs and machines, which Swift's own hashing is not.
            let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ round) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
            let text = String(hash, radix: 16)
            digits += String(repeating: "0", count: 16 - text.count) + text
        }
        let d = Array(digits)
        let variant = ["8", "9", "a", "b"][Int(d[16].hexDigitValue ?? 0) % 4]
        return String(d[0..<8]) + "-" + String(d[8..<12]) + "-7" + String(d[13..<16]) + "-" + variant
            + String(d[17..<20]) + "-" + String(d[20..<32])
    }
}
