/// A value that writes itself as JSON.
public protocol JSONWritable: Sendable {
    func write(to json: inout JSONWriter)
}

/// A value that reads itself from JSON, checking its rules on the way.
public protocol JSONReadable: Sendable {
    /// The next value of the input, or nil with at least one problem. Either way the value has been read.
    static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self?
}

extension JSONReader {
    /// Notes that the next value has the wrong type, and passes over it.
    public mutating func refuseType(_ expected: StaticString, _ problems: inout FieldProblems) {
        problems.add(.wrongType, "must be \(expected)")
        skipValue()
    }
}

extension Bool: JSONReadable, JSONWritable {
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Bool? {
        if let value = json.readBoolean() { return value }
        json.refuseType("true or false", &problems)
        return nil
    }

    public func write(to json: inout JSONWriter) { json.boolean(self) }
}

extension Array: JSONReadable where Element: JSONReadable {
    /// A list longer than any that the contract knows is refused.
    static var maximumCount: Int { 1_000 }

    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> [Element]? {
        guard json.openArray() else {
            json.refuseType("a list", &problems)
            return nil
        }
        var elements: [Element] = []
        var isValid = true
        var index = 0
        while json.nextElement() {
            if index >= Self.maximumCount {
                json.skipValue()
            } else {
                let mark = problems.count
                if let element = Element.read(from: &json, &problems) {
                    elements.append(element)
                } else {
                    isValid = false
                }
                if problems.count > mark { problems.prefix("/\(index)", from: mark) }
            }
            index += 1
        }
        if index > Self.maximumCount {
            problems.add(.tooLong, "must have at most \(Self.maximumCount) elements")
            isValid = false
        }
        return isValid ? elements : nil
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    public func write(to json: inout JSONWriter) {
        json.openArray()
        for element in self { element.write(to: &json) }
        json.closeArray()
    }
}
