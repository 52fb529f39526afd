import Contract

/// Somebody new in a workspace, of a story's own.
struct Newcomer {
    let email: JSON
    let password: JSON
    let id: String
    let session: String
    /// The request that let them in.
    let acceptance: Attempt
}

extension Stories {
    /// Invites somebody. Answers the request that accepts, not sent yet, and the address.
    func invite(_ role: String, _ steps: inout Steps) async throws -> (email: JSON, acceptance: Attempt) {
        let email = steps.run.fresh("Email")
        let invite = try control("inviteTeammate").with("email", email).with("org_role", .string(role))
        let accept = try control("acceptInvitation")
        let invitation = try await steps.succeed(invite, "inviting")
        let token = try steps.need(invitation["token"], "token of the invitation")
        let acceptance = accept.with("token", token).with("full_name", steps.run.fresh("FullName"))
        return (email, acceptance.with("password", steps.run.fresh("Password")))
    }

    /// Lets somebody join.
    func newcomer(_ role: String, _ steps: inout Steps) async throws -> Newcomer {
        let (email, acceptance) = try await invite(role, &steps)
        let grant = try await steps.succeed(acceptance, "accepting")
        return Newcomer(
            email: email, password: acceptance.body?["password"] ?? .null,
            id: try steps.need(grant.at(["user", "user_id"])?.text, "member"),
            session: try steps.need(grant["token"]?.text, "session"), acceptance: acceptance)
    }
}
