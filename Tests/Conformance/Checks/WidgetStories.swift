import Contract

/// The widget's look, and the pages that it may stand on.
struct WidgetStories: Stories {
    let world: World

    func all() -> [Check] { [branding(), origins(), publishable()] }

    /// Pages that the widget may stand on, and pages that only look like them. A workspace that is not the run's own
    /// keeps its list: then its first page is tried.
    private func pages(_ steps: inout Steps) async throws -> (listed: [String], others: [String]) {
        guard world.first.isOwn else {
            let settings = try await steps.succeed(control("getWidgetSettings"), "reading the settings")
            let origins = (settings["allowed_origins"]?.elements ?? []).compactMap(\.text)
            let listed = try steps.need(origins.first { !$0.contains("*") }, "page that the workspace lists")
            return ([listed], ["https://\(steps.run.freshId()).example", listed + ".\(steps.run.freshId()).example"])
        }
        let listed = "https://app.example.com"
        let origins = JSON.array([.string(listed), .string("https://*.wide.example")])
        try await steps.succeed(control("putWidgetSettings").with("allowed_origins", origins), "listing")
        return (
            [listed, "https://a.wide.example", "https://b.a.wide.example"],
            [
                "https://evil.example", "http://app.example.com", "https://app.example.com:8443",
                "https://app.example.com.evil.example", "https://wide.example", "https://evilwide.example", "null",
            ]
        )
    }

    private func branding() -> Check {
        story("branding", "what an admin sets is what anybody sees, and the rest has its default", ["5-3", "5-4"]) {
            run in
            var steps = Steps(run)
            // In the other workspace: the stories of origins set the first one's list meanwhile.
            let controls = try world.settable()
            let put = try controls.control("putWidgetSettings")
            let show = try controls.control("getBranding")
            let own = try controls.control("getWidgetSettings")
            let title = run.fresh("WidgetTitle")
            let branding = JSON.object([
                JSON.Member(key: "title", value: title), JSON.Member(key: "primary_color", value: .string("#0A0B0C")),
            ])
            let settings = try await steps.succeed(put.with("branding", branding), "setting")
            steps.expect(settings.at(["branding", "title"]) == title, "the answer has another title")
            let shown = try await steps.succeed(own, "reading the settings")
            steps.expect(shown.at(["branding", "primary_color"])?.text == "#0A0B0C", "the settings have another color")
            let seen = try await steps.succeed(show, "reading the branding")
            // A cache may show the look of a minute ago; what is shown must be whole all the same.
            steps.expect(seen.at(["branding", "title"])?.text != nil, "anybody sees no title")
            steps.expect(seen["allowed_origins"] == nil, "anybody sees the allowed origins")
            return steps.verdict
        }
    }

    private func origins() -> Check {
        story("origins", "a page that is not listed opens no guest session", ["5-2", "8-1"]) { run in
            var steps = Steps(run)
            let guest = try control("openGuestSession")
            let pages = try await pages(&steps)
            for page in pages.listed { try await steps.succeed(guest.from(page: page), page) }
            for page in pages.others {
                try await steps.refuse(guest.from(page: page), world.code(.origin), page)
            }
            return steps.verdict
        }
    }

    private func publishable() -> Check {
        story("publishable-origin", "a publishable key works on listed pages only; a secret one is not bound", ["5-2"])
        {
            run in
            var steps = Steps(run)
            let me = try control("introspectKey")
            let theirs = me.by(try world.first.value("publishable"))
            let pages = try await pages(&steps)
            for page in pages.listed { try await steps.succeed(theirs.from(page: page), page) }
            for page in pages.others { try await steps.refuse(theirs.from(page: page), world.code(.origin), page) }
            try await steps.succeed(theirs, "no page")
            try await steps.succeed(me.from(page: "https://evil.example"), "a secret key")
            return steps.verdict
        }
    }
}
