import Contract

/// What an operation brings about when it succeeds, as the spec tells it.
struct Effects: Sendable {
    private let costs: [String: Amounts]

    /// What the spec does not say of itself.
    private enum Exceptions {
        /// Operations by which a workspace, with its owner's account, comes about.
        static let beginWorkspaces: Set = ["verifySignup"]
        /// Operations by which somebody becomes a member.
        static let beginAccounts: Set = ["verifySignup", "acceptInvitation"]
    }

    init(_ contract: Contract) {
        costs = Dictionary(
            contract.operations.map { ($0.name, Self.cost(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The most that one success uses up.
    func cost(of operation: Operation) -> Amounts { costs[operation.name] ?? Amounts([.requests: 1]) }

    private static func cost(of operation: Operation) -> Amounts {
        var amounts = Amounts([.requests: 1])
        if !operation.mails.isEmpty { amounts[.mails] = 1 }
        if Exceptions.beginWorkspaces.contains(operation.name) { amounts[.workspaces] = 1 }
        if Exceptions.beginAccounts.contains(operation.name) { amounts[.accounts] = 1 }
        if operation.route.method == .post, operation.reply.status == 201,
            operation.reply.body.element == .named("Message")
        {
            amounts[.messages] = 1
        }
        return amounts
    }
}
