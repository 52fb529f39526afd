/// What stands in every frame, wherever in its object: the type, and the name that the sender may give it.
///
/// Read before the frame's own fields, because only the type says what those are. The whole frame is checked for
/// being JSON on the way.
public struct FrameHead<Ref: JSONReadable>: Sendable {
    /// Nil, with a problem, where it is missing or no string.
    public let type: String?
    /// Nil where there is none, and, with a problem, where it breaks its rules.
    public let ref: Ref?

    public init(_ bytes: [UInt8], _ problems: inout FieldProblems) throws(FrameProblem) {
        var json = JSONReader(bytes)
        let isObject = json.openObject()
        if !isObject { json.refuseType("an object", &problems) }
        var type: String?
        var isTyped = false
        var ref = Incoming<Ref>.absent
        while isObject, let key = json.nextKey() {
            switch key {
            case "type":
                isTyped = true
                type = json.readString()
                if type == nil { json.skipValue() }
            case "ref": ref = .read(key, from: &json, &problems)
            default: json.skipValue()
            }
        }
        json.finish()
        guard json.failure == nil else { throw .invalidJSON }
        if isObject, type == nil {
            if isTyped {
                problems.add(.wrongType, "must be a string", at: "/type")
            } else {
                problems.add(.required, "must be given", at: "/type")
            }
        }
        self.type = type
        self.ref = ref.optional("ref", &problems)
    }
}
