#if os(Linux)
    import Foundation

    extension FolderWatcher {
        /// One element each time that files below a folder have changed. What changes before somebody asks counts as one
        /// change, and nothing is missed. Ends with the task that asks.
        public static func changes(below folder: String) throws -> AsyncStream<Void> {
            let watcher = try FolderWatcher(folder: folder)
            let (changes, feed) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            feed.onTermination = { _ in watcher.stop() }
            // A thread of its own, for waiting blocks.
            Thread.detachNewThread {
                while watcher.next() == .changed { feed.yield() }
                feed.finish()
            }
            return changes
        }
    }
#endif
