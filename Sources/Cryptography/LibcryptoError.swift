import COpenSSL

/// A call of libcrypto that failed: out of memory, or no source of randomness. Nothing a caller can repair.
public struct LibcryptoError: Error, CustomStringConvertible {
    /// The function that failed, such as `RAND_bytes`.
    public let call: String
    /// What libcrypto says of it; empty if it says nothing.
    public let reason: String

    public var description: String { "\(call) failed\(reason.isEmpty ? "" : ": \(reason)")" }

    /// Takes the reason from the thread's error queue: to be made right after the call, on its thread.
    static func last(_ call: String) -> LibcryptoError {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else { return LibcryptoError(call: call, reason: "") }
        var text = [CChar](repeating: 0, count: 256)
        ERR_error_string_n(code, &text, text.count)
        let reason = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return LibcryptoError(call: call, reason: String(decoding: reason, as: UTF8.self))
    }
}
