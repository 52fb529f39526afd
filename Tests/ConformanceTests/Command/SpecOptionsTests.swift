import Foundation
import Testing

@testable import Conformance

@Suite("the spec that the suite carries")
struct SpecOptionsTests {
    @Test("it is the one in the folder, to the byte")
    func embedded() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let named = try SpecOptions.parse(["--spec", root.appendingPathComponent("spec").path])
        let builtIn = try SpecOptions.parse([])
        #expect(builtIn.digest == named.digest && builtIn.digest != nil)
        #expect(try builtIn.load().operations.map(\.name) == named.load().operations.map(\.name))
        #expect(SpecOptions.version.contains(try #require(builtIn.digest)))
    }
}
