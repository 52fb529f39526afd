/// A numbered promise of the contract, in our words.
public struct ContractPromise: Sendable {
    /// As everything cites it: `4-6`.
    public let id: String
    public let text: String
    /// False while nothing in the spec carries the promise yet; reports then say "not claimed".
    public let isClaimed: Bool
    /// Why no request can tell whether the promise is kept; nil where one can.
    public let unobservable: String?
    public let location: SourceLocation
}
