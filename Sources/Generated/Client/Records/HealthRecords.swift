// Generated from spec/ by `make generate`. Edit the spec, not this file.

import ClientRuntime
import Generated
import Runtime

extension Health: Record {
    public init(_ fields: inout ObjectReader) throws(BrokenRecord) {
        try self.init(status: fields.take("status"))
    }
}
