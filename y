/// The spec as it was when this program was built.
enum EmbeddedSpec {
    static let files: [(name: String, text: String)] = [
    ]
}
