/// A certificate or key that cannot be used: which file, and what is wrong with it.
public struct TLSIdentityError: Error, CustomStringConvertible, Equatable {
    public let file: String
    public let problem: String

    public var description: String { "\(file): \(problem)" }
}
