import Contract

/// Where the lines of `llms.txt` come from: each chapter tells of one kind of declaration, each line of its first name.
struct PlainOrigins {
    private let chapters: [String: SourceLocation]
    private let names: [String: [Substring: SourceLocation]]

    init(_ contract: Contract) {
        var names: [String: [Substring: SourceLocation]] = [:]
        func add(_ chapter: String, _ name: String, _ location: SourceLocation) {
            if names[chapter, default: [:]][name[...]] == nil { names[chapter, default: [:]][name[...]] = location }
        }
        for credential in contract.credentials { add("Tokens", credential.name, credential.location) }
        for scope in contract.scopes { add("Tokens", scope.name, scope.location) }
        for operation in contract.operations { add("Operations", operation.name, operation.location) }
        for error in contract.errors { add("Errors", error.code, error.location) }
        for limit in contract.limits { add("Errors", limit.name, limit.location) }
        for type in contract.types { add("Types", type.name, type.location) }
        if let socket = contract.socket {
            for frame in socket.frames { add("Socket", frame.name, frame.location) }
            for event in socket.events { add("Socket", event.name, event.location) }
            for close in socket.closes { add("Socket", close.name, close.location) }
        }
        for mail in contract.mails { add("Mails", mail.name, mail.location) }
        for flow in contract.flows { add("Flows", flow.name, flow.location) }
        self.names = names
        chapters = contract.socket.map { ["Socket": $0.location] } ?? [:]
    }

    /// The origins of all lines of a text. Lines that name nothing stem from no one declaration.
    func origins(of text: String) -> LineOrigins {
        var origins = LineOrigins()
        var chapter = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("## ") { chapter = String(line.dropFirst(3)) }
            origins.begin(line.hasPrefix("- ") ? location(of: line, in: chapter) : chapters[chapter], depth: 0)
            origins.emit(depth: 0)
        }
        return origins
    }

    private func location(of line: Substring, in chapter: String) -> SourceLocation? {
        guard let known = names[chapter] else { return nil }
        let words = line.split { !($0.isLetter || $0.isNumber || "_.:-".contains($0)) }
        return words.lazy.compactMap { word in
            known[word] ?? known[word.prefix { $0 != ":" }]
        }.first ?? chapters[chapter]
    }
}
