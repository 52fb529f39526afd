/// Text while it is being written, as bytes: a document has hundreds of thousands, and appending to a string costs more
/// for each piece.
struct TextBuffer {
    /// What has been written, and room for more.
    private var storage: [UInt8]
    private(set) var count = 0

    private static let blanks: StaticString = "                                                                "

    /// `capacity` is how many bytes there will be, as far as one can tell: room that is there need not be moved to.
    init(capacity: Int = 1 << 12) {
        storage = [UInt8](repeating: 0, count: capacity)
    }

    var bytes: [UInt8] { Array(storage[..<count]) }

    var last: UInt8? { count > 0 ? storage[count - 1] : nil }

    /// How often a byte stands behind so many others.
    func count(of byte: UInt8, from start: Int) -> Int {
        storage[start..<count].withUnsafeBufferPointer { written in
            var found = 0
            for index in 0..<written.count where written[index] == byte { found += 1 }
            return found
        }
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == storage.count { makeRoom(for: 1) }
        storage[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        if count + piece.count > storage.count { makeRoom(for: piece.count) }
        storage.withUnsafeMutableBytes {
            UnsafeMutableRawBufferPointer(rebasing: $0[count...]).copyMemory(from: UnsafeRawBufferPointer(piece))
        }
        count += piece.count
    }

    mutating func append(_ piece: StaticString) {
        append(UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
    }

    mutating func append(_ piece: String) {
        var piece = piece
        piece.withUTF8 { append($0) }
    }

    mutating func append(spaces count: Int) {
        var missing = count
        while missing > 0 {
            let piece = min(missing, Self.blanks.utf8CodeUnitCount)
            append(UnsafeBufferPointer(start: Self.blanks.utf8Start, count: piece))
            missing -= piece
        }
    }

    private mutating func makeRoom(for missing: Int) {
        storage += repeatElement(0, count: max(missing, storage.count))
    }

    /// Appends a text in which some bytes stand for others. Most texts have none of them, and to see that takes less
    /// time for all bytes together than to look at each.
    @inline(__always)
    mutating func append(_ text: String, replacing isReplaced: (UInt8) -> Bool, by replacement: (UInt8) -> String) {
        var text = text
        text.withUTF8 { source in
            var replaced: UInt8 = 0
            for index in 0..<source.count { replaced |= isReplaced(source[index]) ? 1 : 0 }
            guard replaced != 0 else { return append(source) }
            var start = 0
            for (index, byte) in source.enumerated() where isReplaced(byte) {
                append(UnsafeBufferPointer(rebasing: source[start..<index]))
                append(replacement(byte))
                start = index + 1
            }
            append(UnsafeBufferPointer(rebasing: source[start...]))
        }
    }
}
