import CLibPQ
import Foundation

/// What a statement has answered.
public struct Rows: Sendable, RandomAccessCollection {
    let answer: Answer?

    /// No rows at all.
    public static let none = Rows(answer: nil)

    public var startIndex: Int { 0 }

    public var endIndex: Int { answer.map { Int(PQntuples($0.result)) } ?? 0 }

    public subscript(position: Int) -> Row { Row(answer: answer, index: Int32(position)) }

    /// How many rows the statement has inserted, updated, deleted or yielded.
    public var affected: Int { answer.flatMap { Int(String(cString: PQcmdTuples($0.result))) } ?? 0 }
}

/// Owns one result of libpq. Nothing writes to a result once it has been received, and it is cleared exactly once,
/// when its last reader is gone; so it may be read from anywhere.
final class Answer: @unchecked Sendable {
    let result: OpaquePointer

    init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit { PQclear(result) }

    /// The first column of a name, to the letter; libpq's own search reads a name as SQL does, in lower case.
    func number(of column: String) -> Int32? {
        column.withCString { name in
            (0..<PQnfields(result)).first { PQfname(result, $0).map { strcmp($0, name) == 0 } ?? false }
        }
    }
}
