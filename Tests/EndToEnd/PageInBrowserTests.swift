import Foundation
import Testing

/// The page of a sweep in a browser, where there is one: what its script does, and that its policy lets the script run.
struct PageInBrowserTests {
  private static let chromium = URL(filePath: "/usr/bin/chromium")
  private static let isInstalled = FileManager.default.isExecutableFile(atPath: chromium.path)

  private static let page = Result {
    let site = try Site.sample()
    let file = site.around.appending(path: "sweep.html")
    let run = try site.sweep("--language", "en", "--output", file.path)
    guard run.status == 1 else { throw Site.Fault(run.err) }
    return (site, file)
  }

  /// The document as it stands when the page has come to rest.
  private func document(at anchor: String = "") throws -> String {
    let (site, file) = try Self.page.get()
    let profile = site.around.appending(path: "profile-\(UUID().uuidString)")
    let run = try Command.run(
      Self.chromium,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile.path)", "--dump-dom",
        "file://\(file.path)\(anchor)",
      ])
    return run.out
  }

  @Test(.enabled(if: isInstalled)) func theScriptRunsAndCountsWhatIsShown() throws {
    let page = try document()
    let items = page.matches(of: #/<details class="item"/#).count
    #expect(items > 100)
    #expect(page.contains(">\(items) shown</span>"))
    #expect(!page.contains(#/id="tools"[^>]*hidden/#))
  }

  @Test(.enabled(if: isInstalled)) func aLinkOpensWhatItLeadsTo() throws {
    let page = try document(at: "#check-wireless-lan/encryption")
    #expect(page.contains(#/<details[^>]*id="check-wireless-lan\/encryption"[^>]* open/#))
    let part = try document(at: "#requirement-mhlw-5:6.5.C.12.3")
    #expect(part.contains(#/<details[^>]*id="requirement-mhlw-5:6.5.C.12"[^>]* open/#))
  }
}
