#if os(Linux)
    import Foundation
    import Glibc

    /// Waits until `.yaml` files below a folder change, through the kernel's inotify: nothing is polled.
    ///
    /// A class because it owns two descriptors, which it closes when it goes. One thread at a time waits.
    public final class FolderWatcher: Sendable {
        private let folder: String
        private let notifications: Int32
        private let stopping: Pipe

        public struct Failure: Error, CustomStringConvertible {
            public let description: String
        }

        public enum Event: Sendable {
            case changed
            case stopped
        }

        /// Watches from now on: what changes before the first wait is not missed. The folder need not be there yet.
        public init(folder: String) throws {
            self.folder = folder
            notifications = inotify_init1(Int32(IN_CLOEXEC))
            stopping = Pipe()
            guard notifications >= 0 else {
                throw Failure(description: "inotify is not available: \(String(cString: strerror(errno)))")
            }
            _ = watchAll()
        }

        deinit { close(notifications) }

        /// Ends the wait that is under way, and every later one. May be called from any thread.
        public var stop: @Sendable () -> Void {
            let handle = stopping.fileHandleForWriting
            return { handle.write(Data([0])) }
        }

        /// Returns when files have changed and have then been left alone for a while, in milliseconds, or when somebody
        /// said stop. Editors save in several steps, which are one change.
        public func next(quiet milliseconds: Int32 = 50) -> Event {
            var hasChanged = false
            var parent = watchAll()
            while true {
                var descriptors = [
                    pollfd(fd: stopping.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0),
                    pollfd(fd: notifications, events: Int16(POLLIN), revents: 0),
                ]
                let count = poll(&descriptors, 2, hasChanged ? milliseconds : -1)
                if count < 0 { continue }
                if descriptors[0].revents != 0 { return .stopped }
                if count == 0 { return .changed }
                if readNotifications(parent: parent) { hasChanged = true }
                // Folders that came into being are watched from now on; for the others this changes nothing.
                parent = watchAll()
            }
        }

        /// The folder, those below it, and the one above it, so that a folder that is replaced by another is noticed.
        /// Tells by what number the one above is known.
        private func watchAll() -> Int32 {
            let url = URL(fileURLWithPath: folder)
            let parent = watch(url.deletingLastPathComponent().path)
            _ = watch(url.path)
            let below = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
            for path in below where !path.hasSuffix(".yaml") { _ = watch(url.appendingPathComponent(path).path) }
            return parent
        }

        /// -1 for what is no folder or is gone.
        private func watch(_ path: String) -> Int32 {
            let changes = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE
            return inotify_add_watch(notifications, path, UInt32(changes) | UInt32(IN_ONLYDIR))
        }

        /// Whether any of what came concerns the spec. Editors put files of their own beside it, which do not.
        private func readNotifications(parent: Int32) -> Bool {
            var bytes = [UInt8](repeating: 0, count: 65536)
            let count = read(notifications, &bytes, bytes.count)
            guard count > 0 else { return false }
            let header = MemoryLayout<inotify_event>.size
            var concernsSpec = false
            var offset = 0
            while offset + header <= count {
                let event = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
                let name = bytes[(offset + header)...].prefix(Int(event.len)).prefix { $0 != 0 }
                if isWanted(String(decoding: name, as: UTF8.self), event, parent: parent) { concernsSpec = true }
                offset += header + Int(event.len)
            }
            return concernsSpec
        }

        private func isWanted(_ name: String, _ event: inotify_event, parent: Int32) -> Bool {
            // Too much came for the kernel to keep it all.
            if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
            if event.wd == parent { return name == URL(fileURLWithPath: folder).lastPathComponent }
            return name.hasSuffix(".yaml") || event.mask & UInt32(IN_ISDIR) != 0
        }
    }
#endif
