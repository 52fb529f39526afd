import ArgumentParser
import Contract

/// How much of the spec a deployment is held to.
enum Profile: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// What is promised, and nothing else: any deployment that keeps the contract passes.
    case contract
    /// Also what our own server does besides: operations without promises, `details`, `Allow`, `Idempotency-Key`.
    case reference

    func includes(_ operation: Operation) -> Bool { self == .reference || !operation.promises.isEmpty }
}
