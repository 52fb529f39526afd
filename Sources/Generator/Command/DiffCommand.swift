import ArgumentParser
import Contract
import Foundation

/// Tells what has changed between two specs, and whether the new one may be released.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what has changed between two specs; fails with 3 on breaks that nobody approved.",
        discussion: """
            OLD and NEW are folders, or folders at a revision of git: v0.1.0:spec.

            Fails with 3 if a break is not approved, if an approval is stale or has no reason, or if the version's step \
            is too small. Fails with 1 if a spec has mistakes.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    @Argument(help: "The spec as it was.")
    var old: String

    @Argument(help: "The spec as it is.")
    var new: String

    @Option(help: "text for people, json for programs, markdown for a pull request.")
    var format = Format.text

    @Option(help: "The file of approved breaks; \(DiffCommand.usualApprovals) where there is one.")
    var approvals: String?

    @Option(
        parsing: .upToNextOption,
        help: "Where a break needs an approval: \(Boundary.names). wire and flows unless told otherwise.")
    var boundary: [Boundary] = []

    @Flag(help: "The old spec was never released: tell everything, and let nothing fail.")
    var unreleased = false

    static let usualApprovals = "spec-approvals.yaml"

    func run() throws {
        let (before, now) = (try load(old), try load(new))
        let (approvals, complaints) = try readApprovals()
        let verdict = DiffVerdict(
            from: before, to: now, approvals: approvals, complaints: complaints,
            boundaries: boundary.isEmpty ? [.wire, .flows] : Set(boundary), isReleased: !unreleased)
        switch format {
        case .text: for line in TextDiffReport.lines(of: verdict) { Output.result(line) }
        case .json: Output.result(String(JSONPrinter.text(of: JSONDiffReport.document(of: verdict)).dropLast()))
        case .markdown: for line in MarkdownDiffReport.lines(of: verdict) { Output.result(line) }
        }
        if verdict.fails { throw ExitReason.breaking.error }
    }

    /// Resolved and not judged as a whole, which `lint` does: rules that came later leave an old spec readable.
    private func load(_ place: String) throws -> Contract {
        let files: [SpecFile]
        do {
            files = try SpecSource(place).files()
        } catch let failure as LoadFailure {
            throw mistakes(failure, in: place)
        } catch {
            Output.say("\(place): \(error)")
            throw ExitReason.mistakes.error
        }
        switch ContractLoader.resolve(files) {
        case .success(let contract): return contract
        case .failure(let failure): throw mistakes(failure, in: place)
        }
    }

    private func mistakes(_ failure: LoadFailure, in place: String) -> ExitCode {
        Output.say(failure.text(isColoured: Output.isColoured(.said)) + "\n")
        Output.say("\(SpecOptions.count(failure.findings)) in \(place); nothing was compared.")
        return ExitReason.mistakes.error
    }

    private func readApprovals() throws -> ([Approval], [String]) {
        let path = approvals ?? Self.usualApprovals
        guard FileManager.default.fileExists(atPath: path) else {
            guard approvals == nil else {
                Output.say("\(path): there is no such file")
                throw ExitReason.mistakes.error
            }
            return ([], [])
        }
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return Approval.read(SpecFile(path: path, text: String(decoding: data, as: UTF8.self)))
    }
}

extension Boundary: ExpressibleByArgument {
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
