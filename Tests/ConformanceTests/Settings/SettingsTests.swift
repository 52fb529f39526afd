import Contract
import Testing

@testable import Conformance

@Suite("settings")
struct SettingsTests {
    /// The command line as the commands see it.
    private func complete(
        _ arguments: [String], _ environment: [String: String] = [:], file: String? = nil
    ) throws -> [String] {
        let names = try SettingNames(help: ConformanceCommand._dumpHelp())
        let settings = Settings(names: names, environment: environment) { path in
            #expect(path == "my.yaml")
            return try SettingsFile(SpecFile(path: path, text: file ?? ""), names: names)
        }
        return try settings.complete(arguments)
    }

    /// What is said of settings that are refused.
    private func refusal(
        _ arguments: [String], _ environment: [String: String] = [:], file: String? = nil
    ) -> String? {
        #expect(throws: SettingsError.self) { try complete(arguments, environment, file: file) }?.description
    }

    private let file = """
        url: https://file.example
        seed: 3
        mail_folder: from file
        only: [derived.*, "flow.*"]
        flows_only: true
        """

    @Test("a flag comes before the environment, and that before the file")
    func precedence() throws {
        let environment = ["IRIS_CONFORMANCE_CONFIG": "my.yaml", "IRIS_CONFORMANCE_SEED": "2", "PATH": "/bin"]
        let all = try complete(["run"], environment, file: file)
        #expect(
            Set(all) == [
                "run", "https://file.example", "--seed=2", "--mail-folder=from file", "--only=derived.*",
                "--only=flow.*", "--flows-only",
            ])
        let some = try complete(
            ["run", "--seed", "1", "http://flag.example", "--only=x", "--config", "my.yaml"],
            ["IRIS_CONFORMANCE_FLOWS_ONLY": "false"], file: file)
        #expect(some == ["run", "--seed", "1", "http://flag.example", "--only=x", "--mail-folder=from file"])
    }

    @Test("what the suite reads from the completed command line are its options")
    func parsed() throws {
        let command = try ConformanceCommand.parseAsRoot(complete(["run", "--config=my.yaml"], file: file))
        let run = try #require(command as? RunCommand)
        #expect(run.url == "https://file.example" && run.seed == 3 && run.flowsOnly)
        #expect(run.mailboxes.mailFolder == "from file" && run.choice.only == ["derived.*", "flow.*"])
    }

    @Test("values that look like flags or places stay values")
    func values() throws {
        let environment = ["IRIS_CONFORMANCE_MAIL_COMMAND": "--paste x", "IRIS_CONFORMANCE_URL": "http://a.example"]
        #expect(try complete(["run", "--seed", "7"], environment).contains("--mail-command=--paste x"))
        let given = try complete(["run", "--mail-folder", "http://b.example", "--", "http://c.example"], environment)
        #expect(given.suffix(2) == ["--", "http://c.example"] && !given.contains("http://a.example"))
    }

    @Test("a command gets its own settings only, and one file serves all")
    func commands() throws {
        #expect(try complete(["list", "--config", "my.yaml"], file: file) == ["list"])
        #expect(try complete(["--help"]) == ["--help"])
        #expect(try complete([]) == [])
    }

    @Test("an unknown key is refused with its place and what was probably meant")
    func unknownKeys() {
        let said = refusal(["run", "--config", "my.yaml"], file: "url: https://a\nmail_foldre: x\n")
        #expect(said == "my.yaml:2:1: there is no setting 'mail_foldre'\nhelp: did you mean 'mail_folder'?")
        let dashes = refusal(["run", "--config", "my.yaml"], file: "mail-folder: x")
        #expect(dashes?.contains("did you mean 'mail_folder'?") == true)
    }

    @Test("an unknown variable of ours is refused as well")
    func unknownVariables() {
        let said = refusal(["run"], ["IRIS_CONFORMANCE_MAILFOLDER": "x"])
        #expect(said?.contains("did you mean 'IRIS_CONFORMANCE_MAIL_FOLDER'?") == true)
    }

    @Test(
        "secrets stand in the environment or in files of their own, nowhere else",
        arguments: ["imap-password", "api-key", "password"])
    func secrets(_ name: String) throws {
        let key = name.replacing("-", with: "_"), variable = "IRIS_CONFORMANCE_\(key.uppercased())"
        for said in [
            refusal(["run", "--\(name)", "hunter2"]), refusal(["run", "--\(name)=hunter2"]),
            refusal(["run", "--config", "my.yaml"], file: "\(key): hunter2"),
        ] {
            #expect(said?.contains("--\(name)-file") == true && said?.contains(variable) == true)
            #expect(said?.contains("hunter2") == false)
        }
        #expect(try complete(["run", "x"], [variable: "hunter2"]) == ["run", "x"])
        #expect(
            try complete(["run", "--config", "my.yaml"], file: "\(key)_file: /run/secret") == [
                "run", "--\(name)-file=/run/secret",
            ])
    }

    @Test(
        "values of the wrong kind are refused with their place",
        arguments: [
            ("seed: [1, 2]", "my.yaml:1:7"), ("seed:", "my.yaml:1"), ("flows_only: yes", "my.yaml:1:13"),
            ("only: [{a: 1}]", "my.yaml:1:8"), ("- url", "my.yaml:1:1"), ("seed: 1\nseed: 2", "my.yaml:2:1"),
            ("seed: &a 1", "my.yaml:1:7"), ("a: b: c", "my.yaml:1"), ("", "my.yaml:1:1"),
        ])
    func shapes(_ text: String, _ place: String) {
        #expect(refusal(["run", "--config", "my.yaml"], file: text)?.contains(place) == true)
    }

    @Test("a switch in the environment is true or false")
    func switches() {
        #expect(refusal(["run"], ["IRIS_CONFORMANCE_PASTE": "1"])?.contains("must be true or false") == true)
    }

    @Test("a file that is not there is said")
    func missing() throws {
        let names = try SettingNames(help: ConformanceCommand._dumpHelp())
        #expect(throws: SettingsError.self) { try SettingsFile(path: "/nowhere.yaml", names: names) }
        #expect(refusal(["run", "--config"])?.contains("needs the name") == true)
    }
}
