/// A statement whose interpolated values are parameters: they travel beside the text, never in it.
///
///     let statement: SQL = "SELECT name FROM channels WHERE channel_id = \(id)"
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text with `$1`, `$2` … in place of the values. The same source text always gives the same.
    public let text: String
    let parameters: [Parameter]

    public init(stringLiteral text: String) {
        self.text = text
        parameters = []
    }

    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        parameters = stringInterpolation.parameters
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var text: String
        var parameters: [Parameter] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            parameters.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { text += literal }

        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            append(Parameter(type: type(of: value).postgresType, bytes: value.postgresBytes))
        }

        /// No value is NULL.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            append(Parameter(type: Value.postgresType, bytes: value?.postgresBytes))
        }

        public mutating func appendInterpolation(_ values: [some PostgresArrayElement]) {
            appendInterpolation(PostgresArray(values))
        }

        /// No list is NULL.
        public mutating func appendInterpolation<Element: PostgresArrayElement>(_ values: [Element]?) {
            appendInterpolation(values.map(PostgresArray.init))
        }

        private mutating func append(_ parameter: Parameter) {
            parameters.append(parameter)
            text += "$\(parameters.count)"
        }
    }
}
