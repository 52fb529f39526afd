/// A place in a spec file. Lines and columns count from 1, as editors show them.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    /// The file's path as it was given to the loader, usually relative to the working folder.
    public let file: String
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, the form that terminals and editors make clickable.
    public var description: String { "\(file):\(line):\(column)" }
}

extension SourceLocation: Comparable {
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
