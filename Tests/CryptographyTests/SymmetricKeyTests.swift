import Testing

@testable import Cryptography

@Suite("symmetric keys")
struct SymmetricKeyTests {
    @Test(
        "HKDF-SHA-256 gives the keys of RFC 5869, cases 1 to 3",
        arguments: [
            (
                [UInt8](repeating: 0x0b, count: 22), Array(0...0x0c) as [UInt8], Array(0xf0...0xf9) as [UInt8],
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
            ),
            (
                Array(0...0x4f), Array(0x60...0xaf), Array(0xb0...0xff),
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                    + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                    + "cc30c58179ec3e87c14c01d5c1f3434f1d87"
            ),
            (
                [UInt8](repeating: 0x0b, count: 22), [], [],
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
            ),
        ])
    func vectors(material: [UInt8], salt: [UInt8], info: [UInt8], key: String) throws {
        let own = try HKDFSHA256.key(from: material, salt: salt, info: info, length: key.utf8.count / 2)
        #expect(hex(own) == key)
        let derived = try SymmetricKey.derived(from: material, salt: salt, info: info)
        #expect(hex(derived.bytes) == String(key.prefix(64)))
    }

    @Test("a key is another one for another material, salt or purpose")
    func purposes() throws {
        func derive(_ material: String, _ salt: String, _ info: String) throws -> [UInt8] {
            let key = try SymmetricKey.derived(
                from: Array(material.utf8), salt: Array(salt.utf8), info: Array(info.utf8))
            return key.bytes
        }
        let keys = [
            try derive("a", "b", "c"), try derive("x", "b", "c"), try derive("a", "x", "c"), try derive("a", "b", "x"),
            try derive("a", "", "c"), try derive("a", "b", ""), try derive("ab", "", "c"), try derive("a", "bc", ""),
        ]
        #expect(Set(keys).count == keys.count)
        #expect(try derive("a", "b", "c") == keys[0])
    }

    @Test("from nothing no key is derived, and none is longer than HKDF gives")
    func refused() {
        #expect(throws: LibcryptoError.self) { try SymmetricKey.derived(from: [], salt: [1], info: [2]) }
        for length in [-1, 0, HKDFSHA256.mostLength + 1] {
            #expect(throws: LibcryptoError.self) {
                try HKDFSHA256.key(from: [1], salt: [], info: [], length: length)
            }
        }
        #expect(throws: Never.self) {
            try HKDFSHA256.key(from: [1], salt: [], info: [], length: HKDFSHA256.mostLength)
        }
    }

    @Test("a key has 32 bytes, and a new one differs from the next")
    func size() throws {
        for count in [0, 16, 31, 33, 64] { #expect(SymmetricKey([UInt8](repeating: 1, count: count)) == nil) }
        #expect(SymmetricKey([UInt8](repeating: 1, count: 32)) != nil)
        let (one, other) = (try SymmetricKey.make(), try SymmetricKey.make())
        #expect(one.bytes.count == 32 && one.bytes != other.bytes)
    }

    @Test("no description, dump or interpolation shows the key, or the box that has it")
    func redaction() throws {
        let key = try #require(SymmetricKey([UInt8](repeating: 0xa7, count: 32)))
        var dumped = ""
        dump(key, to: &dumped)
        dump([AuthenticatedBox(key: key) as Any?], to: &dumped)
        let shown = [
            "\(key)", String(reflecting: key), "\([key])", "\(Optional(key) as Any)", "\(AuthenticatedBox(key: key))",
            dumped,
        ]
        #expect(shown[0] == "SymmetricKey(…)" && shown[1] == "SymmetricKey(…)")
        for text in shown { #expect(!text.contains("167") && !text.lowercased().contains("a7")) }
        #expect(Mirror(reflecting: key).children.isEmpty)
    }
}
