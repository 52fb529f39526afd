import CoreMetrics
import HTTPTypes
import Testing

@testable import Server

@Suite("metrics", .serialized)
struct MetricsTests {
    @Test("what is counted is told in Prometheus's text format")
    func text() {
        let registry = MetricsRegistry()
        Counter(label: "requests", dimensions: [("status", "2xx"), ("route", "GET /a")], factory: registry)
            .increment(by: 2)
        Counter(label: "requests", dimensions: [("route", "GET /a"), ("status", "2xx")], factory: registry).increment()
        Counter(label: "requests", dimensions: [("route", "say \"\\\n\""), ("status", "4xx")], factory: registry)
            .increment()
        let meter = Meter(label: "sockets.open", factory: registry)
        meter.increment()
        meter.increment()
        meter.decrement()
        let timer = Timer(label: "took", factory: registry)
        timer.recordMilliseconds(5)
        timer.recordSeconds(60)
        Recorder(label: "share", aggregate: false, factory: registry).record(0.5)
        // Another kind under a name that is taken counts for nothing.
        Meter(label: "took_seconds", factory: registry).set(7)
        let page = PrometheusText(help: ["requests_total": "All \\ of\nthem."]).page(of: registry.snapshot)
        #expect(
            page == """
                # HELP requests_total All \\\\ of\\nthem.
                # TYPE requests_total counter
                requests_total{route="GET /a",status="2xx"} 3
                requests_total{route="say \\"\\\\\\n\\"",status="4xx"} 1
                # TYPE share gauge
                share 0.5
                # TYPE sockets_open gauge
                sockets_open 1
                # TYPE took_seconds histogram
                took_seconds_bucket{le="0.001"} 0
                took_seconds_bucket{le="0.0025"} 0
                took_seconds_bucket{le="0.005"} 1
                took_seconds_bucket{le="0.01"} 1
                took_seconds_bucket{le="0.025"} 1
                took_seconds_bucket{le="0.05"} 1
                took_seconds_bucket{le="0.1"} 1
                took_seconds_bucket{le="0.25"} 1
                took_seconds_bucket{le="0.5"} 1
                took_seconds_bucket{le="1"} 1
                took_seconds_bucket{le="2.5"} 1
                took_seconds_bucket{le="5"} 1
                took_seconds_bucket{le="10"} 1
                took_seconds_bucket{le="+Inf"} 2
                took_seconds_sum 60.005
                took_seconds_count 2

                """)
    }

    @Test("labels without bound do not fill the memory")
    func bounded() throws {
        let registry = MetricsRegistry()
        for number in 0..<MetricFamily.mostSeries + 50 {
            Counter(label: "c", dimensions: [("n", "\(number)")], factory: registry).increment()
        }
        let page = PrometheusText(help: [:]).page(of: registry.snapshot)
        #expect(registry.snapshot["c_total"]?.series.count == MetricFamily.mostSeries + 1)
        #expect(page.contains("c_total{overflow=\"true\"} 50\n"))
    }

    @Test(
        "the page is for the machine itself and for whoever has the token",
        arguments: [
            ("127.0.0.1", [:], true), ("::1", [:], true), ("::ffff:127.0.0.1", [:], true), ("10.0.0.1", [:], false),
            (nil, [:], false),
            ("127.0.0.1", ["X-Forwarded-For": "127.0.0.1"], false), ("127.0.0.1", ["Forwarded": "for=x"], false),
            ("127.0.0.1", ["Via": "1.1 proxy"], false), ("127.0.0.1", ["X-Forwarded-Proto": "https"], false),
            ("10.0.0.1", ["Authorization": "Bearer the-right-token!"], true),
            ("10.0.0.1", ["Authorization": "bearer the-right-token!"], true),
            (nil, ["Authorization": "Bearer the-right-token!"], true),
            ("10.0.0.1", ["Authorization": "Bearer the-right-token"], false),
            ("10.0.0.1", ["Authorization": "Bearer the-right-token?"], false),
            ("10.0.0.1", ["Authorization": "Basic the-right-token!"], false),
            ("127.0.0.1", ["Authorization": "Bearer wrong"], false),
        ] as [(String?, [String: String], Bool)])
    func admitted(_ peer: String?, _ headers: [String: String], _ expected: Bool) {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let page = MetricsPage(registry: MetricsRegistry(), pool: nil, token: "the-right-token!")
        #expect(page.isAdmitted(fields, from: peer) == expected)
        let closed = MetricsPage(registry: MetricsRegistry(), pool: nil, token: nil)
        if headers["Authorization"] != nil { #expect(closed.isAdmitted(fields, from: "10.0.0.1") == false) }
    }

    @Test("a server counts its requests by template and class, and says nothing of who asked")
    func served() async throws {
        try await Deployment.with(["IRIS_RATE_FACTOR": "10000", "IRIS_METRICS_TOKEN": "a-token-for-metrics"]) {
            deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            _ = try await deployment.send("GET", "/api/v1/admin/keys")
            _ = try await deployment.send("GET", "/nowhere/\(a.tenant)?email=ada@example.com")
            let page = try await deployment.send("GET", "/metrics")
            #expect(page.status == 200)
            #expect(page.headers["Content-Type"] == ["text/plain; version=0.0.4; charset=utf-8"])
            for line in [
                #"iris_http_requests_total{route="POST /api/v1/admin/keys",status="2xx"} 1"#,
                #"iris_http_requests_total{route="GET /api/v1/admin/keys",status="4xx"} 1"#,
                #"iris_http_requests_total{route="POST /api/product/v1/channels/{channel_id}/messages",status="2xx"} 1"#,
                #"iris_http_requests_total{route="none",status="4xx"} 1"#,
                #"iris_http_request_duration_seconds_count{route="POST /api/v1/signup"} 1"#,
                "iris_http_requests_in_flight 0", #"iris_database_connections{state="open"} "#,
                "iris_database_waiting 0", "process_cpu_seconds_total ", "process_resident_memory_bytes ",
                "# TYPE iris_http_request_duration_seconds histogram",
            ] {
                #expect(page.text.contains(line), "\(line)")
            }
            for secret in [a.tenant, a.channel, a.owner, a.key, "example.com", "slug-a", "127.0.0.1"] {
                #expect(!page.text.contains(secret))
            }
            let proxied = try await deployment.send("GET", "/metrics", headers: ["X-Forwarded-For": "10.0.0.1"])
            #expect(proxied.status == 404 && proxied.code == "not_found")
            let read = try await deployment.send(
                "GET", "/metrics", token: "a-token-for-metrics", headers: ["X-Forwarded-For": "10.0.0.1"])
            #expect(read.status == 200)
        }
    }

    @Test("refusals of limits are counted by limit")
    func limits() async throws {
        try await Deployment.with([:]) { deployment in
            for _ in 0...10 {
                _ = try await deployment.send(
                    "POST", "/api/v1/owner/login", #"{"email":"a@b.example","password":"wrong"}"#)
            }
            let page = try await deployment.send("GET", "/metrics")
            #expect(page.text.contains(#"iris_rate_limited_total{limit="sign_in_account"} 1"#))
        }
    }
}
