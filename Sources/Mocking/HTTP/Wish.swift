import Contract

/// An answer that a front end asks for by name: `Prefer: code=already_member`, or `X-Mock-Error: already_member`. The
/// status of a success can be wished for as well: `Prefer: code=200`.
struct Wish {
    let code: String

    private let place: String

    /// Nil where the request wishes for nothing.
    init?(_ request: MockRequest) {
        if let code = request.header("x-mock-error") {
            (self.code, place) = (code, "X-Mock-Error")
            return
        }
        let preferences = (request.header("prefer") ?? "").split { ",; ".contains($0) }
        guard let wish = preferences.first(where: { $0.lowercased().hasPrefix("code=") }) else { return nil }
        code = wish.dropFirst(5).filter { $0 != "\"" }
        place = "Prefer"
    }

    /// Refuses wishes for what the operation never answers, so that a mistake in a wish is not taken for a success.
    func check(_ operation: Operation, _ contract: Contract) throws(Refusal) {
        let codes = Self.errors(of: operation, contract)
        guard !codes.contains(code), reply(of: operation) == nil else { return }
        let known = (operation.replies.map { String($0.status) } + codes).joined(separator: ", ")
        let problem = FieldProblem(pointer: place, code: .notOneOf, message: "must be one of \(known)")
        throw Refusal(.input, details: [problem])
    }

    /// The success of the wished status.
    func reply(of operation: Operation) -> Reply? {
        operation.replies.first { String($0.status) == code }
    }

    /// Every error that the operation may answer, in the contract's order.
    static func errors(of operation: Operation, _ contract: Contract) -> [String] {
        let implied = (operation.impliedCauses + [.bodySize]).compactMap { contract.error(impliedBy: $0)?.code }
        let codes = Set(implied + operation.ownErrors + operation.refusedFields.map(\.error))
        return contract.errors.map(\.code).filter(codes.contains)
    }
}
