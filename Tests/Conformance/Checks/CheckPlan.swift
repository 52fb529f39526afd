import Contract

/// All checks besides the flows, once there are two workspaces to start from.
struct CheckPlan {
    let world: World

    func checks() async throws -> [Check] {
        var checks: [Check] = []
        for operation in world.run.contract.operations {
            guard let control = world.first.controls[operation.name] else {
                checks.append(untestable(operation))
                continue
            }
            checks += try await AccessChecks(world: world, control: control).all()
            checks += InputChecks(world: world, control: control).all()
            checks += BodyChecks(world: world, control: control).all()
            checks += PathChecks(world: world, control: control).all()
        }
        checks += RouteChecks(world: world).all()
        checks += IdentityStories(world: world).all() + MessageStories(world: world).all()
        checks += KeyStories(world: world).all()
        checks += TenancyStories(world: world).all()
        return checks
    }

    private func untestable(_ operation: Operation) -> Check {
        Check(
            "derived.\(operation.name)", group: operation.name, "\(operation.summary)", promises: operation.promises
        ) { _ in .notTestable("no request of it has succeeded in this run") }
    }
}
