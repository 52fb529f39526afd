/// The whole spec language: every kind of mapping that a spec can hold.
public enum Language {
    public static let file = FileForms.file

    /// In the order of the reference.
    public static let forms = [
        FileForms.file, FileForms.api, AccessForms.credential, AccessForms.scope, AccessForms.error, AccessForms.limit,
        AccessForms.limitField, FileForms.promise, TypeForms.type, TypeForms.text, TypeForms.integer, TypeForms.field,
        FileForms.section, OperationForms.operation, OperationForms.mail, OperationForms.job, SocketForms.socket,
        SocketForms.frame, SocketForms.event, SocketForms.close, FlowForms.flow, FlowForms.step,
    ]

    public static func form(named name: String) -> MappingForm? { forms.first { $0.name == name } }
}
