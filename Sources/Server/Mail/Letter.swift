import Generated

/// A mail that is ready to go: one link, and what is to be said before and after it. It has no message's content in it.
struct Letter: Sendable {
    let recipient: Email
    let subject: String
    /// The paragraphs before the link.
    let opening: [String]
    /// What the link does, as a button says it.
    let action: String
    let link: String
    /// The paragraphs after the link.
    let closing: [String]

    /// Plain text, with the link alone on a line.
    var text: String { (opening + [link] + closing).joined(separator: "\n\n") + "\n" }

    /// The same as a document, without images, styles from elsewhere or anything that tells when it was read.
    var html: String {
        let link = Self.escaped(link)
        return """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>\(Self.escaped(subject))</title></head>
            <body style="margin:0;padding:24px;background:#f4f5f7;color:#1c1f26;font:16px/1.5 system-ui,sans-serif">
            <div style="max-width:520px;margin:0 auto;padding:32px;background:#fff;border-radius:12px">
            \(opening.map(Self.paragraph).joined(separator: "\n"))
            <p style="margin:24px 0"><a href="\(link)" style="display:inline-block;padding:12px 20px;\
            background:#2f6fed;color:#fff;border-radius:8px;text-decoration:none">\(Self.escaped(action))</a></p>
            <p style="margin:0 0 16px;font-size:13px;color:#5b6270;word-break:break-all">\(link)</p>
            \(closing.map(Self.paragraph).joined(separator: "\n"))
            </div>
            </body>
            </html>

            """
    }

    private static func paragraph(_ text: String) -> String { "<p style=\"margin:0 0 16px\">\(escaped(text))</p>" }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
