import Contract
import Testing

@testable import Conformance

@Suite("comparing replies with the contract")
struct SchemaTests {
    private let good = """
        {"channel_id":"0192f0a1-5b6c-7d8e-9f00-112233445566","name":"Launch","channel_type":"support","topic":null,
         "status":"open","last_seq":0,"created_at":"2026-05-04T09:30:00.000Z",
         "archived_at":null,"extra":1}
        """

    private func problems(_ text: String) throws -> [String] {
        let json = try JSONParser.parse(Array(text.utf8))
        return SchemaChecker(contract: try OwnContract.load()).problems(json, .named("Channel"), at: "/data")
    }

    @Test("a right value has no problems, and unknown fields are allowed")
    func right() throws { #expect(try problems(good).isEmpty) }

    @Test(
        "each broken rule is found where it is",
        arguments: [
            (#""name":"Launch","#, "", "/data/name is missing"),
            (#""name":"Launch""#, #""name":null"#, "/data/name must not be null"),
            (#""name":"Launch""#, #""name":7"#, "/data/name must be a string and is a number"),
            (#""name":"Launch""#, #""name":"""#, "/data/name: it has 0 characters, and at least 1 are needed"),
            (#""support""#, #""secret""#, "/data/channel_type: it is not one of support, group"),
            (#""last_seq":0"#, #""last_seq":"0""#, "/data/last_seq must be a number and is a string"),
            (#""last_seq":0"#, #""last_seq":1.5"#, "/data/last_seq: it is not a whole number"),
            ("0192f0a1", "X192f0a1", "/data/channel_id: it is not a UUID in lower case"),
            ("09:30:00.000Z", "09:30:00+02:00", "/data/created_at must be a time in UTC as RFC 3339 has it"),
            ("2026-05-04T", "2026-13-04T", "/data/created_at must be a time in UTC as RFC 3339 has it"),
        ])
    func broken(_ part: String, _ edit: String, _ expected: String) throws {
        #expect(good.contains(part))
        #expect(try problems(good.replacing(part, with: edit)) == [expected])
    }

    @Test("made values are accepted by their types, new every time, and repeatable by seed")
    func maker() throws {
        let contract = try OwnContract.load()
        var (one, two, same) = (ValueMaker(seed: 1), ValueMaker(seed: 2), ValueMaker(seed: 1))
        for type in contract.types {
            let reference = TypeReference.named(type.name)
            let value = one.value(of: reference, in: contract)
            #expect(SchemaChecker(contract: contract).problems(value, reference, at: type.name).isEmpty)
            let repeated = same.value(of: reference, in: contract)
            #expect(value == repeated)
            let other = two.value(of: reference, in: contract)
            if ["Handle", "Email", "Password", "UserId"].contains(type.name) { #expect(value != other) }
        }
    }
}
