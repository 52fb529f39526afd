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
        var fields = ObjectReader(bytes, problems)
        type = fields.required("type")
        ref = fields.optional("ref")
        _ = fields.finish()
        guard fields.failure == nil else { throw .invalidJSON }
        problems = fields.problems
    }
}
