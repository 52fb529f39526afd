import Foundation
import Generated
import Runtime

/// A place in a list, as an opaque text. It names its list, so that one list's cursor is refused by another.
struct ListCursor {
    let list: String
    let position: String

    /// The text that clients hand back.
    var text: String {
        Data("\(list):\(position)".utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    init(list: String, position: String) {
        self.list = list
        self.position = position
    }

    /// Nil for a text that this list has not given out.
    init?(_ cursor: Cursor, list: String) {
        let base64 = cursor.text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
        guard let data = Data(base64Encoded: base64 + padding), let text = String(data: data, encoding: .utf8),
            text.hasPrefix(list + ":")
        else { return nil }
        self.init(list: list, position: String(text.dropFirst(list.count + 1)))
    }
}
