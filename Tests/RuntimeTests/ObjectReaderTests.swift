import Runtime
import Testing

@Suite("reading an object's fields")
struct ObjectReaderTests {
    private func reader(_ text: String) -> ObjectReader { ObjectReader(Array(text.utf8)) }

    /// The problems as `pointer code`.
    private func problems(_ fields: ObjectReader) -> [String] { fields.problems.all.map { "\($0.pointer) \($0.code)" } }

    @Test(
        "fields are found in whatever order they stand, between fields that nobody asks for",
        arguments: [
            #"{"a":"x","b":[true],"c":"z"}"#,
            #"{"c":"z","n":{"a":"no"},"b":[true],"m":[[{}],1e3,null],"a":"x"}"#,
            #" { "\u0062" : [ true ] , "c" : "z" , "a" : "x" } "#,
        ])
    func order(_ text: String) {
        var fields = reader(text)
        let (a, b, c): (String?, [Bool]?, String?) = (
            fields.required("a"), fields.required("b"), fields.required("c")
        )
        #expect(a == "x" && b == [true] && c == "z")
        let isSound = fields.finish()
        #expect(isSound && fields.failure == nil)
    }

    /// A record of which every field may be left out: it is there whatever is wrong with it.
    private struct Note: JSONReadable {
        static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Note? {
            json.readObject(&problems) { (fields: inout ObjectReader) -> Note? in
                let _: Bool? = fields.optional("done")
                return Note()
            }
        }
    }

    @Test("a problem's pointer names every record and list around it, also where nothing in a record must be there")
    func pointers() {
        var fields = reader(#"{"one":{"done":1},"all":[{},{"done":null}]}"#)
        let _: Note? = fields.required("one")
        let _: [Note]? = fields.required("all")
        let isSound = fields.finish()
        #expect(!isSound)
        #expect(problems(fields) == ["/one/done wrongType", "/all/1/done wrongType"])
    }

    @Test("a field that is left out hides none of those behind it")
    func absent() {
        var fields = reader(#"{"b":"y","c":"z"}"#)
        let (a, c, b): (String?, String?, String?) = (
            fields.optional("a"), fields.required("c"), fields.required("b")
        )
        #expect(a == nil && b == "y" && c == "z")
        let isSound = fields.finish()
        #expect(isSound)
    }

    @Test("a key is compared as a whole")
    func keys() {
        var fields = reader(#"{"ab":"long","a":"short","":"none"}"#)
        let (short, empty, long): (String?, String?, String?) = (
            fields.required("a"), fields.required(""), fields.required("ab")
        )
        #expect(short == "short" && empty == "none" && long == "long")
    }

    @Test("a key that differs from the one asked for in any one letter is another key")
    func letters() {
        let name: StaticString = "client_message_id"
        let wanted = Array("\(name)".utf8)
        for index in wanted.indices {
            var letters = wanted
            letters[index] = UInt8(ascii: "~")
            var fields = reader(#"{"\#(String(decoding: letters, as: UTF8.self))":"other","\#(name)":"own"}"#)
            let value: String? = fields.required(name)
            #expect(value == "own", "letter \(index)")
        }
    }

    @Test("each kind of presence tells absent, null and wrong values apart")
    func presence() {
        var fields = reader(#"{"null":null,"wrong":1}"#)
        let required: [String?] = [fields.required("gone"), fields.required("null"), fields.required("wrong")]
        #expect(required == [nil, nil, nil])
        #expect(problems(fields) == ["/gone required", "/null wrongType", "/wrong wrongType"])

        fields = reader(#"{"a":null,"b":null,"c":null,"d":"x"}"#)
        let nullable: String?? = fields.nullable("a")
        let optional: String? = fields.optional("b")
        let neither: String? = fields.absentOrNull("c")
        #expect(nullable == .some(nil) && optional == nil && neither == nil)
        #expect(problems(fields) == ["/b wrongType"])
    }

    @Test("a change is to keep, to clear or to set")
    func change() {
        var fields = reader(#"{"clear":null,"set":"x","wrong":[]}"#)
        let keep: Change<String>? = fields.change("keep")
        let clear: Change<String>? = fields.change("clear")
        let set: Change<String>? = fields.change("set")
        let wrong: Change<String>? = fields.change("wrong")
        #expect(keep?.applied(to: "old") == "old")
        #expect(clear != nil && clear?.applied(to: "old") == nil)
        #expect(set?.applied(to: "old") == "x")
        #expect(wrong == nil && problems(fields) == ["/wrong wrongType"])
    }

    @Test("a member that nobody asked for is known at the end, wherever it stands")
    func unknown() {
        for text in [#"{"x":1,"a":"y"}"#, #"{"a":"y","x":{}}"#] {
            var fields = reader(text)
            let a: String? = fields.required("a")
            #expect(a == "y")
            let known = [fields.has("x"), fields.has("y"), fields.has("a")]
            #expect(known == [true, false, false])
        }
    }

    @Test("what is no object has one problem, and broken JSON is found behind the last field")
    func broken() {
        var fields = reader("[]")
        let a: String? = fields.required("a")
        let isSound = fields.finish()
        #expect(a == nil && !isSound && problems(fields) == [" wrongType"])
        for text in [#"{"a":"x""#, #"{"a":"x",}"#, #"{"a":"x"} x"#, #"{"a":"x","b"}"#, #"{"a" "x"}"#] {
            fields = reader(text)
            let _: String? = fields.required("a")
            let isSound = fields.finish()
            #expect(!isSound && fields.failure != nil, "\(text)")
        }
    }
}
