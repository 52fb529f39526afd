import ArgumentParser
import Contract

/// Says what is wrong with the spec, for people, programs or a pull request's page.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Says what is wrong with the spec; fails with 1 if anything is."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, github
    }

    @OptionGroup var spec: SpecOptions

    @Option(help: "text for people, json for programs, github for annotations in a pull request.")
    var format = Format.text

    func run() throws {
        let failure: LoadFailure? =
            switch ContractLoader.load(folder: spec.spec) {
            case .success: nil
            case .failure(let failure): failure
            }
        let findings = failure?.findings ?? []
        switch format {
        case .text:
            if let failure { Output.result(failure.text(isColoured: Output.isColoured(.result)) + "\n") }
            Output.result("\(spec.spec): " + (findings.isEmpty ? "no mistakes." : "\(SpecOptions.count(findings))."))
        case .json: Output.result(String(JSONPrinter.text(of: .list(findings.map(\.json))).dropLast()))
        case .github: for finding in findings { Output.result(finding.annotation) }
        }
        guard findings.isEmpty else { throw ExitReason.mistakes.error }
    }
}

extension Finding {
    fileprivate var json: JSONNode {
        var object: JSONObject = [
            "rule": .text(rule.rawValue), "file": .text(location.file), "line": .integer(location.line),
            "column": .integer(location.column), "message": .text(message),
        ]
        object["hint"] = advice.map { .text($0) }
        return .object(object)
    }

    /// A workflow command of GitHub Actions, which shows the finding beside its line.
    fileprivate var annotation: String {
        let place = "file=\(Self.escaped(location.file, in: .property)),line=\(location.line),col=\(location.column)"
        let said = Self.escaped(message + (advice.map { " (\($0))" } ?? ""), in: .message)
        return "::error \(place),title=\(rule.rawValue)::\(said)"
    }

    private enum Part { case property, message }

    /// What the runner would take for its own syntax is percent-encoded, as its toolkit does.
    private static func escaped(_ text: String, in part: Part) -> String {
        text.unicodeScalars.map { scalar in
            switch (scalar, part) {
            case ("%", _): "%25"
            case ("\r", _): "%0D"
            case ("\n", _): "%0A"
            case (":", .property): "%3A"
            case (",", .property): "%2C"
            default: String(scalar)
            }
        }.joined()
    }
}
