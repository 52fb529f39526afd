import Contract

/// What the run itself has written, looked for in everything that it was answered. Performed after all other checks.
struct CanaryStories: Stories {
    let world: World

    func all() -> [Check] {
        [
            Check(
                "leaks.canaries", group: "leaks",
                "no text that the run has written came up in an error, a header or a cursor, or was shown to a stranger",
                promises: ["6-3", "6-4", "6-9", "S-2"]
            ) { run in
                let sightings = run.canaries.sightings
                if let leak = sightings.leaks.first {
                    return Verdict(Set(sightings.leaks.map(\.problem)).sorted(), leak.exchange)
                }
                // Where nothing comes back to those who may read it, that strangers see nothing proves nothing.
                guard sightings.returned.count >= 10 else {
                    return .notTestable("of \(sightings.written) texts \(sightings.returned.count) came back at all")
                }
                return .verified
            }
        ]
    }
}
