import Testing

@testable import Server

@Suite("where requests come from")
struct ProxyTests {
    @Test(
        "limits count IPv4 addresses one by one and IPv6 addresses by /64",
        arguments: [
            ("203.0.113.7", "203.0.113.7", "203.0.113.7"),
            ("::ffff:203.0.113.7", "203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:DB8:1:2:0:0:0:6", "2001:db8:1:2::6", "2001:db8:1:2::/64"),
            ("::1", "::1", "::/64"), ("nonsense", "unknown", "unknown"), ("fe80::1%eth0", "unknown", "unknown"),
        ])
    func networks(_ peer: String, _ address: String, _ network: String) {
        let origin = ClientLocator(proxies: .none).origin(
            peer: peer, forwarded: "198.51.100.1", page: "https://a.example")
        #expect(origin.address == address && origin.network == network && origin.page == "https://a.example")
    }

    @Test(
        "the client is the last address that no trusted proxy has; others' word counts for nothing",
        arguments: [
            // trusted, peer, X-Forwarded-For, client
            ("", "10.0.0.1", "198.51.100.1", "10.0.0.1"),
            ("10.0.0.0/8", "10.0.0.1", nil, "10.0.0.1"),
            ("10.0.0.0/8", "10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("10.0.0.0/8", "11.0.0.1", "198.51.100.1", "11.0.0.1"),
            ("10.0.0.0/8", "10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
            ("10.0.0.0/8", "10.0.0.1", "6.6.6.6,198.51.100.1 ,\t10.9.9.9", "198.51.100.1"),
            ("10.0.0.0/8", "10.0.0.1", "garbage, 198.51.100.1", "198.51.100.1"),
            ("10.0.0.0/8", "10.0.0.1", "198.51.100.1, garbage", "10.0.0.1"),
            ("10.0.0.0/8", "10.0.0.1", "198.51.100.1, ", "10.0.0.1"),
            ("10.0.0.0/8", "10.0.0.1", "", "10.0.0.1"),
            ("10.0.0.0/8", "10.0.0.1", "10.1.1.1, 10.2.2.2", "10.0.0.1"),
            ("10.0.0.0/8", "10.0.0.1", "198.51.100.1:5123", "198.51.100.1"),
            ("10.0.0.0/8", "10.0.0.1", "[2001:db8::1]:443", "2001:db8::1"),
            ("10.0.0.0/8", "10.0.0.1", "[2001:db8::1]", "2001:db8::1"),
            ("10.0.0.0/8", "10.0.0.1", "2001:db8::1", "2001:db8::1"),
            ("10.0.0.0/8", "10.0.0.1", "[2001:db8::1]x", "10.0.0.1"),
            ("10.0.0.0/8", "::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("::ffff:10.0.0.0/104", "10.200.0.1", "198.51.100.1", "198.51.100.1"),
            ("127.0.0.1, fd00::/8", "fd12::1", "198.51.100.1, 127.0.0.1", "198.51.100.1"),
            ("127.0.0.1, fd00::/8", "127.0.0.2", "198.51.100.1", "127.0.0.2"),
            ("2001:db8::/33", "2001:db8:7fff::1", "198.51.100.1", "198.51.100.1"),
            ("2001:db8::/33", "2001:db8:8000::1", "198.51.100.1", "2001:db8:8000::1"),
            ("0.0.0.0/0", "1.2.3.4", "5.6.7.8", "1.2.3.4"),
            ("0.0.0.0/0", "1.2.3.4", "2001:db8::1", "2001:db8::1"),
        ] as [(String, String, String?, String)])
    func clients(_ trusted: String, _ peer: String, _ forwarded: String?, _ client: String) throws {
        let proxies = try #require(TrustedProxies(trusted))
        let origin = ClientLocator(proxies: proxies).origin(peer: peer, forwarded: forwarded, page: nil)
        #expect(origin.address == client)
    }

    @Test(
        "a list with anything but addresses and ranges is no list",
        arguments: [
            "localhost", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.1,x", "10.0.0/8",
            "::ffff:10.0.0.0/8",
        ])
    func malformed(_ list: String) {
        #expect(TrustedProxies(list) == nil)
    }

    @Test("a server counts and writes down the client that its proxy names, and nobody else's word")
    func served() async throws {
        for (proxies, expected) in [("127.0.0.1", "198.51.100.1"), ("10.0.0.0/8", "127.0.0.1")] {
            try await Deployment.with(["IRIS_TRUSTED_PROXIES": proxies]) { deployment in
                let reply = try await deployment.send(
                    "POST", "/api/v1/signup",
                    """
                    {"full_name":"Ada","email":"ada@example.com","password":"\(TestWorkspace.password)",
                     "company_name":"Engines","slug":"engines","plan":"trial"}
                    """, headers: ["X-Forwarded-For": "6.6.6.6", "x-forwarded-for": "198.51.100.1"])
                #expect(reply.status == 202)
                let address: String? = try await deployment.asSuperuser { session in
                    try await session.run("SELECT address FROM iris.audit_log").first?.value("address")
                }
                #expect(address == expected)
            }
        }
    }

    @Test("a list that makes no sense is refused at the start")
    func setting() async {
        await #expect { try await RunningServer.start(["IRIS_TRUSTED_PROXIES": "my-proxy"]) } throws: {
            "\($0)".contains("IRIS_TRUSTED_PROXIES must be addresses or ranges")
        }
    }
}
