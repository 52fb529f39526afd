import Contract

/// What admins see and set, and what anybody may ask.
extension Workspace {
    mutating func tryAdministration() async throws {
        for name in ["getWorkspace", "getUsage", "listAudit", "exportAudit", "listFailedMails"] {
            try await attempt(name, token: "session")
        }
        let policy = try await attempt("getRetentionPolicy", token: "session")
        if !isOwn { try await putBack("putRetentionPolicy", policy) }
        let settings = try await attempt("getWidgetSettings", token: "session")
        if !isOwn { try await putBack("putWidgetSettings", settings) }
        if isOwn {
            try await attempt(
                "putRetentionPolicy", ["message_days": .number(2190), "audit_days": .number(2190)], token: "session")
            let branding = JSON.object([
                JSON.Member(key: "title", value: run.fresh("WidgetTitle")),
                JSON.Member(key: "primary_color", value: .string("#112233")),
            ])
            try await attempt(
                "putWidgetSettings",
                ["allowed_origins": .json(.array([.string("https://app.example.com")])), "branding": .json(branding)],
                token: "session")
        }
        try await attempt("getBranding", ["tenant_id": .kept("tenant")])
        try await attempt("checkHealth")
        try await attempt("checkReadiness")
        if !isOwn { try await attempt("checkHandle", ["slug": .json(run.fresh("Handle"))]) }
    }

    /// Sets what was read a moment ago: nothing changes.
    private mutating func putBack(_ name: String, _ read: JSON) async throws {
        let fields = run.contract.operation(named: name)?.bodyFields ?? []
        var given: [String: Given] = [:]
        for field in fields { given[field.name] = read[field.name].map { .json($0) } }
        guard !given.isEmpty else {
            return leaveOut(name, hindrance ?? OutOfReach("what it would set again was not shown"))
        }
        try await attempt(name, given, token: "session")
    }
}
