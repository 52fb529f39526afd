/// A command line that repeats a request, with variables in place of what must not be shown. It is for any POSIX shell.
struct Curl {
    let base: String

    /// Words may not be longer on Linux; what is larger comes from a pipe.
    private static let longestWord = 100_000

    func line(for request: RedactedRequest) -> String {
        var words = ["curl", "-si"]
        if request.method != "GET" || request.body != nil { words += ["-X", request.method] }
        let target = request.target
        if target.shown.contains("/.") { words.append("--path-as-is") }
        var url = Template(base)
        url.append(target)
        words.append(url.shellWord)
        for header in request.headers {
            var line = Template("\(header.name): ")
            line.append(header.value)
            words += ["-H", line.shellWord]
        }
        guard let body = request.body else { return words.joined(separator: " ") }
        // By itself curl would send a media type.
        if !request.headers.contains(where: { $0.name == "Content-Type" }) { words += ["-H", "Content-Type:"] }
        if body.size < Self.longestWord {
            return (words + ["--data-binary", body.shellWord]).joined(separator: " ")
        }
        return "\(body.shellCommands) | " + (words + ["-H", "Expect:", "--data-binary", "@-"]).joined(separator: " ")
    }
}
