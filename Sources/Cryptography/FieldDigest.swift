extension SHA256 {
    /// One digest over several fields, for a hash chain: each with its length in front, so that no byte can move from
    /// one field to the next, no field can be added or left out, and none is not empty.
    ///
    /// What is digested, field by field: a zero for none, or else a one, the length in 8 bytes, big-endian, and the
    /// field. Digests that are stored rest on that.
    public static func digest(ofFields fields: [[UInt8]?]) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(fields.reduce(0) { $0 + 9 + ($1?.count ?? 0) })
        for field in fields {
            guard let field else {
                message.append(0)
                continue
            }
            message.append(1)
            withUnsafeBytes(of: UInt64(field.count).bigEndian) { message += $0 }
            message += field
        }
        return digest(of: message)
    }
}
