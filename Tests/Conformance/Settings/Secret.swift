import ArgumentParser
import Foundation

/// A secret from where no other process sees it.
enum Secret {
    /// What a file holds, without the line end behind it; else what the environment has; nil where neither is.
    ///
    /// - Throws: `ValidationError` for a file that cannot be read or is empty.
    static func read(file: String?, variable: String, _ environment: [String: String]) throws -> String? {
        guard let file else { return environment[variable].flatMap { $0.isEmpty ? nil : $0 } }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw ValidationError("'\(file)' cannot be read as text")
        }
        let secret = text.trimmingCharacters(in: .newlines)
        if secret.isEmpty { throw ValidationError("'\(file)' is empty") }
        return secret
    }
}
