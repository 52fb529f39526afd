import Contract

/// All checks besides the flows, once there are two workspaces to start from.
struct CheckPlan {
    let world: World

    func checks() async throws -> [Check] {
        if world.run.tier == .limits { return LimitStories(world: world).all() }
        var checks: [Check] = []
        for operation in world.run.contract.operations where Self.includes(operation, world.run.profile) {
            let control: Attempt
            do {
                control = try world.first.control(operation.name)
            } catch {
                checks.append(untestable(operation, error.reason))
                continue
            }
            checks += SuccessChecks(world: world, control: control).all()
            checks += try await AccessChecks(world: world, control: control).all()
            checks += ListedPageChecks(world: world, control: control).all()
            checks += InputChecks(world: world, control: control).all()
            checks += BodyChecks(world: world, control: control).all()
            checks += PathChecks(world: world, control: control).all()
        }
        checks += RouteChecks(world: world).all()
        checks += IdentityStories(world: world).all() + MessageStories(world: world).all()
        checks += KeyStories(world: world).all() + KeyLifeStories(world: world).all()
        checks += TeamStories(world: world).all() + WidgetStories(world: world).all()
        checks += ConversationStories(world: world).all() + AuditStories(world: world).all()
        checks += TenancyStories(world: world).all() + SingleUseStories(world: world).all()
        checks += EnumerationStories(world: world).all() + UntouchedStories(world: world).all()
        checks += RefusedWriteStories(world: world).all() + ScopeStories(world: world).all()
        checks += SocketAccessStories(world: world).all() + SocketDeliveryStories(world: world).all()
        checks += SocketResumeStories(world: world).all() + SocketPresenceStories(world: world).all()
        checks += SocketIsolationStories(world: world).all() + SocketEndStories(world: world).all()
        checks += SocketProtocolStories(world: world).all() + SocketRosterStories(world: world).all()
        checks += SocketMirrorStories(world: world).all()
        checks += UsageStories(world: world).all() + TransportStories(world: world).all()
        checks += OriginStories(world: world).all() + CanaryStories(world: world).all()
        return checks.filter { world.run.profile == .reference || !$0.isBeyond }
    }

    /// What ends a workspace is judged when nothing needs the workspace any more.
    private static func includes(_ operation: Operation, _ profile: Profile) -> Bool {
        profile.includes(operation) && operation.name != Closing.operation
    }

    private func untestable(_ operation: Operation, _ reason: String) -> Check {
        let finding = world.first.finding(of: operation.name)
        return Check(
            "derived.\(operation.name).success", group: operation.name, "a good request is answered as documented",
            promises: operation.promises
        ) { _ in
            finding.map { .violated($0) } ?? .notTestable(reason)
        }
    }
}
