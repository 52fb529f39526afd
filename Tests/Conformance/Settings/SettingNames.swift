import ArgumentParser

/// The options that commands have, as they are declared: a new one is a setting without being named anywhere else.
struct SettingNames: Sendable {
    struct Option: Hashable, Sendable {
        enum Kind: Sendable {
            case value
            case flag
            /// What is no option but stands on the command line by its place.
            case positional
        }

        /// As the command line has it, without dashes: `mail-folder`.
        let name: String
        let kind: Kind
        let isRepeating: Bool

        /// `mail_folder`
        var key: String { name.replacing("-", with: "_") }

        /// `IRIS_CONFORMANCE_MAIL_FOLDER`
        var variable: String { SettingNames.prefix + key.uppercased() }
    }

    static let prefix = "IRIS_CONFORMANCE_"

    /// Those of each command, by the command's name.
    let commands: [String: [Option]]

    /// - Parameter help: What the argument parser tells of a command and those below it, as JSON.
    init(help: String) throws {
        let root = try JSONParser.parse(Array(help.utf8))["command"]
        var commands: [String: [Option]] = [:]
        for command in root?["subcommands"]?.elements ?? [] {
            guard let name = command["commandName"]?.text else { continue }
            commands[name] = (command["arguments"]?.elements ?? []).compactMap(Self.option)
        }
        self.commands = commands
    }

    private static func option(_ argument: JSON) -> Option? {
        let name =
            argument["kind"]?.text == "positional"
            ? argument["valueName"]?.text : argument.at(["preferredName", "name"])?.text
        guard let name, !["help", "version", "config"].contains(name) else { return nil }
        let kind: Option.Kind =
            switch argument["kind"]?.text {
            case "positional": .positional
            case "flag": .flag
            default: .value
            }
        return Option(name: name, kind: kind, isRepeating: argument["isRepeating"] == .boolean(true))
    }

    /// Of all commands: one file may serve them all.
    var all: Set<Option> { Set(commands.values.joined()) }

    /// What is secret and has no option of its own, only one that names a file with it: `imap-password`.
    var secrets: Set<String> {
        let names = Set(all.map(\.name))
        return Set(names.filter { $0.hasSuffix("-file") }.map { String($0.dropLast("-file".count)) }).subtracting(names)
    }

    /// What to do with a secret instead of writing it where others see it.
    func advice(onSecret name: String) -> String {
        let key = name.replacing("-", with: "_")
        return "name a file that holds it with --\(name)-file (\(key)_file in a settings file), or set "
            + "\(Self.prefix)\(key.uppercased()) in the environment"
    }
}
