/// Arrays of C strings that end with a null pointer, as libpq takes them.
enum CStrings {
    static func withPointers(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Void
    ) {
        let buffers = strings.map { string in
            let bytes = string.utf8CString
            let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            for (index, byte) in bytes.enumerated() { buffer[index] = byte }
            return buffer
        }
        defer { for buffer in buffers { buffer.deallocate() } }
        let pointers: [UnsafePointer<CChar>?] = buffers.map { UnsafePointer($0) } + [nil]
        pointers.withUnsafeBufferPointer { pointers in
            if let base = pointers.baseAddress { body(base) }
        }
    }
}
