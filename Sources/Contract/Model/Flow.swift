/// A documented journey: calls in order, each using what earlier ones answered.
public struct Flow: Sendable {
    public let name: String
    public let title: String
    public let promises: [String]
    /// Values that are made anew for every run, so that runs do not meet.
    public let fresh: [Fresh]
    public let steps: [Step]
    public let location: SourceLocation

    public struct Fresh: Sendable {
        public let name: String
        public let type: TypeReference
        public let location: SourceLocation
    }

    public struct Step: Sendable {
        /// What the step shows, in words.
        public let title: String
        public let promises: [String]
        public let action: Action
        public let expectations: [Expectation]
        /// How many elements the list in the reply must have; nil where nothing is said of it.
        public let count: Int?
        public let kept: [Kept]
        public let location: SourceLocation
    }

    public enum Action: Sendable {
        case call(Call)
        /// Wait for a mail; `recipient` names the value that holds the address.
        case mail(name: String, recipient: Value)
        /// Open the realtime socket with a token. Later steps speak of it by the name that it is given here.
        case connect(socket: String, credential: Value)
        /// Send a frame on an open socket.
        case send(Send)
        /// Wait for the next event of this name on an open socket.
        case receive(event: String, socket: String)
        /// Wait until the server closes the socket, with this close of the contract.
        case closed(close: String, socket: String)
    }

    public struct Send: Sendable {
        public let frame: String
        public let socket: String
        public let inputs: [Input]
    }

    public struct Call: Sendable {
        public let operation: String
        /// The value that holds the token; nil for a call without a credential.
        public let credential: Value?
        public let inputs: [Input]
        /// The error code that must answer; nil where the call must succeed.
        public let refusal: String?
    }

    public struct Input: Sendable, Hashable {
        public let field: String
        public let value: Value
    }

    /// Something that must hold of the reply's data, or of the link in a mail.
    public struct Expectation: Sendable {
        public let path: [String]
        public let value: Value
        public let location: SourceLocation
    }

    /// A value taken from a reply or a mail for later steps.
    public struct Kept: Sendable {
        public let name: String
        public let path: [String]
        public let type: TypeReference
        /// The reply may leave the value out.
        public let isOptional: Bool
        public let location: SourceLocation
    }

    public indirect enum Value: Sendable, Hashable {
        case reference(String)
        case text(String)
        case integer(Int)
        case boolean(Bool)
        case list([Value])
        /// The fields of a record.
        case record([Input])
        case null
    }
}
