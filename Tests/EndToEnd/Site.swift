import Foundation

/// A site in a temporary folder that goes away with the value.
final class Site: Sendable {
  /// The folder that holds the site's folder and nothing else of it.
  let around: URL
  var folder: URL { around.appending(path: "site") }

  private init() throws {
    around = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "tenken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: around, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: around) }

  /// The sample hospital.
  static func sample() throws -> Site {
    let site = try Site()
    let made = try Command.run(["site", "init", "--sample", site.folder.path])
    guard made.status == 0 else { throw Fault(made.err) }
    return site
  }

  /// A sweep of the untouched sample hospital as JSON, made once for all tests that only look at it.
  static let sampleSweep = Result { try Site.sample().sweep("--format", "json") }

  /// The folder that the sample is copied from.
  static let sampleFolder = Command.checkout.appending(path: "Sources/tenken/SampleHospital")

  /// A folder for a site, with nothing in it.
  static func nothing() throws -> Site { try Site() }

  /// A site with one plugin of one check, `small/check`, which calls `body` with each `row` of a ledger of two rows.
  static func small(_ body: String = "return tenken.pass()") throws -> Site {
    let site = try Site()
    try site.write("name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\n", to: "tenken.yaml")
    try site.write("name,person\none,山田 花子\ntwo,佐藤 次郎\n", to: "data/ledger.csv")
    try site.addPlugin("small", body)
    return site
  }

  /// The line of settings with which the plugins that come along do not run.
  static func deselectingShipped() throws -> String {
    let folder = Command.checkout.appending(path: "Plugins")
    let shipped = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      FileManager.default.fileExists(atPath: folder.appending(path: "\(name)/plugin.lua").path)
    }
    return "deselect: [" + shipped.map { "{id: \($0), reason: x}" }.joined(separator: ", ") + "]\n"
  }

  /// A site with a plugin for each body, `p0/check`, `p1/check` and so on, so that one sweep tries them all.
  static func small(bodies: [String]) throws -> Site {
    let site = try small()
    try site.remove("plugins/small")
    for (number, body) in bodies.enumerated() { try site.addPlugin("p\(number)", body) }
    return site
  }

  struct Fault: Error {
    let text: String
    init(_ text: String) { self.text = text }
  }

  // MARK: - Files

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func read(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

  /// Says when a file was last changed.
  func date(_ path: String, secondsSince1970 seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: folder.appending(path: path).path)
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: path).path) }

  /// Changes a text file of the site.
  func replace(_ old: String, by new: String, in path: String) throws {
    let text = String(decoding: try read(path), as: UTF8.self)
    guard text.contains(old) else { throw Fault("\(path) holds no \(old)") }
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  /// Adds a plugin with one check, `NAME/check`, which calls `body` with each `row` of a ledger.
  /// - Parameters:
  ///   - body: the test's code, on line 14 of the file.
  ///   - preamble: what the file does before, on line 1.
  func addPlugin(_ name: String, _ body: String, preamble: String = "", file: String = "ledger.csv") throws {
    try write(
      """
      \(preamble) local tenken = require "tenken"
      local ledger = tenken.source {
        id = "ledger", title = { ja = "台帳", en = "Ledger" }, file = "\(file)", subject = "name",
        columns = { name = { "string", "研修内容" }, person = { "string?", personal = true } },
      }
      return tenken.plugin {
        id = "\(name)", version = "1", title = { ja = "試し", en = "Trial" },
        checks = {
          check = {
            title = { ja = "よい", en = "Good" }, remedy = { ja = "直す。", en = "Mend it." },
            severity = "high", every = "1 day", requirements = { "mhlw-5:6.5.C.12.3" },
            each = ledger,
            test = function(row, parameters, context)
              \(body)
            end,
          },
        },
      }

      """, to: "plugins/\(name)/plugin.lua")
  }

  // MARK: - Sweeps

  /// The arguments of a sweep of the site as of the day for which the sample is made.
  func sweeping(_ arguments: [String] = []) -> [String] {
    ["sweep", "--site", folder.path, "--at", "2026-11-20T09:00"] + arguments
  }

  /// Sweeps the site.
  func sweep(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Result {
    try Command.run(sweeping(arguments), environment: environment)
  }

  /// Sweeps the site and reads the result.
  func result(_ arguments: String...) throws -> SweepDocument {
    let run = try Command.run(sweeping(["--format", "json"] + arguments))
    guard (0...2).contains(run.status) else { throw Fault("status \(run.status): \(run.err)") }
    return try SweepDocument(run.output)
  }
}
