import Checks
import Compliance
import Testing

@testable import Sweeps

struct SelectionTests {
  private let catalogue: Catalogue
  private let plugins: [LoadedPlugin]

  init() throws {
    catalogue = try SweepsTests.catalogue(["1", "1.1", "1.2", "10"])
    plugins = [
      .plugin(try plugin("wireless-lan", ["encryption": ["1.1"], "ssid-hidden": ["1.2"]], in: catalogue)),
      .plugin(try plugin("inventory", ["complete": ["10"], "supported": ["1"]], in: catalogue)),
      .broken(try brokenPlugin("shattered")),
    ]
  }

  private func selected(_ ids: [String]) throws -> [String] {
    let selection = try Selection(ids, plugins: plugins, catalogue: catalogue)
    return plugins.flatMap(\.checks).map(\.check).filter { selection.includes($0, in: catalogue) }.map(\.id.description)
      .sorted()
  }

  private func complaints(_ ids: [String]) throws -> [String] {
    try #require(throws: Selection.UnknownIDs.self) { try Selection(ids, plugins: plugins, catalogue: catalogue) }.texts
      .map(\.en)
  }

  @Test func withoutIDsEverythingIsMeant() throws {
    #expect(try selected([]).count == 4)
    #expect(try Selection([], plugins: plugins, catalogue: catalogue).isAll)
    #expect(Selection.all.ids == [])
  }

  @Test(arguments: [
    (["wireless-lan"], ["wireless-lan/encryption", "wireless-lan/ssid-hidden"]),
    (["wireless-lan/encryption"], ["wireless-lan/encryption"]),
    (["mhlw-5:1.1"], ["wireless-lan/encryption"]),
    (["mhlw-5:1"], ["inventory/supported", "wireless-lan/encryption", "wireless-lan/ssid-hidden"]),
    (["mhlw-5:10"], ["inventory/complete"]),
    (["mhlw-5:10", "wireless-lan/ssid-hidden"], ["inventory/complete", "wireless-lan/ssid-hidden"]),
    (["inventory", "inventory/complete"], ["inventory/complete", "inventory/supported"]),
    (["shattered"], []),
  ])
  func anIDMeansTheChecksThatItNames(ids: [String], checks: [String]) throws {
    #expect(try selected(ids) == checks)
    #expect(try Selection(ids, plugins: plugins, catalogue: catalogue).ids == ids)
  }

  @Test(arguments: [
    ("wireless-lam", "wireless-lan"), ("wireless-lan/encrpytion", "wireless-lan/encryption"),
    ("mhlw-5:1.11", "mhlw-5:1.1"),
    ("mhlw-5:1,1", "mhlw-5:1.1"), ("firewalls", nil), ("firewalls/open", nil), ("mic-1:3.2.8", nil), ("", nil),
    ("無線LAN", nil),
  ])
  func anIDThatNamesNothingIsToldWithWhatWasMeant(id: String, meant: String?) throws {
    let complaints = try complaints([id])
    #expect(complaints.count == 1)
    #expect(complaints[0].contains("'\(id)'"))
    #expect(complaints[0].contains("Did you mean") == (meant != nil), "\(complaints)")
    if let meant { #expect(complaints[0].contains("Did you mean '\(meant)'"), "\(complaints)") }
  }

  @Test func allUnknownIDsAreToldAtOnce() throws {
    #expect(try complaints(["nowhere", "wireless-lan", "mhlw-6:1", "a/b"]).count == 3)
  }

  @Test func aBrokenPluginIsMeantByItsOwnIDAndByEveryRequirement() throws {
    let shattered = try #require(PluginID("shattered"))
    func isMeant(_ ids: [String]) throws -> Bool {
      try Selection(ids, plugins: plugins, catalogue: catalogue).includes(broken: shattered)
    }
    #expect(try isMeant([]))
    #expect(try isMeant(["shattered"]))
    #expect(try isMeant(["mhlw-5:10"]))
    #expect(try !isMeant(["wireless-lan"]))
  }
}
