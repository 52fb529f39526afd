import Foundation

extension StringProtocol {
    /// The text that percent-encoding stands for; the same text where it is none.
    var percentDecoded: String { removingPercentEncoding ?? String(self) }
}
