import Contract

/// Turns the traffic of one finding into what may be told. What the contract calls sensitive becomes a name, and so does
/// every secret of the run, wherever it stands.
struct Redactor {
    let contract: Contract
    let secrets: SecretWatch
    private(set) var names = Pseudonyms()

    init(_ contract: Contract, _ secrets: SecretWatch) {
        self.contract = contract
        self.secrets = secrets
    }

    /// A text that is of no type: known values become names.
    mutating func template(of text: String) -> Template {
        for place in secrets.places(in: text) where names.name(of: place.value) == nil {
            _ = names.name(place.value, after: "secret", meaning: "a secret of the run")
        }
        var finder = SecretFinder()
        for value in names.values { finder.insert(value) }
        let bytes = Array(text.utf8)
        var template = Template()
        var end = 0
        for place in finder.places(in: text) {
            template.append(String(decoding: bytes[end..<place.range.lowerBound], as: UTF8.self))
            if let name = names.name(of: place.value) {
                // A beginning that is all but the last character is told as such; any other hides as the whole.
                let isShortened = place.range.count == place.value.utf8.count - 1
                template.append(.variable(name, isShortened: isShortened))
            }
            end = place.range.upperBound
        }
        template.append(String(decoding: bytes[end...], as: UTF8.self))
        return template
    }

    /// A token, or what a check has put in its place.
    mutating func template(ofToken token: String) -> Template {
        if let name = names.name(of: token) { return Template(.variable(name, isShortened: false)) }
        let known = names.values + (secrets.places(in: token).map(\.value))
        if let whole = known.first(where: { $0.dropLast() == token || $0.dropLast() == token.dropLast() }),
            whole != token, whole.count >= SecretFinder.shortest
        {
            let name = names.name(whole, after: "token", meaning: meaning(ofToken: whole))
            var template = Template(.variable(name, isShortened: true))
            if whole.count == token.count { template.append(String(token.suffix(1))) }
            return template
        }
        if secrets.hidden.contains(token) || kind(ofToken: token) != nil || token.count > Self.longestWord {
            let name = names.name(token, after: "token", meaning: meaning(ofToken: token))
            return Template(.variable(name, isShortened: false))
        }
        return template(of: token)
    }

    /// Checks present words as tokens that nobody has issued. What is longer may be somebody's.
    private static let longestWord = 20

    private func kind(ofToken token: String) -> (credential: Credential, kind: Credential.Kind)? {
        for credential in contract.credentials {
            if let kind = credential.kinds.first(where: { token.hasPrefix($0.prefix) }) { return (credential, kind) }
        }
        return nil
    }

    private func meaning(ofToken token: String) -> String {
        guard let (credential, kind) = kind(ofToken: token) else { return "a token" }
        return "a \(credential.name) token (\(kind.name))"
    }

    /// The name of a value that is sensitive by its type.
    mutating func name(of value: String, _ type: TypeDefinition, in place: String) -> String {
        let example = type.example.map { ", such as \($0)" } ?? ""
        return names.name(value, after: place, meaning: "a value of the type \(type.name)\(example)")
    }

    /// Forgets no name: the values of the control keep theirs in the attempt.
    mutating func name(of value: String, after word: String, meaning: String) -> String {
        names.name(value, after: word, meaning: meaning)
    }
}
