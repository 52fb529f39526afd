import Testing

/// A workspace with one of everything, made through the API.
struct TestWorkspace {
    let name: String
    let tenant: String
    let owner: String
    let key: String
    let chat: String
    let channel: String
    let conversation: String
    let invitation: String
    let verification: String

    static let password = "an entirely fine phrase"

    static func make(_ name: String, in deployment: Deployment) async throws -> TestWorkspace {
        let signup = try await deployment.send(
            "POST", "/api/v1/signup",
            """
            {"full_name":"Owner \(name)","email":"owner-\(name)@example.com","password":"\(password)",
             "company_name":"Company \(name)","slug":"slug-\(name)","plan":"trial"}
            """)
        try #require(signup.status == 202, "\(signup.text)")
        let verified = try await deployment.send(
            "POST", "/api/v1/signup/verify",
            #"{"tenant_id":"\#(signup["tenant_id"])","token":"\#(signup["verification_token"])"}"#)
        try #require(verified.status == 201, "\(verified.text)")
        let owner = verified["token"]
        let invitation = try await deployment.send(
            "POST", "/api/v1/admin/team/invites", #"{"email":"mate-\#(name)@example.com","org_role":"viewer"}"#,
            token: owner)
        let key = try await deployment.send(
            "POST", "/api/v1/admin/keys", #"{"name":"Key \#(name)","key_type":"secret"}"#, token: owner)
        let session = try await deployment.send(
            "POST", "/api/product/v1/sessions", #"{"external_user_id":"user-\#(name)","display_name":"User \#(name)"}"#,
            token: key["secret"])
        let channel = try await deployment.send(
            "POST", "/api/product/v1/channels", #"{"name":"Channel \#(name)","channel_type":"support"}"#,
            token: key["secret"])
        let message = try await deployment.send(
            "POST", "/api/product/v1/channels/\(channel["channel_id"])/messages", #"{"content":"Hello \#(name)"}"#,
            token: key["secret"])
        try #require(message.status == 201, "\(message.text)")
        return TestWorkspace(
            name: name, tenant: signup["tenant_id"], owner: owner, key: key["secret"], chat: session["token"],
            channel: channel["channel_id"], conversation: session["channel_id"], invitation: invitation["token"],
            verification: signup["verification_token"])
    }
}
