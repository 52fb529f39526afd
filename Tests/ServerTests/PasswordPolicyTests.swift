import Generated
import Testing

@testable import Server

@Suite("passwords that are easily guessed")
struct PasswordPolicyTests {
    private let context = ["Ada Lovelace", "ada@analytical.example", "Analytical Engines", "analytical"]

    @Test(
        "are refused",
        arguments: [
            "passwordpassword", "Password1234", "qwertyuiop12", "aaaaaaaaaaaa", "abababababab", "123456789012",
            "abcdefghijkl", "987654321098", "my new password", "analytical123", "AnalyticalEngines", "ada lovelace",
            "iloveyou!!!!", "welcome welcome", "lovelace2024",
        ])
    func refused(_ password: String) {
        #expect(!PasswordPolicy.accepts(Password(trusted: password), context: context))
    }

    @Test(
        "others are not",
        arguments: [
            "difference engine no. 2", "correct horse battery", "xkzwqpvjmnty", "un mot de passe très long",
            "my password is a tall green bicycle", "the analytical method is not my engine of choice",
        ])
    func accepted(_ password: String) {
        #expect(PasswordPolicy.accepts(Password(trusted: password), context: context))
    }
}
