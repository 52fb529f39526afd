extension Resolver {
    /// Reads `jobs`.
    mutating func readJobs() -> [Job] {
        var jobs: [Job] = []
        for declaration in declarations.jobs {
            guard
                let reader = MappingReader(declaration.node, OperationForms.job, findings: findings),
                findings.check(declaration.name, is: .lowerCamelCase, "job", at: declaration.nameLocation)
            else { continue }
            let promises = citations(in: reader)
            guard let summary = reader.requiredText("summary") else { continue }
            jobs.append(
                Job(
                    name: declaration.name, summary: summary, audit: reader.text("audit"), promises: promises,
                    location: declaration.nameLocation))
        }
        return jobs
    }
}
