// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func createKey(_ input: CreateKey.Input, as caller: AdminSession) -> CreateKey.Outcome { .created(.example) }
    public func listKeys(as caller: AdminSession) -> ListKeys.Outcome { .ok([.example]) }
    public func rotateKey(_ input: RotateKey.Input, as caller: AdminSession) -> RotateKey.Outcome { .ok(.example) }
    public func revokeKey(_ input: RevokeKey.Input, as caller: AdminSession) -> RevokeKey.Outcome { .ok(.example) }
}
