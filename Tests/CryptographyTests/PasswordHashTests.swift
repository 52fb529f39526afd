import Testing

@testable import Cryptography

@Suite("password hashes")
struct PasswordHashTests {
    @Test(
        "scrypt gives the keys of RFC 7914",
        arguments: [
            (
                "", "", 4, 1, 1,
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                    + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
            ),
            (
                "password", "NaCl", 10, 8, 16,
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                    + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
            ),
            (
                "pleaseletmein", "SodiumChloride", 14, 8, 1,
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                    + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
            ),
        ])
    func vectors(password: String, salt: String, logN: Int, r: Int, p: Int, expected: String) throws {
        let parameters = try #require(ScryptParameters(logN: logN, r: r, p: p))
        let key = try Scrypt.key(
            password: Array(password.utf8), salt: Array(salt.utf8), parameters: parameters, length: 64)
        #expect(hex(key) == expected)
    }

    @Test("the standard is within the memory it declares")
    func standard() throws {
        let hash = try PasswordHash.compute("correct horse", parameters: .standard)
        #expect(hash.encoded.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
        #expect(try hash.matches("correct horse"))
        #expect(try !hash.matches("correct horsf"))
    }

    @Test("a hash comes back from its text, and every hash has a salt of its own")
    func roundTrip() throws {
        let hash = try PasswordHash.compute("pass", parameters: .development)
        let read = try PasswordHash(parsing: hash.encoded)
        #expect(read.encoded == hash.encoded && read.parameters == .development)
        #expect(try read.matches("pass"))
        #expect(try PasswordHash.compute("pass", parameters: .development).salt != hash.salt)
        #expect(hash.encoded.split(separator: "$").suffix(2).allSatisfy { !$0.contains("=") })
    }

    @Test("a password in another Unicode form is the same password")
    func normalisation() throws {
        let hash = try PasswordHash.compute("caf\u{e9} \u{fb01}n \u{ff11}", parameters: .development)
        #expect(try hash.matches("cafe\u{301} fin 1"))
        #expect(try !hash.matches("cafe fin 1"))
    }

    @Test("other parameters ask for a new hash, the same do not")
    func rehash() throws {
        let hash = try PasswordHash.compute("pass", parameters: .development)
        #expect(hash.needsRehash(for: .standard))
        #expect(!hash.needsRehash(for: .development))
    }

    static let salt = "AAAAAAAAAAAAAAAAAAAAAA"
    static let key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

    @Test("the well-formed neighbour of the malformed texts is read")
    func control() throws {
        _ = try PasswordHash(parsing: "$scrypt$ln=17,r=8,p=1$\(Self.salt)$\(Self.key)")
    }

    @Test(
        "parameters out of bounds are refused before anything is computed",
        arguments: [
            "ln=63,r=8,p=1", "ln=21,r=8,p=1", "ln=0,r=8,p=1", "ln=-1,r=8,p=1", "ln=20,r=32,p=1", "ln=17,r=8,p=16",
            "ln=17,r=0,p=1", "ln=17,r=8,p=0", "ln=17,r=1073741824,p=1", "ln=17,r=8,p=9223372036854775808",
            "ln=16,r=1,p=1",
        ])
    func bounds(parameters: String) {
        #expect(throws: PasswordHash.Malformed.self) {
            try PasswordHash(parsing: "$scrypt$\(parameters)$\(Self.salt)$\(Self.key)")
        }
    }

    @Test(
        "malformed texts are refused",
        arguments: [
            "", "$", "scrypt", "$scrypt$ln=17,r=8,p=1$\(salt)", "$scrypt$ln=17,r=8,p=1$\(salt)$\(key)$",
            "$argon2$ln=17,r=8,p=1$\(salt)$\(key)", "x$scrypt$ln=17,r=8,p=1$\(salt)$\(key)",
            "$scrypt$r=8,ln=17,p=1$\(salt)$\(key)", "$scrypt$ln=17,r=8$\(salt)$\(key)",
            "$scrypt$ln=017,r=8,p=1$\(salt)$\(key)", "$scrypt$ln=+17,r=8,p=1$\(salt)$\(key)",
            "$scrypt$ln=17,r=8,p=1$\(salt)==$\(key)=", "$scrypt$ln=17,r=8,p=1$\(salt)$\(salt)",
            "$scrypt$ln=17,r=8,p=1$$", "$scrypt$ln=17,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAB$\(key)",
            "$scrypt$ln=17,r=8,p=1$*AAAAAAAAAAAAAAAAAAAAA$\(key)", "$scrypt$ln=17,r=8,p=1$\(salt)$\(key)\n",
        ])
    func malformed(text: String) {
        #expect(throws: PasswordHash.Malformed.self) { try PasswordHash(parsing: text) }
    }

    @Test("no description shows salt or hash")
    func redaction() throws {
        let hash = try PasswordHash.compute("pass", parameters: .development)
        var dumped = ""
        dump(hash, to: &dumped)
        let secrets = hash.encoded.split(separator: "$").suffix(2)
        for text in ["\(hash)", String(reflecting: hash), dumped] {
            for secret in secrets { #expect(!text.contains(secret)) }
        }
        #expect(!dumped.contains("salt") && !dumped.contains("key"))
    }
}
