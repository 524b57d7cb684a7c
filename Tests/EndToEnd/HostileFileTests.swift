import Foundation
import Testing

/// Whatever lies in `data/`, each file that cannot be read is an error that names it, in bounded time and memory, and the other checks
/// give what they would have given.
struct HostileFileTests {
  /// A hostile file: its name, how it is made at a path, and what the error says.
  private struct Hostile {
    let name: String
    let told: String
    /// Whether its rows below the header are refused, one finding each; otherwise the file as a whole is.
    var isOfRows = false
    let make: @Sendable (URL) throws -> Void
  }

  private static func bytes(_ bytes: [UInt8]) -> @Sendable (URL) throws -> Void { { try Data(bytes).write(to: $0) } }
  private static func text(_ text: String) -> @Sendable (URL) throws -> Void { bytes(Array(text.utf8)) }

  /// A file as a shell command writes it to its standard output.
  private static func shell(_ command: String) -> @Sendable (URL) throws -> Void {
    { url in
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "\(command) > \"$1\"", "sh", url.path]
      try process.run()
      process.waitUntilExit()
    }
  }

  private static let entities =
    "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"xxxxxxxxxx\">"
    + (0..<20).map {
      "<!ENTITY \(Character(Unicode.Scalar(UInt8(98 + $0)))) \"\(String(repeating: "&\(Character(Unicode.Scalar(UInt8(97 + $0))));", count: 10))\">"
    }
    .joined() + "]><r><d name=\"&u;\"/></r>"

  private static let files: [Hostile] = [
    Hostile(
      name: "one-line.csv", told: "KiB", isOfRows: true,
      make: { url in
        try Data("name,person\none,\n".utf8).write(to: url)
        guard truncate(url.path, 64 << 20) == 0 else { throw Site.Fault("no sparse files") }
      }),
    Hostile(
      name: "cut-off.csv.gz", told: "damaged or cut off",
      make: shell("{ echo name,person; seq -f %g, 100000; } | gzip | head -c 1000")),
    Hostile(name: "bomb.csv.gz", told: "out of all proportion", make: shell("head -c 400000000 /dev/zero | gzip")),
    Hostile(
      name: "bomb.xlsx", told: "workbook",
      make: bytes([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 100))),
    Hostile(name: "entities.xml", told: "entit", make: text(entities)),
    Hostile(name: "deep.json", told: "nested deeper", make: text(String(repeating: "[", count: 2_000_000))),
    Hostile(name: "deep.yaml", told: "nesting is too deep", make: text(String(repeating: "[", count: 100_000))),
    Hostile(name: "deep.toml", told: "nested deeper", make: text("a = " + String(repeating: "[", count: 1_000_000))),
    Hostile(name: "nul.csv", told: "control character", isOfRows: true, make: text("name,person\n\0\0,\n")),
    Hostile(
      name: "mixed.csv", told: "Save the whole file in one encoding", isOfRows: true,
      make: bytes(Array("name,person\n南病棟,\n".utf8) + [0x93, 0xEC, 0x95, 0x61, 0x93, 0x8F] + Array(",\n".utf8))),
    Hostile(name: "noise.sqlite", told: "no SQLite database", make: shell("head -c 10000 /dev/urandom")),
    Hostile(
      name: "folder.csv", told: "folder",
      make: { try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: true) }),
    Hostile(
      name: "pipe.csv", told: "regular file", make: { if mkfifo($0.path, 0o600) != 0 { throw Site.Fault("no FIFO") } }),
    Hostile(
      name: "link.csv", told: "Symbolic links",
      make: { try FileManager.default.createSymbolicLink(atPath: $0.path, withDestinationPath: "/etc/passwd") }),
  ]

  @Test func eachHostileFileIsAnErrorThatNamesItAndTheSweepGoesOn() throws {
    let site = try Site.small()
    for (number, file) in Self.files.enumerated() {
      try file.make(site.folder.appending(path: "data/\(file.name)"))
      try site.addPlugin("p\(number)", "return tenken.pass()", file: file.name)
      if file.name.hasSuffix(".sqlite") {
        try site.replace(
          "subject = \"name\",", by: "subject = \"name\", table = \"t\",", in: "plugins/p\(number)/plugin.lua")
      }
    }
    let run = try site.sweep("--format", "json", "--language", "en")
    #expect(!run.wasKilled)
    let result = try SweepDocument(run.output)
    #expect(result[check: "small/check"]?.outcome == "pass")
    for (number, file) in Self.files.enumerated() {
      let check = try #require(result[check: "p\(number)/check"])
      #expect(check.outcome == "error", "\(file.name): \(check.outcome)")
      let told =
        check.findings.filter { $0.outcome == "error" }.map { "\($0.place ?? "") \($0.message)" }
        + [check.problem].compactMap(\.self).map { "\($0.place) \($0.text)" }
      #expect(
        told.contains { $0.hasPrefix("data/\(file.name)") && $0.contains(file.told) }, "\(file.name): \(told)")
      if file.isOfRows { #expect(told.allSatisfy { $0.hasPrefix("data/\(file.name):") }, "\(told)") }
    }
  }

  @Test func aFileWithoutPermissionIsAnError() throws {
    // Nothing is forbidden to root.
    guard geteuid() != 0 else { return }
    let site = try Site.small()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: site.folder.appending(path: "data/ledger.csv").path)
    let check = try #require(try site.result()[check: "small/check"])
    #expect(check.outcome == "error" && check.problem?.place == "data/ledger.csv")
  }
}
