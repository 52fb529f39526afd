/// Text while it is being written, as bytes: a document has hundreds of thousands, and appending to a string costs more
/// for each piece.
struct TextBuffer {
    private(set) var bytes: [UInt8] = []

    private static let blanks = [UInt8](repeating: UInt8(ascii: " "), count: 64)

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ piece: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
    }

    mutating func append(_ piece: String) {
        if piece.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
            bytes.append(contentsOf: piece.utf8)
        }
    }

    mutating func append(spaces count: Int) {
        var missing = count
        while missing > 0 {
            let piece = Self.blanks.prefix(missing)
            bytes.append(contentsOf: piece)
            missing -= piece.count
        }
    }

    /// Appends a text in which some bytes stand for others: the replacement of each, or nil for what stands as it is.
    mutating func append(_ text: String, replacing replacement: (UInt8) -> String?) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for (index, byte) in source.enumerated() {
                guard let replacement = replacement(byte) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
                append(replacement)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
        }
    }
}
