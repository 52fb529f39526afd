import Foundation

/// Why the embedded server could not be started, and what to do about it.
public enum EmbeddedPostgresError: Error, Equatable, CustomStringConvertible {
    /// No PostgreSQL of version 15 or newer in any of the folders searched.
    case binariesNotFound(searched: [String])
    /// Another process owns the folder; its pid, when it could be read.
    case folderInUse(folder: String, owner: Int32?)
    /// The folder cannot be used as it is: why, and the next step.
    case folderUnusable(path: String, reason: String, nextStep: String)
    /// The data was written by another major version than the one installed.
    case versionMismatch(folder: String, data: Int, installed: Int)
    /// A setting that is ours alone, or one that cannot be written to a configuration file.
    case settingRefused(name: String, reason: String)
    /// `initdb` failed; the last lines of the log.
    case initializationFailed(status: Int32, log: String)
    /// The server ended or did not become ready in time; the last lines of the log.
    case startFailed(reason: String, log: String)
    /// Processes of an earlier server on this folder do not end.
    case predecessorLives(folder: String, processIdentifier: Int32?)
    /// A system call failed.
    case system(call: String, path: String, code: Int32)

    public var description: String {
        switch self {
        case .binariesNotFound(let searched):
            "no PostgreSQL 15 or newer found in \(searched.joined(separator: ", "));"
                + " install it (apt-get install postgresql) or name the folder of its binaries"
        case .folderInUse(let folder, let owner):
            "\(folder) is in use by \(owner.map { "process \($0)" } ?? "another process");"
                + " stop that server first, or choose another folder"
        case .folderUnusable(let path, let reason, let nextStep):
            "\(path) \(reason); \(nextStep)"
        case .versionMismatch(let folder, let data, let installed):
            "\(folder) was written by PostgreSQL \(data) and PostgreSQL \(installed) is installed;"
                + " install postgresql-\(data), or dump and restore into a new folder"
        case .settingRefused(let name, let reason):
            "the setting \(name) is refused: \(reason)"
        case .initializationFailed(let status, let log):
            "initdb failed with status \(status); its last words:\n\(log)"
        case .startFailed(let reason, let log):
            "PostgreSQL did not start: \(reason); the end of its log:\n\(log)"
        case .predecessorLives(let folder, let processIdentifier):
            "an earlier PostgreSQL on \(folder) does not end"
                + (processIdentifier.map { "; kill process \($0)" } ?? "; look for processes named postgres")
        case .system(let call, let path, let code):
            "\(call) \(path): \(String(cString: strerror(code)))"
        }
    }

    /// The failure that `errno` tells of; to be made right after the call that set it.
    static func lastError(_ call: String, _ path: String) -> EmbeddedPostgresError {
        .system(call: call, path: path, code: errno)
    }
}
