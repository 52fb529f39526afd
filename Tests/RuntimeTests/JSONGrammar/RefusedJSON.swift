/// What RFC 8259 does not know: every reader must refuse it.
enum RefusedJSON {
    static let all = structures + arrays + numbers + objects + strings + encodings

    private static let structures: [JSONCase] = [
        "", " ", "\n", "[", "]", "{", "}", "[]]", "{}}", "[][]", "{}{}", "[1]x", "1 2", "1]", "2@", "*", "<.>",
        "[<null>]",
        "ab", "nul", "nulll", "nan", "NaN", "Infinity", "undefined", "True", "TRUE", "FALSE", "tru", "fals", "truth",
        "[True]", "[nul]", "[fals]", "[tru]", "[truee]", "[a", "[1", "[1,", "[1,\n1\n,1", "[{", "[{}", "[\"", "[\"a",
        "{\"a",
        "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{[", "{]", "[}", "[\"a\"}", "{\"a\":[}", "{\"a\"]", "[,", "{,",
        ",", ":",
        "[\n\n", "{}#", "[] //", "// c\n[]", "/**/ []", "[1]/**/", "{\"a\":/**/1}", "#\n1", "'", "''", "{'a':1}",
        "{a: 1}",
        "{1:1}", "{null:1}", "\\u000A\"\"", "å", "[ [] ", "[[[[", "{\"a\":{\"a\":{", "...", "[...]", "(1)", "<a>", "=1",
        "&1",
        "\u{FEFF}", "\u{FEFF}{}", "\u{2060}[]", "[\u{A0}1]", "[\u{0C}]", "[\u{0B}1]", "\u{85}1", "[1\u{2028}]",
        "[]\u{0}", "\u{0}",
        "[\u{0}1]",
    ].map { JSONCase("the structure \($0.debugDescription)", $0) }

    private static let arrays: [JSONCase] = [
        "[1 true]", "[1,,2]", "[,1]", "[,]", "[1,]", "[1,,]", "[,,]", "[1:2]", "[x", "[\"a\",\n4\n,1,", "[3[4]]", "[1}",
        "[\"x\"]]",
        "[\"\"", "[*]", "[\"\u{0B}a\"\\f]", "[-]", "[1\n", "[[] []]", "[1;2]", "[=]", "[a ]", "[:]", "[1 ,2 ,]",
    ].map { JSONCase("the list \($0.debugDescription)", $0) }

    private static let numbers: [JSONCase] = [
        "++1234", "+1", "+Inf", "-01", "-1.0.", "-2.", "-NaN", ".-1", ".2e-3", ".5", "0.1.2", "0.3e", "0.3e+", "0.e1",
        "0E", "0E+",
        "0e", "0e+", "00", "012", "-012", "0x1", "0x42", "1.0e", "1.0e+", "1.0e-", "1 000", "1_000", "1eE2", "1e2.5",
        "2.e+3", "2.e-3",
        "2.e3", "9.e+", "Inf", "-Infinity", "-", "-foo", "- 1", "-a", "1+2", "1-2", "1a", "1.8011670033376514H-308",
        "0.1a", "1ea", "1e1e1",
        "-.5", "--1", "1e--2", "1e+-2", "１", "٣", "1,5 2", "1.", "1.e", "e1", "E", "0b1", "0o7", "1f", "$1", "1%",
        "2.0.1e1", "{", "-}", "1²",
    ].map { JSONCase("the number \($0)", "[\($0)]") }

    private static let objects: [JSONCase] = [
        #"["x", truth]"#, #"{[: "x"}"#, #"{"x", null}"#, #"{"x"::"b"}"#, #"{"a":"a" 123}"#, #"{key: 'value'}"#,
        #"{"a" b}"#, #"{:"b"}"#,
        #"{"a" "b"}"#, #"{"a":"#, #"{"a"}"#, #"{1:1}"#, #"{9999E9999:1}"#, #"{null:null,null:null}"#, #"{"id":0,,,,,}"#,
        #"{'a':0}"#,
        #"{"id":0,}"#, #"{"a":"b"}/**/"#, #"{"a":"b"}/**//"#, #"{"a":"b"}//"#, #"{"a":"b",,"c":"d"}"#, #"{"a":'b'}"#,
        #"{true: false}"#,
        #"{"a":"a"#, #"{ "foo" : "bar", "a" }"#, #"{"a":"b"}#"#, #"{"a":1 "b":2}"#, #"{,"a":1}"#, #"{"a":1;"b":2}"#,
        #"{"a"=1}"#,
        #"{"a":}"#, #"{"a":,}"#, #"{[]:1}"#, #"{{}:1}"#, #"{"a":1]"#, #"{"a":1}}"#, #"{\"a\":1}"#, #"{"a\x":1}"#,
        #"{a":1}"#, #"{"a:1}"#,
    ].map { JSONCase("the object \($0)", $0) }

    private static let strings: [JSONCase] =
        [
            #"\"#, #"\x"#, #"\x00"#, #"\'"#, #"\a"#, #"\v"#, #"\0"#, #"\U0041"#, #"\u"#, #"\u1"#, #"\u12"#, #"\u00A"#,
            #"\u00Gx"#, #"\uqqqq"#,
            #"\uD834\"#, #"\uD834\u"#, #"\uD834\uDd"#, #"\uD800\uD800\x"#, #"\🌀"#, #"\u😀"#, #"\ "#, #"\\\"#, #"\u 041"#,
            #"\u+041"#, #"\u-041"#,
            #"\u{41}"#, #"\u０041"#,
        ].map { JSONCase("the escape \($0)", "[\"\($0)\"]") }
        + (UInt8(0)..<0x20).map { JSONCase.string("the control character \($0), unescaped", [$0]) }
        + [
            JSONCase("a text without quotes", "[\\n]"), JSONCase("an escape outside of a text", #"[\u0020"asd"]"#),
            JSONCase("a text without an end", #"["a"#), JSONCase("an end that is escaped", #"["a\"]"#),
            JSONCase("single quotes", "['single quote']"), JSONCase("a text behind a text", #"["a" "b"]"#),
            JSONCase("a lone quote", "\""), JSONCase("a lone text with something behind", #""x"y"#),
            JSONCase("typographic quotes", "[“a”]"), JSONCase("a line end within", "[\"new\nline\"]"),
        ]

    /// UTF-8 is the only encoding of RFC 8259, and nothing is repaired.
    private static let encodings: [JSONCase] = [
        JSONCase.string("a lone continuation byte", [0x80]), JSONCase.string("the last continuation byte", [0xBF]),
        JSONCase.string("an overlong slash", [0xC0, 0xAF]), JSONCase.string("an overlong NUL", [0xC0, 0x80]),
        JSONCase.string("an overlong delete", [0xC1, 0xBF]),
        JSONCase.string("an overlong three bytes", [0xE0, 0x80, 0xAF]),
        JSONCase.string("an overlong four bytes", [0xF0, 0x80, 0x80, 0xAF]),
        JSONCase.string("a surrogate", [0xED, 0xA0, 0x80]),
        JSONCase.string("the last surrogate", [0xED, 0xBF, 0xBF]),
        JSONCase.string("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]),
        JSONCase.string("a five-byte form", [0xF8, 0x88, 0x80, 0x80, 0x80]), JSONCase.string("0xFE", [0xFE]),
        JSONCase.string("0xFF", [0xFF]), JSONCase.string("Latin-1", [0xE9]),
        JSONCase.string("a cut two-byte form", [0xC3]),
        JSONCase.string("a cut three-byte form", [0xE2, 0x82]),
        JSONCase.string("a cut four-byte form", [0xF0, 0x9D, 0x84]),
        JSONCase.string("a lead before ASCII", [0xE2, 0x41, 0x42]),
        JSONCase("a cut form at the end", [0x22, 0xE2, 0x82]),
        JSONCase("an invalid byte outside of a text", [0x5B, 0xFF, 0x5D]),
        JSONCase("an invalid byte as a value", [0xFF]),
        JSONCase("half a byte order mark", [0xEF, 0xBB, 0x7B, 0x7D]),
        JSONCase("a byte order mark alone", [0xEF, 0xBB, 0xBF]),
        JSONCase("UTF-16, little endian", [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00]),
        JSONCase("UTF-16 unmarked", [0x5B, 0x00, 0x5D, 0x00]),
        JSONCase("UTF-16, big endian", [0x00, 0x5B, 0x00, 0x5D]), JSONCase("UTF-32", [0x5B, 0, 0, 0, 0x5D, 0, 0, 0]),
    ]
}
