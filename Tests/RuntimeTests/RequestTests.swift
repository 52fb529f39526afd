import Runtime
import Testing

@Suite("requests")
struct RequestTests {
    private func request(_ headers: [String: String]) throws -> APIRequest {
        APIRequest(
            method: "GET", path: try #require(PathSegments("/")), query: "", headers: headers, body: [],
            origin: RequestOrigin(address: "192.0.2.1", network: "192.0.2.1", requestId: "r", page: nil))
    }

    @Test("paths are cut at slashes and decoded; broken ones are refused")
    func paths() {
        let path = PathSegments("/a/b%20c//")
        #expect(path?[0] == "a")
        #expect(path?[1] == "b c")
        #expect(path?[2] == "")
        #expect(path?[3] == "")
        #expect(path?[4] == nil)
        for bad in ["", "a", "/%", "/%2", "/%zz", "/%ff"] { #expect(PathSegments(bad) == nil) }
    }

    @Test("JSON is recognised by its media type, with or without parameters")
    func mediaTypes() throws {
        for type in ["application/json", "Application/JSON; charset=utf-8", "application/problem+json"] {
            #expect(try request(["content-type": type]).isJSON)
        }
        for type in ["text/plain", "application/jsonx", "application/json-seq", "multipart/form-data", ""] {
            #expect(try !request(["content-type": type]).isJSON)
        }
        #expect(try !request([:]).isJSON)
    }

    @Test("one token is taken from any of its places; two that differ are none")
    func tokens() throws {
        let places: [APIRequest.TokenPlace] = [.bearer, .header("x-api-key")]
        #expect(try request(["authorization": "Bearer t"]).token(in: places) == "t")
        #expect(try request(["authorization": "bearer t"]).token(in: places) == "t")
        #expect(try request(["x-api-key": "t"]).token(in: places) == "t")
        #expect(try request(["authorization": "Bearer t", "x-api-key": "t"]).token(in: places) == "t")
        #expect(try request(["authorization": "Bearer t", "x-api-key": "u"]).token(in: places) == nil)
        #expect(try request(["authorization": "Basic t", "x-api-key": "t"]).token(in: places) == nil)
        #expect(try request(["x-api-key": "t"]).token(in: [.bearer]) == nil)
    }

    @Test("the envelopes are as the contract has them")
    func envelopes() {
        func text(_ response: APIResponse) -> String { String(decoding: response.body, as: UTF8.self) }
        #expect(text(.success(200, "x")) == #"{"data":"x"}"#)
        #expect(
            text(.success(200, Page(["a"], nextCursor: "n"))) == #"{"data":["a"],"next_cursor":"n","has_more":true}"#)
        #expect(
            text(.success(200, Page([String](), nextCursor: nil)))
                == #"{"data":[],"next_cursor":null,"has_more":false}"#)
        let failure = APIResponse.failure(
            404, code: "not_found", message: "No.", details: [], headers: [], requestId: "r")
        #expect(text(failure) == #"{"error":{"code":"not_found","message":"No.","request_id":"r"}}"#)
    }

    @Test("problems of inner values carry the whole pointer")
    func pointers() {
        var fields = ObjectReader(Array(#"{"list":[true,"x",1]}"#.utf8))
        let list: [Bool]? = fields.required("list")
        #expect(list == nil)
        #expect(fields.problems.all.map(\.pointer) == ["/list/1", "/list/2"])
    }
}
