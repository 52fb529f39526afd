import Testing

@testable import Conformance

@Suite("finding secrets in texts")
struct SecretFinderTests {
    private func finder(_ values: String...) -> SecretFinder {
        var finder = SecretFinder()
        for value in values { finder.insert(value) }
        return finder
    }

    private func hidden(_ text: String, _ finder: SecretFinder) -> String { finder.replacing(in: text) { _ in "*" } }

    @Test("every value is found, wherever it stands and however often")
    func everywhere() {
        let finder = finder("iris_sk_one_1", "iris_sk_two_2")
        #expect(hidden("iris_sk_one_1iris_sk_two_2 ü iris_sk_one_1", finder) == "** ü *")
        #expect(hidden("iris_sk_three", finder) == "iris_sk_three")
    }

    @Test("of two values the longer one is found")
    func longest() { #expect(hidden("secret-and-more", finder("secret-and", "secret-and-more")) == "*") }

    @Test("the beginning of a long value is as good as the value")
    func beginnings() {
        let finder = finder("iris_ses_0123456789012345678901234567890123456789")
        #expect(hidden("iris_ses_012345678901234567890 is wrong", finder) == "* is wrong")
        #expect(hidden("iris_ses_0123 is its prefix", finder) == "iris_ses_0123 is its prefix")
    }

    @Test("what is too short to be a secret is left")
    func short() { #expect(hidden("a seven b", finder("seven")) == "a seven b") }
}
