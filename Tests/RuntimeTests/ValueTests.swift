import Runtime
import Testing

private struct Name: SensitiveText {
    static let rule = TextRule(2...5)
    static let sensitivity = Sensitivity.secret
    let text: String
    init(trusted text: String) { self.text = text }
}

private struct Slug: TextScalar {
    static let rule = TextRule(3...10, alphabet: ASCIISet("a-z -", 97...122, 45...45), reserved: ["admin"])
    let text: String
    init(trusted text: String) { self.text = text }
}

private struct Address: TextScalar {
    static let rule = TextRule(3...30, format: .email)
    let text: String
    init(trusted text: String) { self.text = text }
}

private struct Note: TextScalar {
    static let rule = TextRule(1...20, isSingleLine: false)
    let text: String
    init(trusted text: String) { self.text = text }
}

private struct Size: IntegerScalar {
    static let rule = IntegerRule(1...100, isClamped: true)
    let value: Int
    init(trusted value: Int) { self.value = value }
}

private struct ThingId: Identifier {
    let bits: UUIDBits
    init(_ bits: UUIDBits) { self.bits = bits }
}

@Suite("values of the contract")
struct ValueTests {
    @Test("signs beyond ASCII count one each, alone and side by side", arguments: ["我", "我—a", "ä我😀b", "a—", "—b—c"])
    func lengths(_ piece: String) {
        let size = piece.unicodeScalars.count
        let fitting = String(repeating: piece, count: 20 / size)
        let room = 20 - fitting.unicodeScalars.count
        #expect(Note.rule.problem(with: fitting + String(repeating: "我", count: room)) == nil)
        #expect(Note.rule.problem(with: fitting + String(repeating: "我", count: room + 1))?.code == .tooLong)
    }

    @Test("a UUID with any one sign that is no digit, or no dash where one belongs, is none")
    func uuidSigns() {
        let text = Array("01890a5d-AC96-774b-bcce-b302099a8F57".utf8)
        #expect(
            ThingId(text: String(decoding: text, as: UTF8.self))?.description.uppercased()
                == "01890A5D-AC96-774B-BCCE-B302099A8F57")
        for index in text.indices {
            for sign in "/:@G`g~-".utf8 where sign != text[index] {
                var other = text
                other[index] = sign
                #expect(ThingId(text: String(decoding: other, as: UTF8.self)) == nil, "\(index)")
            }
        }
    }

    private func problem<Value: QueryReadable>(_ type: Value.Type, _ text: String) -> FieldProblem.Code? {
        var problems = FieldProblems()
        let value = Value.read(text: text, &problems)
        #expect((value == nil) == !problems.isEmpty)
        return problems.all.first?.code
    }

    @Test("lengths count characters, not bytes")
    func lengths() {
        #expect(problem(Name.self, "a") == .tooShort)
        #expect(problem(Name.self, "ab") == nil)
        #expect(problem(Name.self, "😀😀😀😀😀") == nil)
        #expect(problem(Name.self, "😀😀😀😀😀😀") == .tooLong)
    }

    @Test("alphabets, reserved words, blanks, control characters and addresses")
    func rules() {
        #expect(problem(Slug.self, "my-slug") == nil)
        #expect(problem(Slug.self, "My-slug") == .malformed)
        #expect(problem(Slug.self, "slüg") == .malformed)
        #expect(problem(Slug.self, "admin") == .reserved)
        #expect(problem(Name.self, "   ") == .blank)
        #expect(problem(Name.self, "a\nb") == .malformed)
        #expect(problem(Note.self, "a\n\tb") == nil)
        #expect(problem(Note.self, "a\0b") == .malformed)
        #expect(problem(Address.self, "a@b.example") == nil)
        #expect(problem(Address.self, "a@\u{1F3FB}b.\u{301}example") == nil)
        for bad in ["ab.example", "a@b", "a@b@c.de", "@b.de", "a@.de", "a b@c.de"] {
            #expect(problem(Address.self, bad) == .malformed)
        }
    }

    @Test("numbers are clamped where the type says so, and whole numbers may be written in any way")
    func numbers() {
        var problems = FieldProblems()
        #expect(Size.read(text: "1e2", &problems)?.value == 100)
        #expect(Size.read(text: "7.0", &problems)?.value == 7)
        #expect(Size.read(text: "1000", &problems)?.value == 100)
        #expect(Size.read(text: "99999999999999999999", &problems)?.value == 100)
        #expect(problems.isEmpty)
        #expect(problem(Size.self, "0") == .tooSmall)
        #expect(problem(Size.self, "1.5") == .wrongType)
        #expect(problem(Size.self, "ten") == .wrongType)
        for text in ["", "+5", "05", "5.", " 5", "5 ", "0x10", "infinity", "inf", "nan", "٥"] {
            #expect(problem(Size.self, text) == .wrongType, "\(text)")
        }
    }

    @Test("a sensitive text shows itself in no way of printing")
    func redaction() {
        let name = Name(trusted: "s3cret")
        let struct_ = (user: 1, name: name)
        #expect("\(name) \(String(reflecting: name)) \(struct_)".contains("s3cret") == false)
        var dumped = ""
        dump([name], to: &dumped)
        #expect(!dumped.contains("s3cret"))
    }

    @Test("ids are read and written in the canonical form only")
    func ids() {
        let text = "0192f0a1-5b6c-7d8e-9f00-112233445566"
        #expect(ThingId(text: text)?.description == text)
        #expect(ThingId(text: text.uppercased())?.description == text)
        for bad in [
            "", "x", text + "0", String(text.dropLast()), text.replacing("-", with: ""), " " + text.dropFirst(),
        ] {
            #expect(ThingId(text: bad) == nil)
        }
    }

    @Test("version 7 ids carry the time and sort by it")
    func version7() {
        var generator = SystemRandomNumberGenerator()
        let early = UUIDBits.version7(milliseconds: 1_700_000_000_000, using: &generator)
        let late = UUIDBits.version7(milliseconds: 1_700_000_000_001, using: &generator)
        #expect(early.description < late.description)
        #expect(Array(early.description)[14] == "7")
        #expect("89ab".contains(Array(early.description)[19]))
    }

    @Test("times are written in UTC with milliseconds")
    func times() {
        #expect(Timestamp(microseconds: 0).description == "1970-01-01T00:00:00.000Z")
        #expect(Timestamp(microseconds: 951_782_399_999_999).description == "2000-02-28T23:59:59.999Z")
        #expect(Timestamp(microseconds: 951_782_400_000_000).description == "2000-02-29T00:00:00.000Z")
        #expect(Timestamp(microseconds: -1).description == "1969-12-31T23:59:59.999Z")
        #expect(Timestamp(microseconds: 1_767_225_600_000_000).description == "2026-01-01T00:00:00.000Z")
    }

    @Test("times are read with any offset, and only such as can be written again")
    func reading() {
        #expect(Timestamp(text: "2026-01-01T01:30:00.5+01:30")?.description == "2026-01-01T00:00:00.500Z")
        #expect(Timestamp(text: "1970-01-01T00:00:00Z")?.microseconds == 0)
        #expect(Timestamp(text: "9999-12-31T23:59:59.999999999z")?.description == "9999-12-31T23:59:59.999Z")
        for bad in [
            "1969-12-31T23:59:59Z", "1970-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2026-02-29T00:00:00Z",
            "2026-01-01T00:00:60Z", "2026-01-01T24:00:00Z", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00",
            "2026-01-01T00:00:00.1234567890Z", "2026-01-01T00:00:00.Z",
        ] {
            #expect(Timestamp(text: bad) == nil, "\(bad)")
        }
    }
}
