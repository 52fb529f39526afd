import Contract

/// `arazzo.json`: the journeys of the spec as workflows, as Arazzo 1.1 has them, with references into `openapi.json`
/// and `asyncapi.json`.
enum ArazzoEmitter {
    static func files(for contract: Contract) -> [GeneratedFile] {
        guard !contract.flows.isEmpty else { return [] }
        return [JSONPrinter.file("Documents/arazzo.json", of: .object(document(contract)))]
    }

    static func document(_ contract: Contract) -> JSONObject {
        var info: JSONObject = [
            "title": .text(contract.name), "version": .text(contract.version), "description": .text(description),
        ]
        info.origin = contract.location
        var sources: [JSONNode] = [["name": "openapi", "url": "./openapi.json", "type": "openapi"]]
        if AsyncAPIEmitter.isNeeded(contract) {
            sources.append(["name": "asyncapi", "url": "./asyncapi.json", "type": "asyncapi"])
        }
        return [
            "arazzo": "1.1.0", "info": .object(info), "sourceDescriptions": .list(sources),
            "workflows": .list(contract.flows.map { .object(WorkflowDocument($0, of: contract).workflow) }),
        ]
    }

    private static let description = """
        The journeys that every deployment is held to. The inputs of a workflow are values that no earlier run used. A \
        step that waits for a mail takes what it needs from the mail's link; where `x-optional-outputs` of a step before \
        has the same value, a deployment may show it without the mail. Steps of one socket have the same `x-socket`; \
        `x-closed` says with which close it must end.
        """
}
