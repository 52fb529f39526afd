import Contract

/// A request that is not served, and why.
struct Refusal: Error {
    /// What names the error: its own code, or what has brought it about.
    enum Reason {
        case code(String)
        case cause(ErrorCause)
    }

    let reason: Reason
    let details: [FieldProblem]

    init(_ cause: ErrorCause, details: [FieldProblem] = []) {
        reason = .cause(cause)
        self.details = details
    }

    init(code: String, details: [FieldProblem] = []) {
        reason = .code(code)
        self.details = details
    }

    /// The contract's error. The loader has made sure that there is one.
    func error(in contract: Contract) -> APIError? {
        switch reason {
        case .code(let code): contract.error(coded: code)
        case .cause(let cause): contract.error(impliedBy: cause)
        }
    }
}
