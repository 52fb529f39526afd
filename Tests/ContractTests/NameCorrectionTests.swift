import Testing

@testable import Contract

@Suite("names that are corrected")
struct NameCorrectionTests {
    @Test(
        "a name keeps its words and takes the form of its kind",
        arguments: [
            (NameForm.lowerCamelCase, "Create-key", "createKey"), (.lowerCamelCase, "AddNote", "addNote"),
            (.lowerCamelCase, "add_note", "addNote"), (.lowerCamelCase, "ADD_NOTE", "addNote"),
            (.upperCamelCase, "tags and colours", "TagsAndColours"), (.upperCamelCase, "note_id", "NoteId"),
            (.snakeCase, "noteID", "note_id"), (.snakeCase, "HTTPServer", "http_server"),
            (.snakeCase, "dark-green", "dark_green"), (.snakeCase, "Red", "red"), (.snakeCase, "__a__b_", "a_b"),
            (.snakeCase, "sha256Sum", "sha256_sum"), (.dottedSnakeCase, "note..Changed", "note.changed"),
            (.dottedSnakeCase, "noteBook.pageAdded", "note_book.page_added"), (.dottedSnakeCase, "-.note", "note"),
        ])
    func corrected(_ form: NameForm, _ name: String, _ expected: String) {
        #expect(form.correction(of: name) == expected)
    }

    @Test(
        "what a name was meant to be is not guessed",
        arguments: ["", "___", "1st_note", "größe", "2.0", "сhannel"], NameForm.allCases)
    func unknown(_ name: String, _ form: NameForm) { #expect(form.correction(of: name) == nil) }

    @Test("a good name is its own correction", arguments: NameForm.allCases)
    func same(_ form: NameForm) {
        let name =
            switch form {
            case .upperCamelCase: "NoteBook"
            case .lowerCamelCase: "noteBook"
            case .snakeCase: "note_book2"
            case .dottedSnakeCase: "note.book_kept"
            }
        #expect(form.correction(of: name) == name)
    }
}
