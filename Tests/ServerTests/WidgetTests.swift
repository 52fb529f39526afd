import Foundation
import Testing

@testable import Server

@Suite("the widget's look, and where it may stand", .serialized)
struct WidgetTests {
    @Test(
        "a listed origin admits the pages it names and no others",
        arguments: [
            ("https://app.example.com", "https://app.example.com", true),
            ("https://app.example.com", "https://APP.example.com", true),
            ("https://app.example.com", "https://app.example.com:443", true),
            ("https://app.example.com:443", "https://app.example.com", true),
            ("https://app.example.com:0443", "https://app.example.com", true),
            ("http://localhost:80", "http://localhost", true),
            ("http://localhost:3000", "http://localhost:3000", true),
            ("https://*.example.com", "https://app.example.com", true),
            ("https://*.example.com", "https://a.b.example.com", true),
            ("https://*.example.com:8443", "https://a.example.com:8443", true),
            ("https://app.example.com", "http://app.example.com", false),
            ("https://app.example.com", "https://app.example.com:8443", false),
            ("https://app.example.com:80", "https://app.example.com", false),
            ("http://localhost:3000", "http://localhost:3001", false),
            ("https://app.example.com", "https://example.com", false),
            ("https://app.example.com", "https://app.example.com.evil.org", false),
            ("https://app.example.com", "https://evil-app.example.com", false),
            ("https://*.example.com", "https://example.com", false),
            ("https://*.example.com", "https://.example.com", false),
            ("https://*.example.com", "https://evilexample.com", false),
            ("https://*.example.com", "https://example.com.evil.org", false),
            ("https://*.example.com", "http://app.example.com", false),
            ("https://*.example.com", "https://*.example.com", false),
            ("https://*.example.com", "https://app.example.com:8443", false),
            ("https://*.example.com", "https://evil.org/.example.com", false),
            ("https://*.example.com", "https://evil.org?.example.com", false),
            ("https://*.example.com", "https://evil.org#.example.com", false),
            ("https://*.example.com", "https://user@.example.com", false),
            ("https://app.example.com", "null", false),
            ("https://app.example.com", "", false),
            ("https://app.example.com", "https://", false),
            ("https://app.example.com", "https://app.example.com:", false),
            ("https://app.example.com", "https://app.example.com:99999", false),
            ("https://app.example.com", "file://app.example.com", false),
            ("http://[::1]:80", "http://[::1]", true),
            ("http://[::1]", "http://[::1]:3000", false),
        ])
    func matching(listed: String, page: String, isAdmitted: Bool) {
        #expect(AllowedOrigins([listed]).admit(page) == isAdmitted)
    }

    @Test("an empty list admits nobody")
    func emptyList() {
        #expect(!AllowedOrigins([]).admit("https://app.example.com"))
    }

    @Test("what an admin sets is shown to everybody, but for the origins; what is left out has its default again")
    func branding() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let (own, shown) = ("/api/v1/admin/widget-config", "/api/v1/widget-config?tenant_id=\(a.tenant)")
            let standard = try await deployment.send("GET", own, token: a.owner)
            #expect(standard.status == 200 && standard.has("allowed_origins", "[]"))
            #expect(standard["primary_color"] == "#2F6FED" && standard.has("updated_at", "null"))
            let changed = try await deployment.send(
                "PUT", own,
                """
                {"allowed_origins":["https://shop.example.com"],"branding":{"primary_color":"#102030","title":"Hi",
                 "logo_url":"https://cdn.example.com/l.svg","launcher_position":"bottom_left"}}
                """, token: a.owner)
            #expect(changed.status == 200 && !changed["updated_at"].isEmpty)
            #expect(try await deployment.send("GET", own, token: a.owner).text == changed.text)
            let seen = try await deployment.send("GET", shown)
            #expect(seen.status == 200 && seen["tenant_id"] == a.tenant && seen["primary_color"] == "#102030")
            #expect(seen["title"] == "Hi" && seen["launcher_position"] == "bottom_left")
            #expect(seen["text_color"] == "#FFFFFF" && seen["welcome_message"] == "Ask us anything.")
            #expect(!seen.text.contains("shop.example.com"))

            let bare = try await deployment.send("PUT", own, #"{"allowed_origins":[]}"#, token: a.owner)
            #expect(bare["title"] == "How can we help?" && bare.has("logo_url", "null"))
            #expect(bare["launcher_position"] == "bottom_right" && bare.has("allowed_origins", "[]"))
            #expect(try await deployment.audit(of: a.tenant).filter { $0.hasPrefix("widget.changed") }.count == 2)
            #expect(
                try await deployment.send("GET", "/api/v1/widget-config?tenant_id=\(a.channel)").code == "not_found")
        }
    }

    @Test("origins are kept as browsers write them, each once, in the order given")
    func normalising() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let reply = try await deployment.send(
                "PUT", "/api/v1/admin/widget-config",
                """
                {"allowed_origins":["https://b.example.com:443","http://localhost:3000","https://b.example.com",
                 "https://*.example.com"]}
                """, token: a.owner)
            let kept = #"["https://b.example.com","http://localhost:3000","https://*.example.com"]"#
            #expect(reply.has("allowed_origins", kept), "\(reply.text)")
        }
    }

    @Test("a publishable key works on listed pages and without one; a secret key asks for none")
    func publishableKeys() async throws {
        try await Deployment.with { deployment in
            let a = try await TestWorkspace.make("a", in: deployment)
            let key = try await a.issueKey(#""key_type":"publishable""#, in: deployment).secret
            func me(_ key: String, from page: String?) async throws -> String {
                try await deployment.send(
                    "GET", "/api/product/v1/me", token: key, headers: page.map { ["Origin": $0] } ?? [:]
                ).code
            }
            let page = "https://shop.example.com"
            #expect(try await me(key, from: nil) == "")
            #expect(try await me(key, from: page) == "origin_not_allowed")
            #expect(try await me(a.key, from: page) == "")
            _ = try await deployment.send(
                "PUT", "/api/v1/admin/widget-config", #"{"allowed_origins":["\#(page)"]}"#, token: a.owner)
            #expect(try await me(key, from: page) == "")
            #expect(try await me(key, from: "https://evil.example.com") == "origin_not_allowed")
        }
    }
}
