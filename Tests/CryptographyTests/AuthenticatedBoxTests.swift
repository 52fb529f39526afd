import Testing

@testable import Cryptography

@Suite("authenticated boxes")
struct AuthenticatedBoxTests {
    private static let letters =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"

    @Test(
        "sealing gives the texts and tags of the GCM specification's cases 13 to 16",
        arguments: [
            (
                String(repeating: "0", count: 64), "000000000000000000000000", "", "",
                "530f8afbc74536b9a963b4f1c4cb738b"
            ),
            (
                String(repeating: "0", count: 64), "000000000000000000000000", "00000000000000000000000000000000", "",
                "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
            ),
            (
                "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
                letters + "1aafd255", "",
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                    + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"
                    + "b094dac5d93471bdec1a502270e3cc6c"
            ),
            (
                "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
                letters, "feedfacedeadbeeffeedfacedeadbeefabaddad2",
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                    + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                    + "76fc6ece0f4e1768cddf8853bb2d551b"
            ),
        ])
    func vectors(key: String, nonce: String, plaintext: String, context: String, sealed: String) throws {
        let box = AuthenticatedBox(key: try #require(SymmetricKey(bytes(key))))
        let own = try box.seal(bytes(plaintext), authenticating: bytes(context), nonce: bytes(nonce))
        #expect(hex(own) == nonce + sealed)
        #expect(box.open(bytes(nonce + sealed), authenticating: bytes(context)) == bytes(plaintext))
    }

    @Test("what is sealed opens again, be it empty or long, and is longer by the overhead")
    func roundTrip() throws {
        let box = AuthenticatedBox(key: try SymmetricKey.make())
        for size in [0, 1, 15, 16, 17, 1_000_000] {
            for context: [UInt8] in [[], [1], Array(repeating: 7, count: 1000)] {
                let plaintext = try SecureRandom.bytes(size)
                let sealed = try box.seal(plaintext, authenticating: context)
                #expect(sealed.count == size + AuthenticatedBox.overhead)
                #expect(box.open(sealed, authenticating: context) == plaintext)
            }
        }
    }

    @Test("any one bit changed, any byte missing or added, and it does not open")
    func changes() throws {
        let box = AuthenticatedBox(key: try SymmetricKey.make())
        let context = Array("tenant 1".utf8)
        let sealed = try box.seal(Array("a reply".utf8), authenticating: context)
        for place in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[place] ^= 1 << bit
                if box.open(changed, authenticating: context) != nil { Issue.record("bit \(bit) of \(place)") }
            }
            if box.open(Array(sealed.prefix(place)), authenticating: context) != nil { Issue.record("cut at \(place)") }
        }
        #expect(box.open(sealed + [0], authenticating: context) == nil)
        #expect(box.open(Array(sealed.dropFirst()), authenticating: context) == nil)
        #expect(box.open(sealed, authenticating: context) != nil)
    }

    @Test("another context, or another key, and it does not open")
    func others() throws {
        let key = try SymmetricKey.make()
        let sealed = try AuthenticatedBox(key: key).seal([1, 2, 3], authenticating: Array("tenant 1".utf8))
        for context in ["tenant 2", "tenant 1 ", "tenant", ""] {
            #expect(AuthenticatedBox(key: key).open(sealed, authenticating: Array(context.utf8)) == nil)
        }
        let other = AuthenticatedBox(key: try SymmetricKey.make())
        #expect(other.open(sealed, authenticating: Array("tenant 1".utf8)) == nil)
    }

    @Test("the same text sealed twice is not the same, and a failed opening does not spoil the next error's reason")
    func freshNonces() throws {
        let box = AuthenticatedBox(key: try SymmetricKey.make())
        let nonces = try (0..<100).map { _ in try box.seal([1], authenticating: []).prefix(AuthenticatedBox.nonceSize) }
        #expect(Set(nonces).count == 100)
        #expect(box.open([UInt8](repeating: 0, count: 40), authenticating: []) == nil)
        #expect(LibcryptoError.last("nothing").reason == "")
        #expect(throws: LibcryptoError.self) { try box.seal([1], authenticating: [], nonce: [1, 2, 3]) }
    }
}

/// The bytes of hexadecimal digits.
func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
