import Generated
import Runtime

extension ErrorEvent {
    /// What is wrong with a frame that cannot be used.
    init(_ problem: FrameProblem, ref: FrameRef?) {
        switch problem {
        case .invalidJSON:
            self.init(ref: ref, code: .invalidJson, message: SocketProblem.invalidJson.message)
        case .unknownType:
            self.init(ref: ref, code: .unknownType, message: SocketProblem.unknownType.message)
        case .invalidFields(let fields):
            self.init(
                ref: ref, code: .invalidFrame,
                message: fields.first.map { ProblemMessage(trusted: $0.message) } ?? SocketProblem.invalidFrame.message,
                pointer: fields.first.map { FieldPointer(trusted: $0.pointer) })
        }
    }
}

extension SocketProblem {
    /// The problem that an error of the API is on a socket.
    init(_ error: ErrorCode) {
        switch error {
        case .notFound: self = .notFound
        case .forbidden: self = .forbidden
        case .insufficientScope: self = .insufficientScope
        case .rateLimited: self = .rateLimited
        case .unavailable: self = .unavailable
        default: self = .internal
        }
    }

    var message: ProblemMessage {
        switch self {
        case .invalidJson: "A frame must be one JSON object."
        case .unknownType: "There is no frame of this type."
        case .invalidFrame: "A field of the frame breaks its rules."
        case .notFound: "There is no such channel that you can see."
        case .insufficientScope: "The key lacks the scope for this frame."
        case .forbidden: "Your role does not allow this."
        case .rateLimited: "A socket can listen to 100 channels at most; unsubscribe from one first."
        case .unavailable: "The server cannot do this just now; try again in a moment."
        case .internal: "Something went wrong on the server."
        }
    }
}

extension ProblemMessage {
    static let isAuthenticated: ProblemMessage = "The token was accepted already."
}

extension ProblemMessage: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(trusted: text) }
}
