import Testing

@testable import Cryptography

@Suite("tokens")
struct TokenTests {
    @Test("base62 keeps its length and comes back, from all zeros to all ones")
    func base62() {
        let zeros = [UInt8](repeating: 0, count: 32)
        let ones = [UInt8](repeating: 0xff, count: 32)
        #expect(Base62.encode(zeros, length: 43) == String(repeating: "0", count: 43))
        #expect(Base62.encode([61], length: 2) == "0z" && Base62.encode([62], length: 2) == "10")
        for bytes in [zeros, ones, zeros.dropLast() + [1], [1] + zeros.dropLast()] {
            let text = Base62.encode(bytes, length: 43)
            #expect(text.utf8.count == 43)
            #expect(Base62.decode(text.utf8, size: 32) == bytes)
        }
    }

    @Test("base62 refuses other characters, and what does not fit")
    func base62Refuses() {
        #expect(Base62.decode("48".utf8, size: 1) == nil)  // 4·62 + 8 = 256
        #expect(Base62.decode("47".utf8, size: 1) == [255])
        #expect(Base62.decode(String(repeating: "z", count: 43).utf8, size: 32) == nil)
        for text in ["-", "_", " ", "/", ":", "@", "[", "`", "{", "é"] {
            #expect(Base62.decode(text.utf8, size: 4) == nil)
        }
    }

    @Test("a token is its prefix and 49 digits, differs from the next, and is read back")
    func roundTrip() throws {
        let token = try Token.make(prefix: "iris_sk_")
        let text = token.reveal()
        #expect(text.hasPrefix("iris_sk_") && text.utf8.count == 8 + 43 + 6)
        #expect(try Token.make(prefix: "iris_sk_").reveal() != text)
        let read = try #require(Token.parse(text, prefix: "iris_sk_"))
        #expect(read.reveal() == text && read.prefix == "iris_sk_")
        #expect(read.hash == SHA256.digest(of: text.utf8))
    }

    @Test("any one character changed is noticed")
    func oneCharacter() {
        let text = Token(prefix: "iris_sk_", secret: Array(0..<32)).reveal()
        for place in text.utf8.indices {
            for digit in Base62.alphabet where digit != text.utf8[place] {
                let after = text.utf8.index(after: place)
                let changed = String(text[..<place]) + String(UnicodeScalar(digit)) + String(text[after...])
                if Token.parse(changed, prefix: "iris_sk_") != nil { Issue.record("\(changed) is taken for \(text)") }
            }
        }
    }

    @Test("another kind, another length, another alphabet are refused")
    func refused() {
        let text = Token(prefix: "iris_sk_", secret: Array(0..<32)).reveal()
        #expect(Token.parse(text, prefix: "iris_pub_") == nil)
        #expect(Token.parse(text, prefix: "iris_") == nil)
        for other in ["", "iris_sk_", text + "0", String(text.dropLast()), text + "\n", " " + text, text.lowercased()] {
            #expect(Token.parse(other, prefix: "iris_sk_") == nil)
        }
        let tooGreat = "iris_sk_" + String(repeating: "z", count: 49)
        #expect(Token.parse(tooGreat, prefix: "iris_sk_") == nil)
    }

    @Test("the checksum covers the prefix")
    func checksumCoversPrefix() {
        let text = Token(prefix: "iris_sk_", secret: Array(0..<32)).reveal()
        #expect(Token.parse("iris_xk_" + text.dropFirst(8), prefix: "iris_xk_") == nil)
    }

    @Test("no description, dump or interpolation shows the secret")
    func redaction() {
        let token = Token(prefix: "iris_sk_", secret: [UInt8](repeating: 0xff, count: 32))
        let secret = token.reveal().dropFirst(8)
        var dumped = ""
        dump(token, to: &dumped)
        dump([token as Any?], to: &dumped)
        let shown = ["\(token)", String(reflecting: token), "\([token])", "\(Optional(token) as Any)", dumped]
        #expect(shown[0] == "iris_sk_…" && shown[1] == "iris_sk_…")
        for text in shown { #expect(!text.contains(secret.prefix(4))) }
        #expect(Mirror(reflecting: token).children.allSatisfy { $0.label == "prefix" })
    }

    @Test("the part for listing is the prefix and few characters, whatever is asked for")
    func displayPrefix() {
        let token = Token(prefix: "iris_sk_", secret: Array(0..<32))
        #expect(token.displayPrefix() == String(token.reveal().prefix(16)))
        #expect(token.displayPrefix(characters: 4) == String(token.reveal().prefix(12)))
        #expect(token.displayPrefix(characters: -1) == "iris_sk_")
        #expect(token.displayPrefix(characters: 1000).utf8.count == 20)
    }
}
