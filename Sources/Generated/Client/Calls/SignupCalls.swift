// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension IrisClient {
    /// Says whether a handle is free.
    public func checkHandle(slug: HandleAttempt) async throws(ClientFailure<NoCode>) -> HandleAvailability {
        try await ask(.checkHandle, 200, query: ["slug": slug])
    }
    /// Begins a workspace; it exists once its owner's address is verified.
    public func signUp(
        fullName: FullName, email: Email, password: Password, companyName: CompanyName, slug: Handle, plan: Plan
    ) async throws(ClientFailure<SignUp.Code>) -> SignupReceipt {
        try await ask(
            .signUp, 202, refusals: SignUp.Code.self,
            body: [
                "full_name": fullName, "email": email, "password": password, "company_name": companyName, "slug": slug,
                "plan": plan,
            ])
    }
    /// Turns a pending signup into a workspace, and signs its owner in.
    public func verifySignup(
        tenantId: TenantId, token: VerificationToken
    ) async throws(ClientFailure<VerifySignup.Code>) -> SessionGrant {
        try await ask(
            .verifySignup, 201, refusals: VerifySignup.Code.self, body: ["tenant_id": tenantId, "token": token])
    }
    /// Sends the mail again, with a new link; the old one stops working.
    public func resendVerification(email: Email) async throws(ClientFailure<NoCode>) -> MailReceipt {
        try await ask(.resendVerification, 202, body: ["email": email])
    }
}
