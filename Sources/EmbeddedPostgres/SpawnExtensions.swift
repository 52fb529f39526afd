import Foundation

/// The two file actions of glibc's `spawn.h` that Swift's Glibc module leaves out, for they are no POSIX.
///
/// Looked up by name: the alternative is a C target for two declarations.
enum SpawnExtensions {
    private typealias ChangeFolder =
        @convention(c) (
            UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>
        ) -> Int32
    private typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// `POSIX_SPAWN_SETSID`: the child leads a session of its own.
    static let newSession: Int32 = 0x80

    /// The child's working folder.
    static func changeFolder(_ actions: inout posix_spawn_file_actions_t, to path: String) throws {
        let name = "posix_spawn_file_actions_addchdir_np"
        let call = unsafeBitCast(try symbol(name), to: ChangeFolder.self)
        try check(call(&actions, path), name)
    }

    /// Closes every descriptor from `lowest` on, so that the child inherits none that was not meant for it.
    static func closeAll(_ actions: inout posix_spawn_file_actions_t, from lowest: Int32) throws {
        let name = "posix_spawn_file_actions_addclosefrom_np"
        let call = unsafeBitCast(try symbol(name), to: CloseFrom.self)
        try check(call(&actions, lowest), name)
    }

    private static func symbol(_ name: String) throws -> UnsafeMutableRawPointer {
        guard let symbol = dlsym(nil, name) else {
            throw EmbeddedPostgresError.system(call: name, path: "in glibc before 2.34", code: ENOSYS)
        }
        return symbol
    }

    private static func check(_ code: Int32, _ name: String) throws {
        guard code == 0 else { throw EmbeddedPostgresError.system(call: name, path: "", code: code) }
    }
}
