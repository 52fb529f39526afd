/// Why a frame that came in over a socket cannot be used. It never repeats what was sent, which may be sensitive.
public enum FrameProblem: Error, Sendable, Hashable {
    /// The bytes are not JSON.
    case invalidJSON
    /// The contract has no frame of this type.
    case unknownType
    /// These fields break their rules; an empty pointer means the frame itself, which must be an object.
    case invalidFields([FieldProblem])
}
