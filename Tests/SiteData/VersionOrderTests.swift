import Testing

@testable import SiteData

struct VersionOrderTests {
  /// From old to new; versions on one line are the same.
  static let ascending = [
    ["1.0dev"], ["1.0-alpha"], ["1.0alpha2"], ["1.0.beta"], ["1.0rc1", "1.0 RC 1", "v1.0-rc.1"], ["1.0rc2"],
    ["1.0rc10"],
    ["1", "1.0", "v1.0", "Ver.1.0.0", "ｖ１．０", "version 1", "01.00"], ["1.0a"], ["1.0k"], ["1.0p1"], ["1.0.1"],
    ["1.2rc1"], ["1.2"],
    ["1.2.10rc1"], ["1.2.10"], ["2.9"], ["2.10"], ["2.10.99999999999999999999"], ["2.10.100000000000000000000"], ["10"],
  ]

  @Test func versionsAreInOrder() {
    for (i, left) in Self.ascending.enumerated() {
      for (j, right) in Self.ascending.enumerated() {
        for a in left {
          for b in right {
            let order = i < j ? -1 : i > j ? 1 : 0
            #expect(compareVersions(a, b) == order, "\(a) \(b)")
            if let plain = comparePlain(a, b) { #expect(plain == order, "\(a) \(b)") }
          }
        }
      }
    }
  }

  private func comparePlain(_ a: String, _ b: String) -> Int? {
    comparePlainVersions(Array(a.utf8).span, Array(b.utf8).span)
  }

  @Test func versionsOfDigitsAndDotsArePlain() {
    #expect(comparePlain("2.10", "2.9") == 1)
    #expect(comparePlain("01.00", "1") == 0)
    #expect(comparePlain("", "0") == 0)
    #expect(comparePlain("1..2", "1.2.0.1") == -1)
    #expect(comparePlain("v1", "1") == nil)
    #expect(comparePlain("2.99999999999999999999", "2.1") == nil)
  }

  @Test func whatIsNoVersionHasAnOrderToo() {
    #expect(compareVersions("", "") == 0)
    #expect(compareVersions("", "0") == 0)
    #expect(compareVersions("", "不明") == -1)
    #expect(compareVersions("不明", "不明") == 0)
    #expect(compareVersions("vista", "1") == -1)
  }
}
