import Foundation

/// One run of a shell command, in a process group of its own.
struct ShellRun: Sendable {
    let command: String
    /// What its environment has besides ours.
    let surroundings: [String: String]
    /// After this it is ended, with all that it has started.
    let patience: Duration

    struct Result: Sendable {
        /// As the shell tells it: 128 and the signal where one ended it.
        let status: Int32
        /// What it printed, up to the size that is read of a mail.
        let output: [UInt8]
        /// The last line of what it said on standard error.
        let complaint: String
    }

    /// The system starts no process.
    struct Failure: Error, CustomStringConvertible {
        let code: Int32

        var description: String { "no shell could be started: \(String(cString: strerror(code)))" }
    }

    /// How it ended; nil where it had to be ended.
    ///
    /// It writes into files, not pipes: what it leaves running in the background could keep a pipe open for ever.
    func perform() async throws -> Result? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("iris-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appendingPathComponent("output").path
        let complaints = folder.appendingPathComponent("complaints").path
        let process = try start(output, complaints)
        guard let status = await status(of: process) else {
            try Task.checkCancellation()
            return nil
        }
        let lines = String(decoding: beginning(of: complaints), as: UTF8.self).split(whereSeparator: \.isNewline)
        return Result(status: status, output: beginning(of: output), complaint: lines.last.map(String.init) ?? "")
    }

    /// Starts it with no signal blocked, whatever this thread has blocked: it would not end on one.
    private func start(_ output: String, _ complaints: String) throws -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&files, 2, complaints, O_WRONLY | O_CREAT, 0o600)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        posix_spawnattr_setpgroup(&attributes, 0)
        var unblocked = sigset_t()
        sigemptyset(&unblocked)
        posix_spawnattr_setsigmask(&attributes, &unblocked)

        let environment = ProcessInfo.processInfo.environment.merging(surroundings) { $1 }
        let arguments: [UnsafeMutablePointer<CChar>?] =
            ["sh", "-c", command].map { (text: String) in strdup(text) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process = pid_t()
        let code = posix_spawn(&process, "/bin/sh", &files, &attributes, arguments, variables)
        guard code == 0 else { throw Failure(code: code) }
        return process
    }

    /// The status with which it ends; nil when it has to be ended.
    private func status(of process: pid_t) async -> Int32? {
        await withTaskGroup(of: Int32?.self) { tasks in
            tasks.addTask { await Self.end(of: process) }
            tasks.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            let status = await tasks.next() ?? nil
            // The group is there as long as its first process has not been waited for.
            if status == nil { kill(-process, SIGKILL) }
            tasks.cancelAll()
            return status
        }
    }

    private static func end(of process: pid_t) async -> Int32? {
        await withCheckedContinuation { continuation in
            // A thread of its own, for waiting blocks.
            Thread.detachNewThread {
                var status: Int32 = 0
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7F
                continuation.resume(returning: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
            }
        }
    }

    private func beginning(of file: String) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file) else { return [] }
        defer { try? handle.close() }
        return Array((try? handle.read(upToCount: MIMEReader.maximumSize)) ?? Data())
    }
}
