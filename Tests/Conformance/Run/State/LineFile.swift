import Foundation
import Synchronization

/// A file that nobody else may read, to which whole lines are added.
///
/// A class, as concurrent checks write to it. One mutex guards that lines stand whole; the other lets one sync of the
/// disk stand for all the lines that were written before it began.
final class LineFile: Sendable {
    private let descriptor: Int32
    private let written = Mutex(0)
    private let synced = Mutex(0)

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Opens the file for adding to it, and makes it if it is not there.
    init(_ path: String) throws(Failure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(description: "\(path): \(String(cString: strerror(errno)))") }
    }

    deinit { close(descriptor) }

    /// Adds a line. It is on the disk when this returns if that is asked for, and some time later otherwise.
    func add(_ line: String, isDurable: Bool) throws(Failure) {
        let bytes = Array((line + "\n").utf8)
        let place = try written.withLock { place throws(Failure) in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw Failure(description: "the run's state cannot be written down") }
                rest = rest.dropFirst(count)
            }
            place += bytes.count
            return place
        }
        if isDurable { try sync(upTo: place) }
    }

    private func sync(upTo place: Int) throws(Failure) {
        try synced.withLock { synced throws(Failure) in
            guard synced < place else { return }
            let reached = written.withLock { $0 }
            guard fdatasync(descriptor) == 0 else {
                throw Failure(description: "the run's state cannot be written to the disk")
            }
            synced = reached
        }
    }
}
