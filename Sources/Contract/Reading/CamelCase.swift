/// Names of the contract in camel case: what generated code calls them, up to words that Swift has reserved.
public enum CamelCase {
    /// `org_role` gives `orgRole`, and `self`, which no backticks make a member of, `itself`.
    public static func lower(_ name: String) -> String {
        let camel = camel(name, isUpper: false)
        return camel == "self" ? "itself" : camel
    }

    /// `org_role`, `read-state.write` and `inviteTeammate` give `OrgRole`, `ReadStateWrite` and `InviteTeammate`.
    public static func upper(_ name: String) -> String { camel(name, isUpper: true) }

    /// Byte by byte: names are ASCII, and a run asks for some ten thousand of them.
    private static func camel(_ name: String, isUpper: Bool) -> String {
        String(unsafeUninitializedCapacity: name.utf8.count) { camel in
            var (count, begins) = (0, true)
            for byte in name.utf8 {
                switch byte {
                case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: " "):
                    begins = true
                    continue
                case UInt8(ascii: "a")...UInt8(ascii: "z") where begins && (isUpper || count > 0):
                    camel[count] = byte - 0x20
                case UInt8(ascii: "A")...UInt8(ascii: "Z") where count == 0 && !isUpper:
                    camel[count] = byte + 0x20
                default: camel[count] = byte
                }
                begins = false
                count += 1
            }
            return count
        }
    }
}

extension Scope {
    /// The scope without the prefix that all scopes share, in lower camel case: `channelsRead`.
    public var caseName: String {
        let own = name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? name
        return CamelCase.lower(own)
    }
}
