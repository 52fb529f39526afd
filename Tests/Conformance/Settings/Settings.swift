import Contract

/// Where settings come from: the command line, else the environment, else a file. What is set elsewhere becomes part of
/// the command line, so that commands know of nothing else.
struct Settings {
    let names: SettingNames
    let environment: [String: String]
    /// The file that is read if the command line or the environment names one.
    let read: (String) throws -> SettingsFile

    static let fileVariable = SettingNames.prefix + "CONFIG"

    /// The command line with what the environment and the file add to it.
    ///
    /// - Throws: `SettingsError` for a setting that does not exist, wherever it stands, and for a secret where it must
    ///   not be.
    func complete(_ arguments: [String]) throws -> [String] {
        var (arguments, file) = try withoutFile(arguments)
        try checkEnvironment()
        let settings = try (file ?? environment[Self.fileVariable]).map(read)
        guard let command = arguments.first, let options = names.commands[command] else { return arguments }
        let given = try Given(arguments.dropFirst(), options, names)
        var added: [String] = []
        for option in options where !given.has(option) {
            let values = environment[option.variable].map { [$0] } ?? settings?.values[option.name] ?? []
            switch option.kind {
            case .value: added += values.map { "--\(option.name)=\($0)" }
            case .positional: added += values
            case .flag: added += try Self.isOn(values, option) ? ["--\(option.name)"] : []
            }
        }
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        arguments.insert(contentsOf: added, at: end)
        return arguments
    }

    private static func isOn(_ values: [String], _ option: SettingNames.Option) throws -> Bool {
        switch values.last {
        case nil, "false": return false
        case "true": return true
        default: throw SettingsError(option.variable, "must be true or false")
        }
    }

    /// `--config FILE` stands anywhere, for every command.
    private func withoutFile(_ arguments: [String]) throws -> (rest: [String], file: String?) {
        var rest: [String] = []
        var file: String?
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if argument == "--" { return (rest + arguments[(index - 1)...], file) }
            if argument == "--config" {
                guard index < arguments.count else { throw SettingsError("--config", "needs the name of a file") }
                file = arguments[index]
                index += 1
            } else if argument.hasPrefix("--config=") {
                file = String(argument.dropFirst("--config=".count))
            } else {
                rest.append(argument)
            }
        }
        return (rest, file)
    }

    /// A name that is misspelt in the environment would be passed over in silence.
    private func checkEnvironment() throws {
        let known = Set(names.all.map(\.variable)).union([Self.fileVariable])
            .union(names.secrets.map { SettingNames.prefix + $0.replacing("-", with: "_").uppercased() })
        for variable in environment.keys.sorted() where variable.hasPrefix(SettingNames.prefix) {
            guard !known.contains(variable) else { continue }
            throw SettingsError(variable, "there is no such setting", help: suggestion(for: variable, among: known))
        }
    }

    /// What the command line says by itself.
    private struct Given {
        private var names: Set<String> = []
        private var positionals = 0
        private let order: [String]

        init(_ arguments: ArraySlice<String>, _ options: [SettingNames.Option], _ known: SettingNames) throws {
            order = options.filter { $0.kind == .positional }.map(\.name)
            let values = Set(options.filter { $0.kind == .value }.map(\.name))
            var isValue = false
            var isBehindEnd = false
            for argument in arguments {
                if isValue {
                    isValue = false
                } else if isBehindEnd || !argument.hasPrefix("-") || argument == "-" {
                    positionals += 1
                } else if argument == "--" {
                    isBehindEnd = true
                } else if argument.hasPrefix("--") {
                    let name = String(argument.dropFirst(2).prefix { $0 != "=" })
                    guard !known.secrets.contains(name) else {
                        throw SettingsError(
                            "--\(name)", "a secret does not stand on the command line, where every process sees it",
                            help: known.advice(onSecret: name))
                    }
                    names.insert(name)
                    isValue = values.contains(name) && !argument.contains("=")
                }
            }
        }

        func has(_ option: SettingNames.Option) -> Bool {
            guard option.kind == .positional else { return names.contains(option.name) }
            return order.firstIndex(of: option.name).map { $0 < positionals } ?? true
        }
    }
}
