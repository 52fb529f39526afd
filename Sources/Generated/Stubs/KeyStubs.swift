// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

extension StubHandlers {
    public func createKey(_ input: CreateKey.Input, as caller: AdminSession) async throws -> CreateKey.Outcome {
        .created(IssuedKey.example)
    }

    public func listKeys(as caller: AdminSession) async throws -> ListKeys.Outcome {
        .ok([KeyDetails.example])
    }

    public func rotateKey(_ input: RotateKey.Input, as caller: AdminSession) async throws -> RotateKey.Outcome {
        .ok(IssuedKey.example)
    }

    public func revokeKey(_ input: RevokeKey.Input, as caller: AdminSession) async throws -> RevokeKey.Outcome {
        .ok(RevokedKey.example)
    }
}
