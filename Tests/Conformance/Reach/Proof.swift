import Contract

/// What shows, right before a refusal, that it can have no other reason than the edit.
extension World {
    /// The control itself where it changes nothing; else whatever shows that its credential still works.
    func proof(of control: Attempt, in workspace: Workspace? = nil) throws -> [Attempt] {
        let workspace = workspace ?? first
        if control.operation.route.method == .get { return [control] }
        guard let presented = control.credential else { return [] }
        let kinds = control.operation.access.requirements.map(\.credential)
        for kind in kinds where (try? workspace.value(kind)) == presented.token {
            return [try proof(of: presented.token, kind, in: workspace)]
        }
        // What used a credential up, such as signing out, cannot be shown to work still.
        return try kinds.first.map { [try workspace.witness(of: $0)] } ?? []
    }

    /// A credential of this kind works.
    func proof(of token: String, _ kind: String, in workspace: Workspace) throws -> Attempt {
        try workspace.witness(of: kind).by(token)
    }
}
