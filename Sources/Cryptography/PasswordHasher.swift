/// Hashes and checks passwords, a few at a time, on threads of its own.
///
/// A hash takes a core for about a third of a second and 128 MiB. So no more than `width` run at once and no more than
/// `queueLimit` wait: a flood of sign-ins costs time for those who sign in, never memory, and never an event loop.
/// A task that is cancelled while it waits leaves the queue with `CancellationError`; one that runs is run to its end.
public struct PasswordHasher: Sendable {
    /// The parameters of new hashes.
    public let parameters: ScryptParameters

    /// The hash of no password, at the cost of a new one.
    let nobody: PasswordHash
    private let work: BoundedWork

    /// - Parameters:
    ///   - width: How many hashes are computed at once, at least 1; each takes the memory of its parameters.
    ///   - queueLimit: How many may wait for that; who comes later is refused with `Overloaded`.
    public init(parameters: ScryptParameters = .standard, width: Int = 2, queueLimit: Int = 64) {
        self.parameters = parameters
        work = BoundedWork(width: max(1, width), queueLimit: max(0, queueLimit))
        nobody = PasswordHash(
            parameters: parameters,
            salt: [UInt8](repeating: 0, count: PasswordHash.saltSize),
            key: [UInt8](repeating: 0, count: PasswordHash.keySize))
    }

    /// Hashes a password, after NFKC, with a fresh salt.
    ///
    /// - Throws: `Overloaded`, `CancellationError`, or `LibcryptoError` when memory runs out.
    public func hash(_ password: String) async throws -> PasswordHash {
        try await work.run { [parameters] in try PasswordHash.compute(password, parameters: parameters) }
    }

    /// Whether the hash is that of the password.
    ///
    /// - Throws: `Overloaded`, `CancellationError`, or `LibcryptoError` when memory runs out.
    public func verify(_ password: String, against hash: PasswordHash) async throws -> Bool {
        try await work.run { try hash.matches(password) }
    }

    /// Takes the time of a `verify` and says no: for an account that does not exist, so that the time does not tell.
    ///
    /// As long as a hash of an older cost is not renewed, its `verify` takes another time.
    @discardableResult
    public func verifyAgainstNothing(_ password: String) async throws -> Bool {
        _ = try await verify(password, against: nobody)
        return false
    }

    /// As many are waiting as may: answer with "try again later".
    public struct Overloaded: Error, Equatable, CustomStringConvertible {
        public var description: String { "too many passwords wait to be hashed" }
    }
}
