import Foundation
import Runtime

extension Identifier {
    /// A new id: version 7, so that later rows stand behind earlier ones in every index.
    static func new() -> Self {
        var generator = SystemRandomNumberGenerator()
        let milliseconds = UInt64(max(0, Date().timeIntervalSince1970 * 1_000))
        return Self(.version7(milliseconds: milliseconds, using: &generator))
    }
}

extension Timestamp {
    static func now() -> Timestamp { Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}
