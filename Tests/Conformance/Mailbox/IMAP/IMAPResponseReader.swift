/// Puts responses together from the bytes that come, however they are cut (RFC 3501, section 7).
///
/// The server may be broken or hostile: a response has bounds.
struct IMAPResponseReader {
    static let maximumLine = 64 << 10
    /// A literal holds a mail, of which no more is asked for.
    static let maximumLiteral = MIMEReader.maximumSize

    /// The server says something that is no IMAP, or too much of it.
    struct Unintelligible: Error, CustomStringConvertible {
        let description: String
    }

    private var buffer: [UInt8] = []
    private var pieces: [IMAPResponse.Piece] = []
    /// How long the literal is that comes.
    private var literal: Int?
    private var lineSize = 0

    /// Whether something stands here that no response has taken.
    var hasRest: Bool { !buffer.isEmpty || !pieces.isEmpty }

    mutating func take(_ bytes: some Sequence<UInt8>) { buffer += bytes }

    /// The next response that is whole.
    mutating func next() throws -> IMAPResponse? {
        while true {
            if let length = literal {
                guard buffer.count >= length else { return nil }
                pieces.append(.literal(Array(buffer.prefix(length))))
                buffer.removeFirst(length)
                literal = nil
            }
            guard let feed = buffer.firstIndex(of: UInt8(ascii: "\n")) else {
                guard buffer.count <= Self.maximumLine else { throw Unintelligible(description: "a line is endless") }
                return nil
            }
            var line = buffer[..<feed]
            if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
            lineSize += line.count
            guard lineSize <= Self.maximumLine else { throw Unintelligible(description: "a line is endless") }
            let text = String(decoding: line, as: UTF8.self)
            buffer.removeFirst(feed + 1)
            pieces.append(.text(text))
            guard let length = Self.literalLength(text) else {
                defer {
                    pieces = []
                    lineSize = 0
                }
                return IMAPResponse(pieces: pieces)
            }
            guard length <= Self.maximumLiteral else { throw Unintelligible(description: "a literal is too long") }
            literal = length
        }
    }

    /// The number in a line that ends with `{number}`.
    private static func literalLength(_ line: String) -> Int? {
        guard line.hasSuffix("}"), let brace = line.lastIndex(of: "{") else { return nil }
        return Int(line[line.index(after: brace)...].dropLast()).flatMap { $0 >= 0 ? $0 : nil }
    }
}
