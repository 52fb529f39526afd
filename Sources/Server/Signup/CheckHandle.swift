import Generated
import Runtime

extension IrisAPI {
    func checkHandle(_ input: CheckHandle.Input, as caller: Visitor) async throws -> CheckHandle.Outcome {
        let objection = try await objection(to: input.slug)
        return .ok(HandleAvailability(slug: input.slug, available: objection == nil, reason: objection))
    }

    private func objection(to attempt: HandleAttempt) async throws -> HandleObjection? {
        var problems = FieldProblems()
        guard let handle = Handle.read(text: attempt.text, &problems) else {
            return problems.all.contains { $0.code == .reserved } ? .reserved : .malformed
        }
        let rows = try await database.unit(
            for: .handle(handle),
            "SELECT FROM iris.handles WHERE handle = \(handle) AND (held_until IS NULL OR held_until > now())")
        return rows.first?.first == nil ? nil : .taken
    }
}
