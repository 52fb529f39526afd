/// What RFC 8259 says is JSON: every reader must take it.
enum AcceptedJSON {
    static let all = structures + arrays + numbers + objects + plainStrings + escapedStrings

    private static let structures = [
        JSONCase("a lone number", "42"), JSONCase("a lone negative number", "-0.1"), JSONCase("a lone text", #""asd""#),
        JSONCase("an empty text", #""""#), JSONCase("a lone true", "true"), JSONCase("a lone false", "false"),
        JSONCase("a lone null", "null"), JSONCase("white space around a list", " [] "),
        JSONCase("a line end behind the value", "[\"a\"]\n"), JSONCase("a carriage return and a tab", "\r\t[1]\r\t"),
        JSONCase("white space in every gap", " [ 1 , { \"a\" : [ ] , \"b\" : null } ] "),
        JSONCase("true in a list", "[true]"),
    ]

    private static let arrays = [
        JSONCase("an empty list", "[]"), JSONCase("a list in a list", "[[]]"),
        JSONCase("a list in a list, with spaces", "[[]   ]"), JSONCase("an empty text in a list", #"[""]"#),
        JSONCase("false in a list", "[false]"), JSONCase("a list of every kind", #"[null, 1, "1", {}, [], true]"#),
        JSONCase("null in a list", "[null]"), JSONCase("a list with a line end", "[1\n]"),
        JSONCase("a space before a list", " [1]"), JSONCase("several nulls", "[1,null,null,null,2]"),
        JSONCase("a space behind a list", "[2] "),
    ]

    private static let numbers: [JSONCase] =
        [
            "0", "-0", "1", "-1", "-123", "123", "1234567890", "0e1", "0e+1", "0E-1", "1e2", "1E22", "1E-2", "1E+2",
            "1e-2",
            "1e+2", "123e45", "123.456e78", "123.456789", "123e65", "-0.0", "0.5", "-1.5e-3",
            "0.000000000000000000000000000000000000000000000000000000000000000000000000000001",
            "-0.000000000000000000000000000000000000000000000000000000000000000000000000000001",
        ].map { JSONCase("the number \($0)", "[\($0)]") } + [JSONCase("a space behind a number", "[4 ]")]

    private static let objects = [
        JSONCase("an empty object", "{}"), JSONCase("one member", #"{"a":"b"}"#),
        JSONCase("two members", #"{"asd":"sdf", "dfg":"fgh"}"#), JSONCase("a key twice", #"{"a":"b","a":"c"}"#),
        JSONCase("a member twice, the same", #"{"a":"b","a":"b"}"#), JSONCase("an empty key", #"{"":0}"#),
        JSONCase("an escaped NUL in a key", #"{"foo\u0000bar": 42}"#),
        JSONCase("large numbers", #"{ "min": -1.0e+28 }"#),
        JSONCase("long texts", #"{"x":[{"id": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}], "id": "x"}"#),
        JSONCase("a list as a member", #"{"a":[]}"#), JSONCase("an escaped key", #"{"title":"Полтора Землекопа"}"#),
        JSONCase("line ends between members", "{\n\"a\": \"b\"\n}"),
    ]

    private static let plainStrings: [JSONCase] = [
        JSONCase.string("delete is no control character of JSON", [0x7F]),
        JSONCase("two bytes", "[\"é\"]"), JSONCase("three bytes", "[\"€\"]"), JSONCase("four bytes", "[\"𝄞\"]"),
        JSONCase("the last code point", "[\"\u{10FFFF}\"]"), JSONCase("a noncharacter", "[\"\u{FFFF}\"]"),
        JSONCase("a noncharacter beyond the first plane", "[\"\u{1FFFF}\"]"),
        JSONCase("a private one", "[\"\u{E000}\"]"),
        JSONCase("line and paragraph separators", "[\"\u{2028}\u{2029}\"]"),
        JSONCase("a no-break space", "[\"\u{A0}\"]"),
        JSONCase("a byte order mark inside", "[\"\u{FEFF}\"]"), JSONCase("C1 controls", "[\"\u{80}\u{9F}\"]"),
        JSONCase("a word joiner", "[\"\u{2060}\"]"), JSONCase("the last before surrogates", "[\"\u{D7FF}\"]"),
        JSONCase("comment signs are text", #"["a/*b*/c/*d//e"]"#), JSONCase("a space", #"[" "]"#),
        JSONCase("a combining sign first", "[\"\u{301}\"]"), JSONCase("signs of JSON are text", #"["[]{},:1tfn"]"#),
    ]

    private static let escapedStrings: [JSONCase] = [
        #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u0000"#, #"\u0012"#, #"\u0022"#, #"\u005C"#,
        #"\u00e9"#, #"\u00E9"#, #"\u0123"#, #"\u0821"#, #"\u2028"#, #"\uFEFF"#, #"\uFFFF"#, #"\uFDD0"#, #"\ud7ff"#,
        #"\uE000"#, #"\uD801\udc37"#, #"\ud83d\ude39\ud83d\udc8d"#, #"\uDBFF\uDFFF"#, #"\uDBFF\uDFFE"#, #"\\u0000"#,
        #"\\a"#, #"\\n"#, #"\"\\\/\b\f\n\r\t"#, #"\u0060\u012a\u12AB"#, #"\uA66D"#, #"\u200B"#, #"\u2064"#,
        #"new\u000Aline"#,
        #"a\u0022b\u005cc"#, #"\u0041 and plain"#,
    ].map { JSONCase("the escapes \($0)", "[\"\($0)\"]") }
}
