import Foundation

/// What PostgreSQL writes into `postmaster.pid`: its pid on the first line, its state on the eighth.
struct PostmasterFile: Equatable {
    let processIdentifier: Int32
    /// Whether it takes connections.
    let isReady: Bool

    /// nil for a text that a starting server has not yet written whole.
    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let pid = Int32(first), pid > 0 else { return nil }
        processIdentifier = pid
        isReady = lines.count > 7 && lines[7].hasPrefix("ready")
    }

    static func path(in data: String) -> String { data + "/postmaster.pid" }

    static func read(in data: String) -> PostmasterFile? {
        (try? String(contentsOfFile: path(in: data), encoding: .utf8)).flatMap(PostmasterFile.init(text:))
    }

    /// Whether the process is alive and the postmaster of that data: after a power cut its pid may be anybody's.
    ///
    /// Its command line tells, which is readable where `/proc/…/cwd` is not; that of a zombie is empty.
    func isPostmaster(of data: String) -> Bool {
        guard let text = try? Data(contentsOf: URL(filePath: "/proc/\(processIdentifier)/cmdline")) else {
            return false
        }
        let words = text.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        guard words.first?.split(separator: "/").last == "postgres" else { return false }
        return zip(words, words.dropFirst()).contains { $0 == "-D" && $1 == data }
    }

    var isAlive: Bool { kill(processIdentifier, 0) == 0 || errno == EPERM }
}
