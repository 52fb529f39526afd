/// The characters that could end a header, a command or a string in C, and their like.
enum ControlCharacters {
    /// Whether there are any of U+0000 to U+001F (CR, LF and NUL among them) or U+007F.
    static func areIn(_ text: String) -> Bool {
        text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }
}
