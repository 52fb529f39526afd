import Dispatch
import Foundation

/// Tells when a file has come into one of some folders, until it is ended.
///
/// Where the system cannot tell (another machine's disk, another system than Linux), it stays silent.
struct FolderWatch {
    let changes: AsyncStream<Void>
    private let source: (any DispatchSourceRead)?

    init(_ paths: [String]) {
        let (changes, change) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.changes = changes
        #if canImport(Glibc)
            let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            guard descriptor >= 0 else {
                source = nil
                return
            }
            for path in paths { inotify_add_watch(descriptor, path, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE)) }
            let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
            source.setEventHandler {
                // What came is of no matter: the folder itself is looked at.
                var buffer = [UInt8](repeating: 0, count: 4_096)
                while read(descriptor, &buffer, buffer.count) > 0 {}
                change.yield()
            }
            source.setCancelHandler { close(descriptor) }
            source.activate()
            self.source = source
        #else
            source = nil
        #endif
    }

    func end() { source?.cancel() }
}
