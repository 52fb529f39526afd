/// What a password hash costs. A value exists only within bounds, so a stored hash cannot ask for all memory.
public struct ScryptParameters: Hashable, Sendable {
    /// N=2¹⁷, r=8, p=1: 128 MiB a hash.
    public static let standard = ScryptParameters(unchecked: 17, r: 8, p: 1)
    /// N=2¹², r=8, p=1: 4 MiB and some milliseconds a hash. For development and tests only.
    public static let development = ScryptParameters(unchecked: 12, r: 8, p: 1)

    /// At most this many bytes a hash: 256 MiB.
    public static let mostMemory = 1 << 28
    /// N·r·p is at most this: four times the standard.
    public static let mostWork = 1 << 22

    /// The logarithm of N to base 2, from 1 to 20.
    public let logN: Int
    /// The block size, in units of 128 bytes, from 1 to 32.
    public let r: Int
    /// How many times the work is done, one after the other, from 1 to 16.
    public let p: Int

    /// nil when a parameter is out of its range, or all together ask for too much memory or work.
    public init?(logN: Int, r: Int, p: Int) {
        // Ranges first: the products below cannot overflow then.
        guard 1...20 ~= logN, 1...32 ~= r, 1...16 ~= p else { return nil }
        // RFC 7914 asks for N < 2^(16·r).
        guard logN < 16 * r else { return nil }
        self.init(unchecked: logN, r: r, p: p)
        guard memory <= Self.mostMemory, (r * p) << logN <= Self.mostWork else { return nil }
    }

    private init(unchecked logN: Int, r: Int, p: Int) {
        self.logN = logN
        self.r = r
        self.p = p
    }

    var n: UInt64 { 1 << UInt64(logN) }

    /// What libcrypto allocates, in bytes, and not a byte more: N blocks, p blocks, and two to work on.
    var memory: Int { 128 * r * ((1 << logN) + p + 2) }
}
