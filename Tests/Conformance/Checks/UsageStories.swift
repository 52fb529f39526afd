import Contract

/// The daily usage. An empty list shows nothing: that the run's own doings are counted must be seen.
struct UsageStories: Stories {
    let world: World

    func all() -> [Check] { [counted(), days()] }

    /// What a run does in its own workspace, by the metrics' names.
    private static let metrics = ["messages_posted", "chat_sessions_opened", "channels_created", "active_end_users"]

    private func counted() -> Check {
        story("usage.counted", "what was done today is counted, each metric once a day", ["7-2"]) { run in
            var steps = Steps(run)
            let entries = try await steps.succeed(control("getUsage"), "reading").elements ?? []
            let keys = entries.map { [$0["day"]?.text, $0["metric"]?.text] }
            steps.expect(Set(keys).count == keys.count, "a metric is counted twice on one day")
            let days = entries.compactMap { $0["day"]?.text }
            steps.expect(days == days.sorted(by: >), "the newest day does not come first")
            if !steps.problems.isEmpty { return steps.verdict }
            let counted = Self.metrics.filter { name in
                entries.contains { $0["metric"]?.text == name && ($0["value"]?.integer ?? 0) > 0 }
            }
            guard counted.count == Self.metrics.count else {
                return .notExercised("what the run has done is not counted yet: that is done from time to time")
            }
            return steps.verdict
        }
    }

    /// A window that ends before the workspace began has nothing in it.
    private func days() -> Check {
        story(
            "usage.window", "a window before the workspace began is empty, and one that is upside down shows nothing",
            ["7-2"]
        ) {
            run in
            var steps = Steps(run)
            try world.first.mayChange()
            let usage = try control("getUsage")
            let now = try await steps.succeed(usage, "reading").elements ?? []
            guard !now.isEmpty else { return .notExercised("nothing is counted yet") }
            let early = usage.edited { $0.query = ["from": "2020-01-01", "to": "2020-01-31"] }
            let before = try await steps.succeed(early, "a window before")
            steps.expect(before.elements == [], "something was counted before the workspace began")
            return steps.verdict
        }
    }
}
