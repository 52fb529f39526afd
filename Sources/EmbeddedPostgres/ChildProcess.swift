import Foundation

/// A program to run: without a shell, with our environment replaced and no descriptor inherited that is not named.
struct ChildProcess {
    var executable: String
    var arguments: [String]

    /// Starts it in a session of its own, so that Ctrl-C at our terminal does not reach it before we decide to stop.
    ///
    /// - Parameters:
    ///   - output: Becomes its standard output and error.
    ///   - heirloom: Held by it, as its descriptor 3, and by the processes it forks.
    /// - Returns: Its pid; the caller reaps it.
    func spawn(output: Int32, heirloom: FolderLock? = nil) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Servers ignore SIGPIPE and may block others: a child would inherit that.
        var allSignals = sigset_t()
        sigfillset(&allSignals)
        var noSignals = sigset_t()
        sigemptyset(&noSignals)
        posix_spawnattr_setsigdefault(&attributes, &allSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | SpawnExtensions.newSession
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Our own working folder may be closed to the account that the child runs as.
        try SpawnExtensions.changeFolder(&actions, to: "/")
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        if let heirloom { posix_spawn_file_actions_adddup2(&actions, heirloom.descriptor, 3) }
        try SpawnExtensions.closeAll(&actions, from: heirloom == nil ? 3 : 4)

        let argv = Self.cStrings([executable] + arguments)
        let environment = Self.cStrings(["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"])
        defer { for string in argv + environment { free(string) } }
        var pid: pid_t = 0
        // The lock closes its descriptor when it goes; it must not go before the child has it.
        let code = withExtendedLifetime(heirloom) {
            posix_spawn(&pid, executable, &actions, &attributes, argv, environment)
        }
        guard code == 0 else { throw EmbeddedPostgresError.system(call: "spawn", path: executable, code: code) }
        return pid
    }

    /// Runs it to its end and returns its exit status, or 128 plus the signal that ended it.
    ///
    /// A child that outlives the limit is killed.
    func run(output: Int32, heirloom: FolderLock? = nil, limit: Duration = .seconds(120)) throws -> Int32 {
        let pid = try spawn(output: output, heirloom: heirloom)
        var status: Int32?
        let ended = poll(for: limit) {
            status = Self.reap(pid)
            return status != nil
        }
        guard ended, let status else {
            kill(-pid, SIGKILL)
            var ignored: Int32 = 0
            waitpid(pid, &ignored, 0)
            return 128 + SIGKILL
        }
        return status
    }

    /// Runs it to its end and returns its status and its output, which must be shorter than a pipe holds (64 KiB).
    func capture(limit: Duration = .seconds(30)) throws -> (status: Int32, output: String) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw EmbeddedPostgresError.lastError("pipe", executable) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let reader = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        defer { try? reader.close() }
        let status: Int32
        do {
            defer { close(ends[1]) }
            status = try run(output: ends[1], limit: limit)
        }
        let output = try reader.readToEnd() ?? Data()
        return (status, String(decoding: output, as: UTF8.self))
    }

    /// A null-terminated list as C wants it; the caller frees its strings.
    private static func cStrings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var list: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
        list.append(nil)
        return list
    }

    /// The exit status of a child that has ended; nil while it runs, and for a process that is no child of ours.
    static func reap(_ pid: pid_t) -> Int32? {
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}
