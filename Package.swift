// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One Swift target of the house, with the settings that every one of them shares.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target: a folder of the same name below `Tests/`. The data beside the code is found by `#filePath`.
func tests(_ name: String, _ dependencies: [Target.Dependency], data: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)", exclude: data, swiftSettings: strict)
}

// Lua's errors jump over functions of the bridge, by __longjmp_chk(3) in Debian's library, which ThreadSanitizer does not see: it would take
// them for never left until its stack is full, and end the tests. A state and all that the bridge does with it belong to one thread.
let jumpedOver: [CSetting] =
  Context.environment["TENKEN_SANITIZE"] == "thread"
  ? [.unsafeFlags(["-fno-sanitize=thread"]), .define("TENKEN_UNDER_THREAD_SANITIZER")] : []

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "tenken",
  products: [.executable(name: "tenken", targets: ["tenken"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // The words, and what people read.
    room("Compliance"),
    room("Wording", ["Compliance"]),
    room("Frames", ["Compliance"]),

    // What is read from disk.
    room("Characters"),
    room("StrictYAML", ["Compliance", "Wording", yams]),
    room("CatalogueFiles", ["Compliance", "Wording", "Characters", "Frames", "StrictYAML", crypto]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "CRecords"),
    .target(name: "CSiteData", dependencies: ["CRecords"], linkerSettings: [.linkedLibrary("sqlite3")]),
    room(
      "SiteData",
      [
        "Compliance", "Wording", "Characters", "Frames", "StrictYAML", "CZlib", "CExpat", "CSiteData", "CRecords",
        crypto,
      ]),

    // Processes that can do no harm.
    .target(name: "CConfinement", linkerSettings: [.linkedLibrary("seccomp")]),
    room("Workers", ["CConfinement"]),

    // Lua, from the C library upwards.
    .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
    .target(name: "CLuaBridge", dependencies: ["CLua", "CRecords"], cSettings: jumpedOver),
    room("Lua", ["CLuaBridge", "CRecords"]),

    // A sweep, step by step.
    .target(
      name: "Checks",
      dependencies: ["Compliance", "Wording", "Frames", "Workers", "Lua", "SiteData", "CRecords", crypto],
      resources: [
        .embedInCode("Prelude.lua"), .embedInCode("Catalogue.lua"), .embedInCode("Session/Series.lua"),
        .embedInCode("Session/Session.lua"),
      ], swiftSettings: strict),
    room("Sweeps", ["Compliance", "Wording", "Checks", "SiteData", "History", "Workers"]),
    room("History", ["Compliance", "Wording", grdb, crypto]),
    .target(name: "CXLSXWriter"),
    .target(
      name: "Reports", dependencies: ["Compliance", "Wording", "CXLSXWriter", crypto],
      resources: [.embedInCode("HTML/report.css"), .embedInCode("HTML/report.js")], swiftSettings: strict),

    // What writers of plugins are given.
    room("Authoring", ["Compliance", "Wording", "SiteData", "Checks", "Reports"]),

    // The REPL's line.
    // Linked in as it is: four libraries to load would cost each worker a tenth of its start, and none has a line to edit.
    .target(
      name: "CLineEditor",
      linkerSettings: [":libedit.a", ":libtinfo.a", ":libbsd.a", ":libmd.a"].map { .linkedLibrary($0) }),

    .executableTarget(
      name: "tenken",
      dependencies: [
        "CLineEditor", "Compliance", "Wording", "Frames", "StrictYAML", "CatalogueFiles", "SiteData", "Workers",
        "Checks",
        "Sweeps",
        "History",
        "Reports", "Authoring", arguments,
      ],
      exclude: ["SampleHospital"],
      swiftSettings: strict),

    tests("Compliance", ["Compliance"]),
    tests("Wording", ["Wording", "Compliance"]),
    tests("Frames", ["Frames", "Compliance"]),
    tests("Characters", ["Characters"]),
    tests("StrictYAML", ["StrictYAML", "Compliance", "Wording"]),
    tests(
      "CatalogueFiles", ["CatalogueFiles", "Frames", "StrictYAML", "Compliance", "Wording", crypto], data: ["Fixtures"]),
    tests(
      "SiteData", ["SiteData", "CRecords", "Frames", "CZlib", "Compliance", "Wording", grdb], data: ["Fixtures"]),
    tests("Workers", ["Workers", "WorkerProbe"]),
    // A worker that tries what a worker must not; the tests of Workers start it.
    .executableTarget(
      name: "WorkerProbe", dependencies: ["Workers"], path: "Tests/WorkerProbe", swiftSettings: strict),
    // Hostile scripts, for the tests of Lua and of Checks.
    .target(name: "Attacks", dependencies: ["Lua"], path: "Tests/Attacks", swiftSettings: strict),
    tests("Lua", ["Lua", "CRecords", "Attacks"], data: ["Conformance"]),
    // Runs plugins in workers too, and these are the built command.
    tests("Checks", ["Checks", "Compliance", "Wording", "Lua", "SiteData", "Frames", "Workers", "Attacks", "tenken"]),
    tests("Sweeps", ["Sweeps", "Checks", "Compliance", "Wording", "Lua", "SiteData"]),
    tests("History", ["History", "Compliance", "Wording", grdb, crypto]),
    tests("Reports", ["Reports", "CatalogueFiles", "CZlib", "Compliance", "Wording", crypto], data: ["Golden"]),
    tests("Authoring", ["Authoring", "Checks", "Compliance", "Wording", "Lua", "SiteData"], data: ["Golden"]),
    // Runs the built command, so it needs it built first.
    tests("EndToEnd", ["tenken"], data: ["verify_chain.py"]),
    // Times what a process alone does not show; `make bench` runs it.
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["CatalogueFiles", "Compliance", "CRecords", "History", "Sweeps", "Lua", "LuaBaseline", grdb],
      path: "Tests/Benchmarks",
      exclude: [
        "LuaBaseline", "Peers", "compare.py", "make-inputs", "oscal_import.py", "record_path.py", "run", "schedule.py",
      ],
      swiftSettings: strict),
    .target(name: "LuaBaseline", dependencies: ["CLua"], path: "Tests/Benchmarks/LuaBaseline"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu11
)

// The fuzzers are there only where `make fuzz` asks for them. One file of Tests/Fuzz is one fuzzer; see its README.
if Context.environment["TENKEN_FUZZ"] != nil {
  let fuzzers: [(name: String, dependencies: [Target.Dependency])] = [
    ("PluginLoader", ["Checks", "Compliance", "Lua"]),
    ("LuaValues", ["Lua"]),
    ("SiteData", ["SiteData", "Compliance"]),
    ("Frames", ["Frames", "Checks", "CatalogueFiles", "Compliance", "SiteData", "Lua"]),
  ]
  for fuzzer in fuzzers {
    let name = "Fuzz\(fuzzer.name)"
    package.products.append(.library(name: name, type: .dynamic, targets: [name]))
    package.targets.append(
      .target(
        name: name, dependencies: fuzzer.dependencies, path: "Tests/Fuzz", sources: ["\(fuzzer.name).swift"],
        swiftSettings: strict))
  }
}
