/// One way in which a spec can change: how it is found, and what it means.
struct DiffRule: Sendable {
    /// Stable, kebab-case: approvals and documents cite it.
    let id: String
    /// The rule that finds the same change when old and new are swapped; the rule itself where that makes no
    /// difference.
    let mirror: String
    /// What has happened, as a sentence without a full stop.
    let explanation: String
    let effect: Effect
    let find: @Sendable (Comparison) -> [Occurrence]

    /// Every rule, in the order in which changes are reported.
    static let all: [DiffRule] =
        APIRules.all + CredentialRules.all + AccessRules.all + ErrorRules.all + LimitRules.all + OperationRules.all
        + ReplyRules.all + FieldRules.all + TypeRules.all + TextRules.all + IntegerRules.all + EnumerationRules.all
        + SocketRules.all + FrameRules.all + EventRules.all + CloseRules.all + MailRules.all + JobRules.all
        + PromiseRules.all + FlowRules.all + StepRules.all + DocumentationRules.all
}
