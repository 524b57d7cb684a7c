import Testing

@testable import SiteData

struct InternetNetworkTests {
  @Test(arguments: [
    ("192.0.2.0/24", "192.0.2.0/24"), ("192.0.2.77/24", "192.0.2.0/24"), ("192.0.2.77", "192.0.2.77/32"),
    ("10.1.2.3/255.255.0.0", "10.1.0.0/16"), ("0.0.0.0/0", "0.0.0.0/0"), ("10.0.0.1/0.0.0.0", "0.0.0.0/0"),
    ("192.0.2.129/25", "192.0.2.128/25"), ("2001:DB8:0:0::1/32", "2001:db8::/32"), ("::1", "::1/128"),
    ("2001:db8::ffff/127", "2001:db8::fffe/127"),
  ])
  func networksAreReadInTheirUsualForm(written: String, expected: String) throws {
    #expect(try #require(InternetNetwork(written)).description == expected)
  }

  @Test(arguments: [
    "", "/", "192.0.2.0/", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2/24", "192.0.2.0/24/8", "::/129", "host/8",
    "10.0.0.0/255.0.255.0", "::/255.0.0.0", "192.0.2.0/1e1",
  ])
  func whatIsNoNetworkIsNone(written: String) { #expect(InternetNetwork(written) == nil) }

  @Test(arguments: [
    ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false),
    ("192.0.2.128/25", "192.0.2.127", false),
    ("0.0.0.0/0", "203.0.113.9", true), ("192.0.2.0/24", "192.0.2.0/25", true), ("192.0.2.0/25", "192.0.2.0/24", false),
    ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false), ("0.0.0.0/0", "::1", false),
  ])
  func aNetworkContainsWhatBeginsWithItsBits(network: String, other: String, expected: Bool) throws {
    #expect(try #require(InternetNetwork(network)).contains(try #require(InternetNetwork(other))) == expected)
  }
}
