// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 mode with complete concurrency checking, and no warning survives.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "iris",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "iris-generate", targets: ["Generator"]),
        .executable(name: "iris-server", targets: ["Server"]),
        .executable(name: "iris-conformance", targets: ["Conformance"]),
        .library(name: "IrisClient", targets: ["ClientTransports", "IrisClient"]),
        .executable(name: "iris-mock", targets: ["Mock"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Contract and generator: neither knows of HTTP or a database, so a spec edit builds in seconds.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "Contract", dependencies: ["CLibYAML"], swiftSettings: strict),
        // Both the generator and the mock begin again when the spec changes.
        .target(name: "FolderWatch", swiftSettings: strict),
        .executableTarget(
            name: "Generator",
            dependencies: [
                "Contract", "FolderWatch",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        // What the generator emits, and the little it stands on.
        .target(name: "Runtime", swiftSettings: strict),
        .target(
            name: "Generated", dependencies: ["Runtime"], exclude: ["Client", "Documents"], swiftSettings: strict),
        // The client library: what is the same for every contract, and what is generated for this one.
        .target(name: "ClientRuntime", dependencies: ["Runtime"], swiftSettings: strict),
        .target(
            name: "IrisClient", dependencies: ["ClientRuntime", "Generated", "Runtime"],
            path: "Sources/Generated/Client", exclude: ["JavaScript"], swiftSettings: strict),
        // How the client reaches the network; apart, because it needs SwiftNIO and the client does not.
        .target(
            name: "ClientTransports",
            dependencies: [
                "ClientRuntime",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),

        // The contract without a server: what answers is made of the spec alone.
        .target(name: "Mocking", dependencies: ["Contract"], swiftSettings: strict),

        // The server and its foundations.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .target(
            name: "Postgres",
            dependencies: ["CLibPQ", .product(name: "Logging", package: "swift-log")],
            swiftSettings: strict
        ),
        .target(
            name: "EmbeddedPostgres",
            dependencies: [.product(name: "Logging", package: "swift-log")],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "SMTP", dependencies: ["CCurl"], swiftSettings: strict),
        .target(name: "Cryptography", dependencies: ["COpenSSL"], swiftSettings: strict),
        // One port that speaks HTTP/1.1, HTTP/2, TLS and WebSocket; it knows no operation.
        .target(
            name: "Listening",
            dependencies: [
                "COpenSSL",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "Mock",
            dependencies: [
                "Contract", "FolderWatch", "Listening", "Mocking",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "Server",
            dependencies: [
                "Cryptography", "EmbeddedPostgres", "Generated", "Listening", "Postgres", "Runtime", "SMTP",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Migrations")],
            swiftSettings: strict
        ),

        // The spec as Swift, so that the suite is one file to run.
        .executableTarget(name: "SpecEmbedding", swiftSettings: strict),
        .plugin(name: "EmbedSpec", capability: .buildTool(), dependencies: ["SpecEmbedding"]),
        // The black-box suite: it knows the contract, never what was generated from it.
        .executableTarget(
            name: "Conformance",
            dependencies: [
                "Contract",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Tests/Conformance",
            resources: [.embedInCode("Report/HTML/report.css"), .embedInCode("Report/HTML/report.js")],
            swiftSettings: strict,
            plugins: ["EmbedSpec"]
        ),

        .executableTarget(
            name: "CodecBenchmark",
            dependencies: ["Generated", "IrisClient", "Runtime"],
            path: "Tests/Benchmark/Codecs",
            swiftSettings: strict
        ),
        .target(name: "PythonPeer", path: "Tests/PythonPeer", swiftSettings: strict),
        .testTarget(
            name: "ContractTests", dependencies: ["Contract"], exclude: ["Fixtures"], swiftSettings: strict),
        // The client's modules are here for the compiler, which looks at clients of other contracts.
        .testTarget(
            name: "GeneratorTests", dependencies: ["ClientRuntime", "Contract", "Generator", "PythonPeer", "Runtime"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "FolderWatchTests", dependencies: ["FolderWatch"], swiftSettings: strict),
        .testTarget(name: "RuntimeTests", dependencies: ["Runtime"], swiftSettings: strict),
        .testTarget(
            name: "ClientTests", dependencies: ["ClientRuntime", "Generated", "IrisClient", "Runtime"],
            swiftSettings: strict),
        .testTarget(
            name: "ClientTransportTests",
            dependencies: [
                "ClientRuntime", "ClientTransports",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(name: "GeneratedTests", dependencies: ["Generated", "Runtime"], swiftSettings: strict),
        .testTarget(
            name: "MockingTests",
            dependencies: ["Contract", "Generated", "Generator", "Mocking", "PythonPeer", "Runtime"],
            swiftSettings: strict),
        .testTarget(
            name: "MockTests",
            dependencies: [
                "Mock", "PythonPeer", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: strict),
        .target(
            name: "SMTPPeer", dependencies: ["PythonPeer"], path: "Tests/SMTPPeer", exclude: ["smtp_peer.py"],
            swiftSettings: strict),
        .testTarget(name: "SMTPTests", dependencies: ["SMTP", "SMTPPeer"], swiftSettings: strict),
        .testTarget(name: "EmbeddedPostgresTests", dependencies: ["EmbeddedPostgres"], swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["EmbeddedPostgres", "Postgres"], swiftSettings: strict),
        .testTarget(
            name: "ListeningTests",
            dependencies: [
                "Listening",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "ClientTransports", "EmbeddedPostgres", "Generated", "IrisClient", "Listening", "Postgres", "Runtime",
                "SMTPPeer", "Server",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "Conformance", "Contract", "Listening", "Mocking", "PythonPeer", "SMTP", "SMTPPeer",
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
    ]
)
