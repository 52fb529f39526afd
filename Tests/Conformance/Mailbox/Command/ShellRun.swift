import Foundation

/// One run of a shell command.
struct ShellRun: Sendable {
    let command: String
    /// What its environment has besides ours.
    let surroundings: [String: String]
    /// After this it is ended.
    let patience: Duration

    struct Result: Sendable {
        let status: Int32
        /// What it printed, up to the size that is read of a mail.
        let output: [UInt8]
        /// The last line of what it said on standard error.
        let complaint: String
    }

    /// How it ended; nil where it had to be ended.
    ///
    /// It writes into files, not pipes: what it leaves running in the background could keep a pipe open for ever.
    func perform() async throws -> Result? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("iris-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appendingPathComponent("output"), complaints = folder.appendingPathComponent("complaints")
        for file in [output, complaints] { try Data().write(to: file) }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = ProcessInfo.processInfo.environment.merging(surroundings) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaints)
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { ended in
            end.yield(ended.terminationStatus)
            end.finish()
        }
        try Self.start(process)
        guard let status = await status(from: ends) else {
            process.terminate()
            try Task.checkCancellation()
            return nil
        }
        let lines = String(decoding: beginning(of: complaints), as: UTF8.self).split(whereSeparator: \.isNewline)
        return Result(status: status, output: beginning(of: output), complaint: lines.last.map(String.init) ?? "")
    }

    /// Starts it with no signal blocked, whatever this thread has blocked: it would not end on one, nor would what it
    /// starts.
    private static func start(_ process: Process) throws {
        var none = sigset_t()
        var ours = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &ours)
        defer { pthread_sigmask(SIG_SETMASK, &ours, nil) }
        try process.run()
    }

    /// The status with which it ends; nil when it does not in time.
    private func status(from ends: AsyncStream<Int32>) async -> Int32? {
        await withTaskGroup(of: Int32?.self) { tasks in
            defer { tasks.cancelAll() }
            tasks.addTask { await ends.first { _ in true } }
            tasks.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            return await tasks.next() ?? nil
        }
    }

    private func beginning(of file: URL) -> [UInt8] {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return [] }
        defer { try? handle.close() }
        return Array((try? handle.read(upToCount: MIMEReader.maximumSize)) ?? Data())
    }
}
