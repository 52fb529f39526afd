"""Writes a twin of Sources/Generated in which Foundation's Codable does what the generated codecs do.

Everything else stays: routes, access, outcomes, stubs. Only the code that reads and writes JSON is taken out, and the
types conform to Codable instead, with the keys that the wire needs. So the two can be compiled side by side, and the
difference is the codecs' own.
"""

import pathlib
import re

SUPPORT = """\
import Foundation
import Runtime

extension TextScalar {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard Self.rule.problem(with: text) == nil else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "rule"))
        }
        self.init(trusted: text)
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension IntegerScalar {
    public init(from decoder: any Decoder) throws {
        self.init(trusted: try decoder.singleValueContainer().decode(Int.self))
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension Identifier {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = Self(text: text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "id"))
        }
        self = id
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let time = Timestamp(text: text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "time"))
        }
        self = time
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension JSONWritable where Self: Encodable {
    public func write(to json: inout JSONWriter) {
        json.string((try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
}

extension JSONReadable where Self: Decodable {
    public static func read(from json: inout JSONReader, _ problems: inout FieldProblems) -> Self? {
        json.readString().flatMap { try? JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
    }
}

extension Change: Codable where Value: Codable {
    public init(from decoder: any Decoder) throws { self = .set(try Value(from: decoder)) }
    public func encode(to encoder: any Encoder) throws {
        if case .set(let value) = self { try value.encode(to: encoder) }
    }
}
"""

DECODE = """\
        init(_ request: APIRequest) throws(Refusal) {
            do { self = try JSONDecoder().decode(Self.self, from: Data(request.body)) } catch {
                throw Refusal(.invalidRequest)
            }
        }
"""

FIELD = re.compile(r"^ *public let (`?\w+`?): ")


def wire_name(swift):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda found: "_" + found.group(1).lower(), swift.strip("`"))


def block_end(lines, start):
    """The index of the line that closes the block which opens at a line."""
    depth = 0
    for index in range(start, len(lines)):
        depth += lines[index].count("{") - lines[index].count("}")
        if depth == 0:
            return index
    raise SystemExit("a block of the generated code has no end")


def coding_keys(fields, indent):
    keys = ", ".join(
        name if wire_name(name) == name.strip("`") else f'{name} = "{wire_name(name)}"' for name in fields)
    return [f"{indent}    enum CodingKeys: String, CodingKey {{ case {keys} }}\n"] if fields else []


def convert(text):
    """One file with its codecs taken out, and how many types were made Codable."""
    text = re.sub(r": (TextScalar|IntegerScalar|Identifier|SensitiveText) \{", r": \1, Codable {", text)
    text = re.sub(r": String, Enumeration \{", r": String, Enumeration, Codable {", text)
    lines, out, count, index = text.splitlines(keepends=True), [], 0, 0
    while index < len(lines):
        line = lines[index]
        record = re.match(r"^( *)public struct (\w+): (JSONWritable|JSONReadable|ServerEvent|Sendable)(.*)\{$", line)
        is_record = record and (record.group(3) != "Sendable" or record.group(2) == "Input")
        if is_record:
            end = block_end(lines, index)
            body = lines[index + 1:end]
            fields = [found.group(1) for found in map(FIELD.match, body) if found]
            if fields:
                count += 1
                indent = record.group(1)
                out.append(line.replace(" {", ", Codable {", 1) if record.group(3) != "Sendable"
                           else f"{indent}public struct {record.group(2)}: Sendable, Codable {{\n")
                out += coding_keys(fields, indent)
                position = 0
                while position < len(body):
                    inner = body[position]
                    if re.match(r"^ *init\(_ request: APIRequest\)", inner):
                        out.append(DECODE)
                        position = block_end(body, position) + 1
                    elif re.match(r"^ *public (func write\(to json|static func read\(from json)", inner):
                        position = block_end(body, position) + 1
                    else:
                        out.append(inner)
                        position += 1
                out.append(lines[end])
                index = end + 1
                continue
        out.append(line)
        index += 1
    result = "".join(out)
    if count:
        result = result.replace("import Runtime\n", "import Foundation\nimport Runtime\n", 1)
    return result, count


def write(source, target):
    """Writes the twin of a folder of Swift files, and says how many types in it are Codable."""
    count = 0
    for path in sorted(pathlib.Path(source).rglob("*.swift")):
        relative = path.relative_to(source)
        if relative.parts[0] == "Client":
            continue
        text, converted = convert(path.read_text())
        count += converted
        destination = pathlib.Path(target) / relative
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_text(text)
    (pathlib.Path(target) / "CodableSupport.swift").write_text(SUPPORT)
    return count
