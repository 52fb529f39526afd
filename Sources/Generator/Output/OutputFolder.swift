import Contract
import Dispatch
import Foundation
import Synchronization

/// The folder of generated files: compares what is there with what should be, and writes only the difference.
struct OutputFolder {
    let path: String

    /// What differs between the folder and what should be in it.
    struct Drift {
        /// Files that are missing or have other content.
        var stale: [GeneratedFile] = []
        /// Files in the folder that nothing generates, relative to it.
        var orphaned: [String] = []

        var isEmpty: Bool { stale.isEmpty && orphaned.isEmpty }
    }

    func drift(from files: [GeneratedFile]) -> Drift {
        var drift = Drift()
        let stale = Mutex<Set<Int>>([])
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            if !isOnDisk(files[index]) { _ = stale.withLock { $0.insert(index) } }
        }
        drift.stale = stale.withLock { $0 }.sorted().map { files[$0] }
        let wanted = Set(files.map(\.path))
        drift.orphaned = existingFiles().filter { !wanted.contains($0) }.sorted()
        return drift
    }

    /// Makes the folder right. Each file is replaced whole, so a reader never sees half of one.
    func repair(_ drift: Drift) throws {
        for file in drift.stale {
            let url = url(of: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url, options: .atomic)
        }
        for path in drift.orphaned { try FileManager.default.removeItem(at: url(of: path)) }
    }

    /// What a file holds now; nil where there is no such file or it is no text.
    func text(of file: String) -> String? { content(at: file).flatMap { String(data: $0, encoding: .utf8) } }

    private func url(of file: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(file) }

    private func content(at file: String) -> Data? { FileManager.default.contents(atPath: "\(path)/\(file)") }

    /// Most files are what they should be: what has another size need not be read.
    private func isOnDisk(_ file: GeneratedFile) -> Bool {
        let descriptor = open("\(path)/\(file.path)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let length = file.bytes.count
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size == length else { return false }
        return withUnsafeTemporaryAllocation(byteCount: length + 1, alignment: 1) { buffer in
            var filled = 0
            while filled <= length {
                let count = read(descriptor, buffer.baseAddress?.advanced(by: filled), length + 1 - filled)
                guard count >= 0 else { return false }
                guard count > 0 else { break }
                filled += count
            }
            return file.bytes.withUnsafeBufferPointer { wanted in
                guard filled == length, let found = buffer.baseAddress, let text = wanted.baseAddress else {
                    return filled == length
                }
                return memcmp(found, text, length) == 0
            }
        }
    }

    private func existingFiles() -> [String] {
        let endings = [".swift", ".json", ".txt", ".html", ".js", ".ts"]
        return (FolderListing.files(below: path) ?? []).filter { endings.contains(where: $0.hasSuffix) }
    }
}
