import Contract
import Foundation

/// Settings in a file: a mapping of keys such as `mail_folder` to values, or lists of them for what can be repeated.
struct SettingsFile: Sendable {
    /// By an option's name.
    let values: [String: [String]]

    /// - Throws: `SettingsError` for what is no YAML, is unknown, or is a secret.
    init(path: String, names: SettingNames) throws {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else {
            throw SettingsError(path, "the file cannot be read as text")
        }
        try self.init(SpecFile(path: path, text: text), names: names)
    }

    init(_ file: SpecFile, names: SettingNames) throws {
        let document: SpecDocument
        switch SpecDocument.parse(file) {
        case .success(let parsed): document = parsed
        case .failure(let failure): throw SettingsError(file.path, failure.text())
        }
        guard let entries = document.root.entries else {
            throw SettingsError("\(document.root.location)", "settings were expected, such as 'url: https://…'")
        }
        let known = Dictionary(names.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var values: [String: [String]] = [:]
        for entry in entries {
            guard let option = known[entry.key] else { throw Self.unknown(entry, known.keys, names) }
            values[option.name] = try Self.texts(entry, option)
        }
        self.values = values
    }

    private static func unknown(
        _ entry: YAMLNode.Entry, _ known: some Sequence<String>, _ names: SettingNames
    ) -> SettingsError {
        let name = entry.key.replacing("_", with: "-")
        if names.secrets.contains(name) {
            return SettingsError(
                "\(entry.keyLocation)", "a secret does not stand in a settings file", help: names.advice(onSecret: name)
            )
        }
        return SettingsError(
            "\(entry.keyLocation)", "there is no setting '\(entry.key)'", help: suggestion(for: entry.key, among: known)
        )
    }

    private static func texts(_ entry: YAMLNode.Entry, _ option: SettingNames.Option) throws -> [String] {
        let place = "\(entry.value.location)"
        if let elements = entry.value.elements {
            guard option.isRepeating else {
                throw SettingsError(place, "'\(entry.key)' has one value, not a list")
            }
            return try elements.map { element in
                guard let text = element.text else {
                    throw SettingsError("\(element.location)", "an element of '\(entry.key)' is a single value")
                }
                return text
            }
        }
        guard let text = entry.value.text, !text.isEmpty else {
            throw SettingsError(place, "'\(entry.key)' needs a value")
        }
        if option.kind == .flag, !["true", "false"].contains(text) {
            throw SettingsError(place, "'\(entry.key)' is true or false")
        }
        return [text]
    }
}
