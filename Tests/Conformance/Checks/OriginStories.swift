import Contract

/// Pages that look like a listed one, each in every way in which a page can ask.
struct OriginStories: Stories {
    let world: World

    /// Apart from all other checks, as they change which pages are listed; and what changes the list apart from the rest.
    func all() -> [Check] {
        ([guests(), keys()] + sockets()).map { $0.within("origins") } + [
            unlisted().within("origins taken off the list")
        ]
    }

    static let listed = ["https://shop.example.com", "https://*.wide.example", "https://ports.example.com:8443"]

    static let good = [
        "https://shop.example.com", "https://a.wide.example", "https://b.a.wide.example",
        "https://ports.example.com:8443",
    ]

    static let bad = [
        "null", "http://shop.example.com", "https://shop.example.com:8443", "https://shop.example.com.evil.example",
        "https://evil.example/https://shop.example.com", "https://shop.example.com@evil.example",
        "https://evilshop.example.com", "https://shopxexample.com", "https://example.com",
        "https://www.shop.example.com",
        "https://shop.example.co", "https://shop.example.com https://evil.example", "https://wide.example",
        "http://a.wide.example", "https://a.wide.example:8443", "https://evilwide.example",
        "https://a.wide.example.evil.example", "https://*.wide.example", "https://.wide.example",
        "https://ports.example.com", "https://ports.example.com:8444", "file://", "https://", "shop.example.com",
    ]

    /// Lists the pages, in the workspace whose settings no other story reads, and says who asks there.
    private func workspace(_ steps: inout Steps) async throws -> Workspace {
        let workspace = try world.settable()
        let origins = JSON.array(Self.listed.map { .string($0) })
        try await steps.succeed(workspace.control("putWidgetSettings").with("allowed_origins", origins), "listing")
        return workspace
    }

    private func guests() -> Check {
        story("origins.guest", "a guest session is for listed pages, and for none that resembles one", ["5-2", "8-1"]) {
            run in
            var steps = Steps(run)
            let guest = try await workspace(&steps).control("openGuestSession")
            try await steps.succeed(guest, "no page")
            for page in Self.good { try await steps.succeed(guest.from(page: page), page) }
            // The others are tried where more may be asked in a minute.
            for page in Self.bad.prefix(8) { try await steps.refuse(guest.from(page: page), world.code(.origin), page) }
            return steps.verdict
        }
    }

    private func keys() -> Check {
        story("origins.publishable", "a publishable key is for listed pages, and for none that resembles one", ["5-2"])
        {
            run in
            var steps = Steps(run)
            let workspace = try await workspace(&steps)
            let me = try workspace.control("introspectKey").by(workspace.value("publishable"))
            let header = me.edited { $0.credential?.carrier = .header("X-API-Key") }
            for attempt in [me, header] {
                try await steps.succeed(attempt, "no page")
                for page in Self.good { try await steps.succeed(attempt.from(page: page), page) }
                for page in Self.bad { try await steps.refuse(attempt.from(page: page), world.code(.origin), page) }
            }
            return steps.verdict
        }
    }

    /// Where the token stands must not matter.
    private func sockets() -> [Check] {
        let world = world
        return (world.run.contract.socket.map(Opening.carriers) ?? []).map { carrier in
            socketStory(
                "origins.\(carrier.name)", "a socket with the token in \(carrier.words) is for listed pages only",
                ["5-2", "8-3"]
            ) { stage in
                var steps = Steps(stage.run)
                let workspace = try await workspace(&steps)
                let open = try workspace.control("openChatSession")
                    .with("external_user_id", stage.run.fresh("ExternalUserId"))
                let token = try await steps.succeed(open, "opening a chat session")["token"]?.text
                stage.add(steps.problems)
                for page in [nil] + Self.good {
                    let line = try await stage.connect(
                        Opening(token: token, carrier: carrier, origin: page), page ?? "no page"
                    ).line
                    try await line.leave()
                }
                for page in Self.bad {
                    let opening = Opening(token: token, carrier: carrier, origin: page)
                    try await stage.refuse(opening, world.code(.origin), page)
                }
            }
        }
    }

    /// A page that is taken off the list is refused at once.
    private func unlisted() -> Check {
        story("origins.unlisted", "a page that was taken off the list opens nothing any more", ["5-2", "5-3"]) { run in
            var steps = Steps(run)
            try world.first.mayChange()
            let (put, guest) = (try control("putWidgetSettings"), try control("openGuestSession"))
            let page = "https://\(run.freshId()).example"
            let (with, without) = (
                ["https://app.example.com", "https://*.wide.example", page],
                ["https://app.example.com", "https://*.wide.example"]
            )
            func list(_ origins: [String]) -> Attempt {
                put.with("allowed_origins", .array(origins.map { .string($0) }))
            }
            try await steps.succeed(list(with), "listing")
            try await steps.succeed(guest.from(page: page), "listed")
            try await steps.succeed(list(without), "taking it off")
            try await steps.refuse(guest.from(page: page), world.code(.origin), "not listed any more")
            try await steps.succeed(list([]), "taking all off")
            try await steps.refuse(
                guest.from(page: "https://app.example.com"), world.code(.origin), "nothing is listed")
            try await steps.succeed(guest, "no page")
            try await steps.succeed(list(without), "putting back")
            return steps.verdict
        }
    }
}
