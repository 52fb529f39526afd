import Contract

/// A socket in a rehearsal: whatever is awaited comes.
extension SocketLine {
    /// An event of a type as the contract has it, with what the line's last frame has said.
    func rehearsed(_ type: String) -> JSON {
        let event = run.contract.socket?.event(named: type)
        let values = RehearsedValues(run.contract).record(event?.fields ?? [], answering: nil)
        return lastFrame.reduce(values.setting("type", to: .string(type))) { event, field in
            event[field.key] == nil ? event : event.setting(field.key, to: field.value)
        }
    }
}
