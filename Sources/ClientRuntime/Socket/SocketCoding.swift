import Runtime

/// How frames and events stand on the wire: as objects that say their type beside their own fields.
extension SocketLanguage {
    /// - Parameter ref: A name for the frame, which its answer repeats.
    public static func bytes(of frame: Frame, ref: String? = nil) -> [UInt8] {
        let (type, fields) = content(of: frame)
        var json = JSONWriter()
        json.openObject()
        json.member("type", type)
        json.member("ref", ifPresent: ref)
        fields.writeMembers(to: &json)
        json.closeObject()
        return json.bytes
    }

    /// Reads an event: first its type, wherever that stands, then the fields that the type has. Nil for one of a type
    /// that the contract does not know: a newer server may send such.
    public static func event(from bytes: [UInt8]) throws(ContractBreach) -> Event? {
        var fields = ObjectReader(bytes)
        let type: String? = fields.required("type")
        var event: Event?
        var isBroken = type == nil
        if let type {
            do {
                event = try read(type, &fields)
            } catch {
                isBroken = true
            }
        }
        guard fields.finish(), !isBroken else {
            let problem = fields.problems.all.first
            throw ContractBreach(
                operation: type ?? "the socket", pointer: problem?.pointer ?? "",
                problem: problem?.message ?? "is not JSON")
        }
        return event
    }
}
