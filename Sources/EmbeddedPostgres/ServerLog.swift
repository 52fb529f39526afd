import Foundation

/// The log of the server and of `initdb`: one file, appended to by whoever runs.
struct ServerLog: Sendable {
    /// In bytes; a longer log is put aside as `postgres.log.1` at the next start.
    static let longest = 16 * 1024 * 1024

    let path: String

    /// Opens the log to append to; the caller closes it.
    func open() throws -> Int32 {
        if let size = try? FileStatus(of: path).size, size > Self.longest { rename(path, path + ".1") }
        let flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC
        let descriptor = Foundation.open(path, flags, 0o600)
        guard descriptor >= 0 else { throw EmbeddedPostgresError.lastError("open", path) }
        return descriptor
    }

    /// The last lines, for an error's message.
    func tail(lines: Int = 12) -> String {
        guard let file = FileHandle(forReadingAtPath: path), let end = try? file.seekToEnd() else { return "" }
        defer { try? file.close() }
        try? file.seek(toOffset: end > 8192 ? end - 8192 : 0)
        let text = String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
        return text.split(separator: "\n").suffix(lines).joined(separator: "\n")
    }
}
