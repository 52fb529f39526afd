import Contract

/// How keys end: rotated, revoked, expired.
struct KeyLifeStories: Stories {
    let world: World

    func all() -> [Check] { [rotated(), grace().beyond, revoked(), expired().beyond] }

    private func issue(_ steps: inout Steps) async throws -> (id: String, secret: String) {
        let key = try await steps.succeed(control("createKey"), "issuing a key")
        return (try steps.need(key["key_id"]?.text, "key id"), try steps.need(key["secret"]?.text, "secret"))
    }

    private func rotated() -> Check {
        story("rotated", "a rotated key has a new secret, and the old one stops working", ["4-5"]) { run in
            var steps = Steps(run)
            let key = try await issue(&steps)
            let rotate = try control("rotateKey")
            let me = try control("introspectKey")
            try await steps.succeed(me.by(key.secret), "before")
            let new = try await steps.succeed(rotate.at("key_id", key.id), "rotating")["secret"]?.text
            steps.expect(new != nil && new != key.secret, "the secret is not new")
            try await steps.refuse(me.by(key.secret), world.code(.credential), "the old secret")
            let introspection = try await steps.succeed(me.by(new), "the new secret")
            steps.expect(introspection["key_id"]?.text == key.id, "the new secret is another key's")
            return steps.verdict
        }
    }

    private func grace() -> Check {
        story("rotated-with-grace", "within the time of grace both secrets work", ["4-5"]) { run in
            var steps = Steps(run)
            let key = try await issue(&steps)
            let rotate = try control("rotateKey")
            let me = try control("introspectKey")
            let attempt = rotate.at("key_id", key.id).with("grace_seconds", .number("3600"))
            let new = try await steps.succeed(attempt, "rotating")["secret"]?.text
            for (secret, name) in [(key.secret, "the old secret"), (new ?? "", "the new secret")] {
                let told = try await steps.succeed(me.by(secret), name)
                steps.expect(told["key_id"]?.text == key.id, "\(name) is another key's")
            }
            return steps.verdict
        }
    }

    private func revoked() -> Check {
        story("revoked", "a revoked key stops working at once", ["4-6"]) { run in
            var steps = Steps(run)
            let key = try await issue(&steps)
            let revoke = try control("revokeKey")
            let me = try control("introspectKey")
            let list = try control("listKeys")
            try await steps.succeed(me.by(key.secret), "before")
            try await steps.succeed(revoke.at("key_id", key.id), "revoking")
            try await steps.refuse(me.by(key.secret), world.code(.credential), "after")
            let listed = try await steps.succeed(list, "listing").elements ?? []
            let status = listed.first { $0["key_id"]?.text == key.id }?["status"]?.text
            steps.expect(status == nil || status == "revoked", "the list shows the key as \(status ?? "")")
            if run.profile == .reference {
                try await steps.refuse(revoke.at("key_id", key.id), world.code(.pathId), "revoking again")
            }
            return steps.verdict
        }
    }

    private func expired() -> Check {
        story("expired", "a key whose time is over does not work", ["4-6"]) { run in
            var steps = Steps(run)
            let create = try control("createKey")
            let me = try control("introspectKey")
            let control = try await issue(&steps)
            try await steps.succeed(me.by(control.secret), "a key whose time is not over")
            let past = JSON.string("2020-01-01T00:00:00Z")
            let secret = try await steps.succeed(create.with("expires_at", past), "issuing")["secret"]?.text
            try await steps.refuse(me.by(secret), world.code(.credential), "using it")
            return steps.verdict
        }
    }
}
