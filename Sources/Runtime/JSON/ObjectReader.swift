/// Reads the fields of one JSON object by name, in whatever order they stand.
///
/// Fields that are asked for in the order in which they stand are read where they are, without a look at anything
/// else: so it is for what generated code wrote. A member that is passed over on the way is remembered, and its value
/// read when it is asked for. Of members with the same name, the first one behind the last that was asked for counts.
///
/// Inlinable where it is generic: code that crosses a module's border unspecialised would cost more than the reading.
public struct ObjectReader {
    @usableFromInline var json: JSONReader
    public var problems: FieldProblems
    /// Members that were passed over: their names, and where their values begin.
    @usableFromInline var passed: [(name: String, position: Int)] = []
    /// Whether members may follow that were not seen yet.
    @usableFromInline var isOpen: Bool
    @usableFromInline let isObject: Bool

    /// - Parameter json: Stands inside the object, behind its opening brace, unless `isObject` is false: then there is
    ///   no field, which has been noted as one problem.
    @usableFromInline
    init(_ json: JSONReader, _ problems: FieldProblems, isObject: Bool = true) {
        self.json = json
        self.problems = problems
        self.isObject = isObject
        isOpen = isObject
    }

    /// The object that all of these bytes should be.
    public init(_ bytes: [UInt8], _ problems: FieldProblems = FieldProblems()) {
        var json = JSONReader(bytes)
        var problems = problems
        let isObject = json.openObject()
        if !isObject { json.refuseType("an object", &problems) }
        self.init(json, problems, isObject: isObject)
    }

    /// The first syntax error, if there was one.
    public var failure: JSONSyntaxError? { json.failure }

    /// The value of a field that must be there; nil with a problem.
    @inlinable
    public mutating func required<Value: JSONReadable>(_ name: StaticString) -> Value? {
        switch read(name, as: Value.self) {
        case .value(let value): return value
        case .refused: return nil
        case .absent: problems.add(.required, "must be given", at: "/\(name)")
        case .null: problems.add(.wrongType, "must not be null", at: "/\(name)")
        }
        return nil
    }

    /// The value of a field that must be there and may be null; nil with a problem.
    @inlinable
    public mutating func nullable<Value: JSONReadable>(_ name: StaticString) -> Value?? {
        switch read(name, as: Value.self) {
        case .value(let value): return .some(value)
        case .null: return .some(nil)
        case .refused: return nil
        case .absent:
            problems.add(.required, "must be given", at: "/\(name)")
            return nil
        }
    }

    /// The value of a field that may be left out, and may not be null.
    @inlinable
    public mutating func optional<Value: JSONReadable>(_ name: StaticString) -> Value? {
        switch read(name, as: Value.self) {
        case .value(let value): return value
        case .absent, .refused: return nil
        case .null:
            problems.add(.wrongType, "must not be null", at: "/\(name)")
            return nil
        }
    }

    /// The value of a field for which being absent and being null are the same.
    @inlinable
    public mutating func absentOrNull<Value: JSONReadable>(_ name: StaticString) -> Value? {
        if case .value(let value) = read(name, as: Value.self) { value } else { nil }
    }

    /// What becomes of a field that may be left out and may be null; nil with a problem.
    @inlinable
    public mutating func change<Value: JSONReadable>(_ name: StaticString) -> Change<Value>? {
        switch read(name, as: Value.self) {
        case .value(let value): .set(value)
        case .null: .clear
        case .absent: .keep
        case .refused: nil
        }
    }

    /// Whether there is such a member among those that were not asked for. Reads the object to its end.
    public mutating func has(_ name: StaticString) -> Bool {
        skipRest()
        return passed.contains { $0.name == "\(name)" }
    }

    /// Reads on to the end of the input, where nothing may follow. Whether all of it is JSON without a problem.
    public mutating func finish() -> Bool {
        skipRest()
        json.finish()
        return json.failure == nil && problems.isEmpty
    }

    /// Passes over all that is left of the object.
    @usableFromInline
    mutating func skipRest() {
        while isOpen, let name = json.nextKey() { pass(name) }
        isOpen = false
    }

    @usableFromInline
    mutating func pass(_ name: String) {
        passed.append((name, json.position))
        json.skipValue()
    }

    @inlinable
    mutating func read<Value: JSONReadable>(_ name: StaticString, as type: Value.Type) -> Incoming<Value> {
        guard isObject else { return .refused }
        if let index = passed.firstIndex(where: { $0.name == "\(name)" }) {
            let here = json.position
            json.position = passed.remove(at: index).position
            defer { json.position = here }
            return readValue(name)
        }
        while isOpen {
            switch json.nextKey(expecting: name) {
            case .expected: return readValue(name)
            case .other(let other): pass(other)
            case .end: isOpen = false
            }
        }
        return .absent
    }

    @inlinable
    mutating func readValue<Value: JSONReadable>(_ name: StaticString) -> Incoming<Value> {
        if json.readNull() { return .null }
        let mark = problems.count
        let value = Value.read(from: &json, &problems)
        // A record of which every field may be left out is there in spite of its problems.
        if problems.count > mark { problems.prefix("/\(name)", from: mark) }
        return value.map { .value($0) } ?? .refused
    }
}

/// A field once it was looked for: not there, null, refused with its problems noted, or there.
@usableFromInline @frozen
enum Incoming<Value: JSONReadable> {
    case absent, null, refused
    case value(Value)
}

extension JSONReader {
    /// Reads an object whose fields `build` asks for; nil with at least one problem. The whole object is read.
    @inlinable
    public mutating func readObject<Value>(
        _ problems: inout FieldProblems, _ build: (inout ObjectReader) -> Value?
    ) -> Value? {
        guard openObject() else {
            refuseType("an object", &problems)
            return nil
        }
        var fields = ObjectReader(self, problems)
        let value = build(&fields)
        fields.skipRest()
        (self, problems) = (fields.json, fields.problems)
        return value
    }
}
