import Testing

@testable import EmbeddedPostgres

@Suite("settings, versions and files as text")
struct SettingsTests {
    @Test(
        "what decides who can connect is refused",
        arguments: ["listen_addresses", "Port", "hba_file", "include", "unix_socket_permissions", "bad name", "", "1x"])
    func refused(name: String) {
        #expect(throws: EmbeddedPostgresError.self) { try ServerSettings(overrides: [name: "x"]) }
    }

    @Test("a value cannot break out of its line")
    func quoting() throws {
        #expect(throws: EmbeddedPostgresError.self) { try ServerSettings(overrides: ["work_mem": "1MB\nport = 1"]) }
        let settings = try ServerSettings(overrides: ["cluster_name": #"it's \n"#])
        let text = settings.configuration(socketFolder: "/s", access: "/a")
        #expect(text.contains(#"cluster_name = 'it''s \\n'"# + "\n"))
    }

    @Test("a caller's setting replaces ours, and fsync tells whether the data is durable")
    func overrides() throws {
        let settings = try ServerSettings(overrides: ["jit": "on", "fsync": "Off"])
        let text = settings.configuration(socketFolder: "/s", access: "/a")
        #expect(text.contains("jit = 'on'\n") && !text.contains("jit = 'off'"))
        #expect(!settings.isDurable)
        #expect(try ServerSettings(overrides: [:]).isDurable)
    }

    @Test("the version that wrote the data is preferred, else the newest; older than 15 is none")
    func choice() {
        let installed = [17, 14, 15, 18].map { ServerBinaries(folder: "/\($0)", majorVersion: $0) }
        #expect(ServerBinaries.choose(from: installed, dataVersion: nil)?.majorVersion == 18)
        #expect(ServerBinaries.choose(from: installed, dataVersion: 15)?.majorVersion == 15)
        #expect(ServerBinaries.choose(from: installed, dataVersion: 14)?.majorVersion == 18)
        #expect(ServerBinaries.choose(from: [installed[1]], dataVersion: nil) == nil)
    }

    @Test(
        "a major version is read from every kind of release",
        arguments: zip(
            [
                "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "postgres (PostgreSQL) 18beta1\n", "postgres",
                "a b c",
            ],
            [15, 18, nil, nil]))
    func version(text: String, expected: Int?) {
        #expect(ServerBinaries.majorVersion(from: text) == expected)
    }

    @Test("postmaster.pid is ready only when its eighth line says so")
    func readiness() throws {
        let head = "42\n/data\n1700000000\n5432\n/socket\n\n 1 2\n"
        #expect(try #require(PostmasterFile(text: head + "ready   \n")).isReady)
        #expect(try #require(PostmasterFile(text: head + "starting\n")).isReady == false)
        #expect(try #require(PostmasterFile(text: "42\n")).processIdentifier == 42)
        #expect(PostmasterFile(text: "") == nil)
    }

    @Test("a living stranger is not taken for the postmaster")
    func stranger() throws {
        let file = try #require(PostmasterFile(text: "1\n"))
        #expect(file.isAlive)
        #expect(!file.isPostmaster(of: "/data"))
    }
}
