// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

public struct Health: JSONWritable {
    public let status: HealthStatus

    public init(status: HealthStatus) { self.status = status }
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("status", status)
        json.closeObject()
    }
}

public enum HealthStatus: String, Enumeration {
    case ok
}
