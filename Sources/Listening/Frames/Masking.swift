extension [UInt8] {
    /// Appends bytes that were masked with `key` (RFC 6455, section 5.3), without their mask.
    ///
    /// - Parameters:
    ///   - key: Its first byte on the wire is the most significant.
    ///   - offset: How many bytes of the same payload came before.
    mutating func append(_ masked: UnsafeRawBufferPointer, unmaskedBy key: UInt32, offset: Int) {
        let start = count
        append(contentsOf: masked)
        let turned = key << (8 * UInt32(offset % 4)) | (offset % 4 == 0 ? 0 : key >> (32 - 8 * UInt32(offset % 4)))
        let word = UInt64(turned) << 32 | UInt64(turned)
        withUnsafeMutableBytes { bytes in
            var index = start
            // Eight bytes a step: byte by byte is what a server of large messages would spend its time on.
            while index + 8 <= bytes.count {
                let unmasked = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ word.bigEndian
                bytes.storeBytes(of: unmasked, toByteOffset: index, as: UInt64.self)
                index += 8
            }
            while index < bytes.count {
                bytes[index] ^= UInt8(truncatingIfNeeded: turned >> (24 - 8 * UInt32((index - start) % 4)))
                index += 1
            }
        }
    }
}
