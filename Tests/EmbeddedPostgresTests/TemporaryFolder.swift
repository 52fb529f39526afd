import Foundation

@testable import EmbeddedPostgres

/// A fresh folder under /tmp, removed at the end of its test.
final class TemporaryFolder {
    let path: String

    init(_ name: String = "data") throws {
        var template = Array("/tmp/embedded-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw EmbeddedPostgresError.lastError("mkdtemp", "/tmp") }
        top = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        chmod(top, 0o711)
        path = top + "/" + name
    }

    deinit {
        try? FileManager.default.removeItem(atPath: top)
    }

    private let top: String
}

/// Faster than the default; a test that pulls the plug must not use it.
let hasty = ["fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"]

/// Runs statements through psql and returns what it says, trimmed; a failing statement throws it.
func query(_ sql: String, _ connectionString: String, as user: uid_t? = nil) throws -> String {
    let binaries = try ServerBinaries.locate(in: nil, dataVersion: nil)
    var psql = ChildProcess(
        executable: binaries.folder + "/psql",
        arguments: ["-XAtq", "-v", "ON_ERROR_STOP=1", "-d", connectionString, "-c", sql])
    if let user {
        let identity = ["--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--"]
        psql = ChildProcess(
            executable: "/usr/bin/setpriv", arguments: identity + [psql.executable] + psql.arguments)
    }
    let answer = try psql.capture()
    let text = answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
    guard answer.status == 0 else { throw QueryFailed(output: text) }
    return text
}

struct QueryFailed: Error {
    let output: String
}
