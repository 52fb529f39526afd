/// Reads a mail (RFC 5322, RFC 2045 and 2046): its headers and every text in it, however deep and however encoded.
///
/// Mails come from a deployment that may be broken or hostile. All work is bounded: what lies beyond a bound is not
/// read, which can hide a link but never hang a run.
struct MIMEReader {
    /// How much of a mail is read, in bytes.
    static let maximumSize = 1 << 20
    /// How many parts may lie in one another.
    static let maximumDepth = 8
    /// How many parts of a mail are looked at.
    static let maximumParts = 100

    func read(_ mail: some Collection<UInt8>) -> (headers: [HeaderField], texts: [MailText]) {
        let bytes = Array(mail.prefix(Self.maximumSize))
        let (headers, body) = split(bytes[...])
        var texts: [MailText] = []
        var budget = Self.maximumParts
        read(body, headers, depth: 0, budget: &budget, into: &texts)
        return (headers, texts)
    }

    private func read(
        _ body: ArraySlice<UInt8>, _ headers: [HeaderField], depth: Int, budget: inout Int, into texts: inout [MailText]
    ) {
        guard budget > 0 else { return }
        budget -= 1
        func value(_ name: String) -> String? { headers.first { $0.name == name }?.value }
        let type = HeaderParameters(value("content-type") ?? "text/plain")
        if type.value.hasPrefix("multipart/") {
            guard depth < Self.maximumDepth, let boundary = type.parameters["boundary"], !boundary.isEmpty else {
                return
            }
            for part in parts(of: body, boundary: Array(boundary.utf8), limit: budget) {
                let (headers, body) = split(part)
                read(body, headers, depth: depth + 1, budget: &budget, into: &texts)
            }
            return
        }
        guard type.value == "text/html" || type.value == "text/plain" else { return }
        let encoding = TransferEncoding(value("content-transfer-encoding").map { HeaderParameters($0).value })
        var text = Charset(type.parameters["charset"]).text(of: encoding.decoded(Array(body)))
        // Lines that end with a blank flow into the next; with DelSp the blank was added for that (RFC 3676).
        if type.parameters["format"]?.lowercased() == "flowed", type.parameters["delsp"]?.lowercased() == "yes" {
            text = text.replacing("\r\n", with: "\n").replacing(" \n", with: "")
        }
        texts.append(MailText(form: type.value == "text/html" ? .html : .plain, text: text))
    }

    /// The headers, and what stands behind the empty line that ends them.
    private func split(_ bytes: ArraySlice<UInt8>) -> (headers: [HeaderField], body: ArraySlice<UInt8>) {
        var fields: [(name: String, value: [UInt8])] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let (line, next) = line(of: bytes, from: start)
            start = next
            guard let first = line.first else { break }
            if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
                if !fields.isEmpty { fields[fields.count - 1].value += line }
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self)
            // The first line of an mbox has a colon too, behind blanks.
            guard !name.contains(" ") else { continue }
            fields.append((name.lowercased(), Array(line[line.index(after: colon)...])))
        }
        let headers = fields.map { field in
            HeaderField(
                name: field.name,
                value: String(
                    decoding: field.value.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }, as: UTF8.self))
        }
        return (headers, bytes[start...])
    }

    /// What stands between a multipart's delimiters. A part that is not ended reaches to the end.
    private func parts(of body: ArraySlice<UInt8>, boundary: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
        let delimiter = Array("--".utf8) + boundary
        var parts: [ArraySlice<UInt8>] = []
        var partStart: Int?
        var start = body.startIndex
        while start < body.endIndex, parts.count < limit {
            let (line, next) = line(of: body, from: start)
            if line.starts(with: delimiter) {
                let rest = line.dropFirst(delimiter.count)
                let isClosing = rest.starts(with: Array("--".utf8))
                if isClosing || rest.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
                    if let partStart { parts.append(body[partStart..<start]) }
                    partStart = next
                    if isClosing { return parts }
                }
            }
            start = next
        }
        if let partStart, partStart < body.endIndex, parts.count < limit { parts.append(body[partStart...]) }
        return parts
    }

    /// The line that begins at a place, without its end, and where the next one begins.
    private func line(of bytes: ArraySlice<UInt8>, from start: Int) -> (line: ArraySlice<UInt8>, next: Int) {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        let next = end < bytes.endIndex ? end + 1 : end
        let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        return (bytes[start..<(hasReturn ? end - 1 : end)], next)
    }
}
