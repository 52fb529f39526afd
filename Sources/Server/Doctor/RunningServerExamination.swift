import Foundation

/// What can be seen from outside of a server that runs, at the address where its clients reach it.
struct RunningServerExamination {
    let address: URL
    let settings: ServerSettings

    func all() async -> [Diagnosis] {
        do {
            let health = try await ProbeConnection.ask(address, "GET", "/healthz")
            guard health.status == 200 else {
                return [
                    .ill(
                        "server", "\(address) answers \(health.status) to /healthz.",
                        "Is this the address of an Iris server?")
                ]
            }
            var diagnoses = [Diagnosis.well("server", "\(address) answers.")]
            if let clock = clock(health) { diagnoses.append(clock) }
            if let version = health.tlsVersion { diagnoses.append(transport(version)) }
            diagnoses.append(try await forwarding())
            diagnoses.append(try await upgrade())
            return diagnoses
        } catch {
            return [
                .ill(
                    "server", "\(address) does not answer: \(error).",
                    "Start the server, or name its address with --url.")
            ]
        }
    }

    private func clock(_ reply: ProbeConnection.Reply) -> Diagnosis? {
        let form = DateFormatter()
        form.locale = Locale(identifier: "en_US_POSIX")
        form.timeZone = TimeZone(identifier: "GMT")
        form.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        guard let date = reply.headers["date"].flatMap(form.date(from:)) else { return nil }
        return Doctor.clock(of: "the server", offset: date.timeIntervalSince(Date()))
    }

    private func transport(_ version: String) -> Diagnosis {
        version == "TLSv1.3"
            ? .well("TLS", "Clients are spoken to in TLS 1.3.")
            : .ill(
                "TLS", "Clients are spoken to in \(version).", "Let what stands in front of the server speak TLS 1.3.")
    }

    /// Asks twice in its own name and then as if for somebody else. If that gives a new allowance, anybody can escape
    /// the limits by lying. What it asks for cannot be understood, so that nothing comes of it.
    private func forwarding() async throws -> Diagnosis {
        func remaining(_ headers: [String: String] = [:]) async throws -> Int? {
            let reply = try await ProbeConnection.ask(address, "POST", "/api/v1/signup", headers: headers)
            return reply.headers["ratelimit"]?.split(separator: ";").first { $0.hasPrefix("r=") }
                .flatMap { Int($0.dropFirst(2)) }
        }
        guard let first = try await remaining(), let second = try await remaining(),
            let forged = try await remaining(["X-Forwarded-For": "203.0.113.1"])
        else { return .remark("limits", "The server tells nothing of its rate limits.") }
        guard second < first else { return .remark("limits", "Rate limits are lifted, as in development.") }
        if forged < second { return .well("limits", "A client that invents an X-Forwarded-For is not believed.") }
        return .ill(
            "limits", "The server believes the X-Forwarded-For that this machine invents.",
            "IRIS_TRUSTED_PROXIES must name proxies only, and they must replace or extend the header.")
    }

    private func upgrade() async throws -> Diagnosis {
        let reply = try await ProbeConnection.ask(
            address, "GET", "/ws",
            headers: [
                "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
                "Sec-WebSocket-Key": "aXJpcyBkb2N0b3IgcHJvYg==",
            ])
        if reply.status == 101 { return .well("WebSocket", "The upgrade on /ws works.") }
        return .ill(
            "WebSocket", "The upgrade on /ws is answered \(reply.status).",
            "Let the proxy pass the headers Connection and Upgrade on, over HTTP/1.1.")
    }
}
