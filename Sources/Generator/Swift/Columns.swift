extension StringProtocol {
    /// How many characters there are. Nearly every text is ASCII, where a byte is a character; to look for clusters in
    /// each line would be a good part of a run.
    var columns: Int {
        let isPlain = utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 < 0x80 } } ?? false
        return isPlain ? utf8.count : count
    }
}
