import Cryptography
import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

/// `GET /metrics`, for the machine itself and for whoever has the token. To anybody else there is no such page.
struct MetricsPage: Sendable {
    let registry: MetricsRegistry
    let pool: PostgresPool?
    /// What a reader from elsewhere presents; nil admits none.
    let token: String?
    private let usage = ProcessUsage()

    init(registry: MetricsRegistry, pool: PostgresPool?, token: String?) {
        self.registry = registry
        self.pool = pool
        self.token = token
    }

    /// Nil for every request that is not for this page, or not from somebody who may read it.
    ///
    /// - Parameter peer: The address of the other end of the connection, whatever headers say.
    func answer(_ request: Request, from peer: String?) async -> Response? {
        guard [.get, .head].contains(request.method), request.uri.path == "/metrics",
            isAdmitted(request.headers, from: peer)
        else { return nil }
        let page = ByteBuffer(string: await text())
        var headers: HTTPFields = [
            .contentType: PrometheusText.contentType, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
        ]
        if request.method == .head { headers[.contentLength] = String(page.readableBytes) }
        return Response(
            status: .ok, headers: headers,
            body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: page))
    }

    /// The page. What has a state rather than a history is asked now.
    func text() async -> String {
        usage.record(in: registry)
        if let state = await pool?.state() {
            let connections = { registry.number("iris_database_connections", .gauge, [("state", $0)]) }
            connections("open").set(Double(state.open))
            connections("transaction").set(Double(state.leased))
            registry.number("iris_database_waiting", .gauge).set(Double(state.waiting))
        }
        return PrometheusText(help: MetricHelp.texts).page(of: registry.snapshot)
    }

    func isAdmitted(_ headers: HTTPFields, from peer: String?) -> Bool {
        if let token, let presented = Self.bearer(of: headers) {
            return constantTimeEqual(Array(presented.utf8), Array(token.utf8))
        }
        return peer.flatMap { IPAddress($0) }?.isLoopback == true && !Self.isForwarded(headers)
    }

    /// Whether a proxy on this machine asks for somebody else: then the peer's address says nothing.
    private static func isForwarded(_ headers: HTTPFields) -> Bool {
        headers.contains { field in
            let name = field.name.canonicalName
            return ["forwarded", "via", "x-real-ip"].contains(name) || name.hasPrefix("x-forwarded-")
        }
    }

    private static func bearer(of headers: HTTPFields) -> String? {
        let parts = (headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
