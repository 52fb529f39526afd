import Generated
import Postgres
import Runtime

/// Decides from which web pages a workspace's people may open sockets.
struct PageOrigins: Sendable {
    let database: Database
    /// Our own pages, among them the console, are pages of every workspace.
    let site: SiteAddress

    /// Refuses a caller who comes from a page that their workspace does not list. Who comes from no page is welcome:
    /// browsers always say.
    func check(_ caller: SocketCaller, from origin: RequestOrigin) async throws {
        guard let page = origin.page, !isOurs(page) else { return }
        let tenant = Participant(caller).tenant
        let widget = try await database.widget(of: tenant, for: .tenant(tenant))
        guard widget?.allowedOrigins.admit(page) ?? false else { throw Refusal(.originNotAllowed) }
    }

    private func isOurs(_ page: String) -> Bool {
        guard let page = PageOrigin(page) else { return false }
        return PageOrigin(Self.origin(of: site.text)) == page
    }

    /// An address without its path.
    private static func origin(of address: String) -> String {
        guard let scheme = address.range(of: "://") else { return address }
        return String(address[..<scheme.upperBound] + address[scheme.upperBound...].prefix { $0 != "/" })
    }
}
