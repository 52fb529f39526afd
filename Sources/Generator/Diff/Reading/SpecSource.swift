import Contract
import Foundation

/// Where a spec is read from: a folder, or a folder as it was at a revision, written `v0.1.0:spec` as git does.
enum SpecSource {
    case folder(String)
    case revision(String, folder: String)

    /// A folder that exists is a folder, whatever it is called.
    init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: text, isDirectory: &isFolder) && isFolder.boolValue
        if parts.count == 2, !exists {
            self = .revision(parts[0], folder: parts[1])
        } else {
            self = .folder(text)
        }
    }

    func files() throws -> [SpecFile] {
        switch self {
        case .folder(let path): return try ContractLoader.files(below: path)
        case .revision(let revision, let folder): return try Git.files(at: revision, below: folder)
        }
    }
}

/// Reads files of a revision without touching the working copy.
enum Git {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// `repository` is the folder that `folder` is relative to.
    static func files(at revision: String, below folder: String, in repository: String = ".") throws -> [SpecFile] {
        let listing = try run(
            in: repository, ["ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, "--", folder])
        let paths = listing.split(separator: "\0").map(String.init).filter { $0.hasSuffix(".yaml") }
        guard !paths.isEmpty else {
            throw Failure(description: "there is no .yaml file below '\(folder)' at '\(revision)'")
        }
        return try paths.map { path in
            SpecFile(
                path: "\(revision):\(path)",
                text: try run(in: repository, ["cat-file", "--end-of-options", "blob", "\(revision):./\(path)"]))
        }
    }

    private static func run(in repository: String, _ arguments: [String]) throws -> String {
        let git = Process()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = ["git", "-C", repository] + arguments
        let (said, complaints) = (Pipe(), Pipe())
        git.standardOutput = said
        git.standardError = complaints
        try git.run()
        let output = said.fileHandleForReading.readDataToEndOfFile()
        let complaint = complaints.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        guard git.terminationStatus == 0 else {
            let text = String(decoding: complaint, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            throw Failure(description: "git \(arguments[0]) failed: \(text)")
        }
        guard let text = String(data: output, encoding: .utf8) else {
            throw Failure(description: "git \(arguments.last ?? ""): the file is not UTF-8 text")
        }
        return text
    }
}
