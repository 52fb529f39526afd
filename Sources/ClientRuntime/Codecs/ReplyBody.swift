import Runtime

/// What a reply's envelope can hold.
public protocol ReplyBody: Sendable {
    /// Reads the members of the envelope.
    static func read(reply fields: inout ObjectReader) throws(BrokenRecord) -> Self
}

extension ReplyBody where Self: JSONReadable {
    public static func read(reply fields: inout ObjectReader) throws(BrokenRecord) -> Self {
        try fields.take("data")
    }
}

extension Bool: ReplyBody {}

extension Timestamp: ReplyBody {}

extension Array: ReplyBody where Element: JSONReadable {
    public static func read(reply fields: inout ObjectReader) throws(BrokenRecord) -> [Element] {
        let list: WholeList<Element> = try fields.take("data")
        return list.elements
    }
}

extension Page: ReplyBody where Element: JSONReadable {
    public static func read(reply fields: inout ObjectReader) throws(BrokenRecord) -> Page {
        let list: WholeList<Element> = try fields.take("data")
        let cursor: String? = try fields.takeOrNull("next_cursor")
        let hasMore: Bool = try fields.take("has_more")
        guard hasMore == (cursor != nil) else {
            fields.problems.add(.malformed, "must be true exactly where there is a next cursor", at: "/has_more")
            throw BrokenRecord()
        }
        return Page(list.elements, nextCursor: cursor)
    }
}

/// A list of any length: that of a reply has no bound but the server's.
private struct WholeList<Element: JSONReadable>: JSONReadable {
    let elements: [Element]

    static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> WholeList? {
        guard json.openArray() else {
            json.refuseType("a list", &problems)
            return nil
        }
        var elements: [Element] = []
        var isSound = true
        var index = 0
        while json.nextElement() {
            let mark = problems.count
            if let element = Element.read(from: &json, &problems) {
                elements.append(element)
            } else {
                isSound = false
                problems.prefix("/\(index)", from: mark)
            }
            index += 1
        }
        return isSound ? WholeList(elements: elements) : nil
    }
}
