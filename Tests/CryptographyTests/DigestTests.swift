import Testing

@testable import Cryptography

@Suite("digests and randomness")
struct DigestTests {
    @Test(
        "SHA-256 gives the digests of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func sha256(message: String, digest: String) {
        #expect(hex(SHA256.digest(of: message.utf8)) == digest)
        #expect(hex(SHA256.digest(of: Array(message.utf8))) == digest)
        #expect(hex(SHA256.digest(of: message.utf8.reversed().reversed() as ReversedCollection)) == digest)
    }

    @Test(
        "HMAC-SHA-256 gives the codes of RFC 4231",
        arguments: [
            (
                [UInt8](repeating: 0x0b, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            // Not in the RFC: the empty key and message, which a null pointer would break.
            ([], "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
        ])
    func hmac(key: [UInt8], message: String, code: String) throws {
        #expect(hex(try HMACSHA256.code(for: Array(message.utf8), key: key)) == code)
    }

    @Test("random bytes have the length asked for and do not repeat")
    func random() throws {
        #expect(try SecureRandom.bytes(0).isEmpty)
        let samples = try (0..<100).map { _ in try SecureRandom.bytes(32) }
        #expect(samples.allSatisfy { $0.count == 32 })
        #expect(Set(samples).count == 100)
        #expect(throws: LibcryptoError.self) { try SecureRandom.bytes(-1) }
    }

    @Test("equality in constant time is equality")
    func equality() {
        #expect(constantTimeEqual([], []))
        #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2, 4]))
        #expect(!constantTimeEqual([1, 2], [1, 2, 3]))
    }

    @Test("CRC-32 gives the check value of its catalogue entry")
    func crc() {
        #expect(CRC32.checksum(of: "123456789".utf8) == 0xCBF4_3926)
        #expect(CRC32.checksum(of: []) == 0)
    }
}

func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
}
