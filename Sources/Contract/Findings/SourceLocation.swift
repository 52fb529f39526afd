import Synchronization

/// A place in a spec file. Lines and columns count from 1, as editors show them.
///
/// Every node of a spec, and everything that is made of it, has one. It holds three numbers and no reference, so that
/// copying what has one costs nothing more.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    private let fileNumber: UInt32
    private let lineNumber: UInt32
    private let columnNumber: UInt32

    public init(file: String, line: Int, column: Int) {
        self.init(fileNumber: Self.paths.withLock { $0.number(of: file) }, line: line, column: column)
    }

    private init(fileNumber: UInt32, line: Int, column: Int) {
        self.fileNumber = fileNumber
        lineNumber = UInt32(clamping: line)
        columnNumber = UInt32(clamping: column)
    }

    /// Another place in the same file.
    func at(line: Int, column: Int) -> SourceLocation {
        SourceLocation(fileNumber: fileNumber, line: line, column: column)
    }

    /// The file's path as it was given to the loader, usually relative to the working folder.
    public var file: String { Self.paths.withLock { $0.paths[Int(fileNumber)] } }

    public var line: Int { Int(lineNumber) }

    public var column: Int { Int(columnNumber) }

    /// `file:line:column`, the form that terminals and editors make clickable.
    public var description: String { "\(file):\(line):\(column)" }

    private static let paths = Mutex(KnownPaths())
}

/// The files that locations name, each with a number for as long as the process lives. There are as many as a spec has
/// files, however often it is loaded.
private struct KnownPaths {
    private(set) var paths: [String] = []
    private var numbers: [String: UInt32] = [:]

    mutating func number(of path: String) -> UInt32 {
        if let number = numbers[path] { return number }
        let number = UInt32(paths.count)
        paths.append(path)
        numbers[path] = number
        return number
    }
}

extension SourceLocation: Comparable {
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        guard left.fileNumber == right.fileNumber else { return left.file < right.file }
        return (left.lineNumber, left.columnNumber) < (right.lineNumber, right.columnNumber)
    }
}
