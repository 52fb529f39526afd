import Generated

extension IrisAPI {
    func checkHealth(as caller: Visitor) async throws -> CheckHealth.Outcome {
        .ok(Health(status: .ok))
    }
}
