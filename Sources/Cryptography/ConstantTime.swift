import COpenSSL

/// Whether two secrets are equal, in a time that tells nothing about where they differ; their lengths are no secret.
public func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0
}
