import Foundation
import Testing

/// `plugin docs`, as a person runs it.
struct PluginDocsTests {
  private static let plugins = Command.checkout.appending(path: "Plugins").resolvingSymlinksInPath()

  /// A template that comes along may have more columns, for whoever keeps the ledger: the name of a device, which no check reads.
  @Test func theTemplatesOfShippedPluginsHaveTheColumnsOfTheirLedgers() throws {
    let place = try Site.nothing()
    let made = try Command.run(["plugin", "docs", "--output", place.around.path])
    #expect(made.status == 0, "\(made.err)")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.around.path)
    #expect(names.count >= 3)
    for name in names {
      let written = place.around.appending(path: "\(name)/templates")
      let shipped = Self.plugins.appending(path: "\(name)/templates")
      let ledgers = try FileManager.default.contentsOfDirectory(atPath: written.path).filter { $0.hasSuffix(".csv") }
      #expect(try Set(ledgers) == Set(FileManager.default.contentsOfDirectory(atPath: shipped.path)))
      for ledger in ledgers {
        let theirs = try headers(shipped.appending(path: ledger))
        #expect(theirs.count == Set(theirs).count)
        // A column for access points with one radio stands in place of those for several.
        let wanted = try headers(written.appending(path: ledger)).filter { $0 != "BSSID" }
        for header in wanted { #expect(theirs.contains(header), "\(name)/templates/\(ledger) lacks \(header)") }
      }
    }
  }

  /// The headers of a template: UTF-8 with a mark, every cell in quotes, one row that ends with CRLF.
  private func headers(_ file: URL) throws -> [String] {
    let bytes = try Data(contentsOf: file)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(file.path)")
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text.hasPrefix("\"") && text.hasSuffix("\"\r\n") && text.count { $0.isNewline } == 1, "\(file.path)")
    // The mark of a line's end is one Character.
    let row = text.dropLast()
    return row.split(separator: ",").map { String($0.dropFirst().dropLast()) }
  }

  @Test func aTemplateThatIsFilledInIsRead() throws {
    let place = try Site.small()
    #expect(try Command.run(["plugin", "docs", "plugins/small", "--output", "docs"], in: place.folder).status == 0)
    let template = try place.read("docs/small/templates/ledger.csv")
    #expect(template.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(template.suffix(2) == Data("\r\n".utf8))
    try place.write(template + Data("\"one\",\"山田\"\r\n".utf8), to: "data/ledger.csv")
    let swept = try place.sweep("--only", "small", "--language", "en")
    #expect(swept.status == 0, "\(swept.out)")
  }

  @Test(arguments: ["markdown", "html"]) func pagesAreInBothLanguages(format: String) throws {
    let place = try Site.nothing()
    let made = try Command.run(
      ["plugin", "docs", "wireless-lan", "--format", format, "--output", place.around.path])
    #expect(made.status == 0, "\(made.err)")
    let ending = format == "html" ? "html" : "md"
    func page(_ name: String) throws -> String {
      try String(contentsOf: place.around.appending(path: "wireless-lan/\(name).\(ending)"), encoding: .utf8)
    }
    #expect(try page("reference").contains("Traffic is encrypted with WPA2/AES or better"))
    #expect(try page("reference.ja").contains("不適合のときにすること"))
  }

  @Test func onePageGoesToStandardOutput() throws {
    let page = try Command.run(["plugin", "docs", "wireless-lan", "--language", "en"])
    #expect(page.status == 0)
    #expect(page.out.hasPrefix("# Wireless LAN settings\n"))
    #expect(try Command.run(["plugin", "docs", "--format", "html"]).status == 64)
    #expect(try Command.run(["plugin", "docs", "wireless-lan", "--format", "html"]).out.hasPrefix("<!doctype html>"))
  }

  @Test func aBrokenPluginIsToldAndTheOthersAreDescribed() throws {
    let site = try Site.small()
    try site.write("return 1", to: "plugins/broken/plugin.lua")
    let page = try Command.run(
      ["plugin", "docs", "plugins/small", "plugins/broken", "--language", "en"], in: site.folder)
    #expect(page.status == 65)
    #expect(page.out.contains("small/check"))
    #expect(page.err.contains("plugins/broken/plugin.lua"))
  }
}
