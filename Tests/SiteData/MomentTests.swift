import Compliance
import Testing

@testable import SiteData

struct MomentTests {
  @Test func isoIsReadInTheZone() throws {
    for (text, iso) in [
      ("2026-11-21", "2026-11-21T00:00:00+09:00"), ("2026-11-21T09:00", "2026-11-21T09:00:00+09:00"),
      ("2026-11-21T09:00:05", "2026-11-21T09:00:05+09:00"), ("2026-11-21T09:00:00Z", "2026-11-21T18:00:00+09:00"),
      ("2026-11-21T09:00:00.999+09:00", "2026-11-21T09:00:00+09:00"),
      ("2026-11-21T20:00-05:00", "2026-11-22T10:00:00+09:00"),
    ] {
      let moment = try #require(Moment(iso: text, in: .japan), "\(text)")
      #expect(moment.iso == iso)
      #expect(moment.local + "+09:00" == iso)
      #expect(Moment(iso: moment.iso, in: .japan) == moment)
      #expect(Moment(unixSeconds: moment.unixSeconds, in: .japan) == moment)
    }
    for text in [
      "", "2026-11-31", "2026-11-21 09:00", "2026-11-21T24:00", "2026-11-21T9:00", "2026-11-21T09:60",
      "2026-11-21T09:00:60", "2026-11-21T09:00x", "2026-11-21T09:00:00+99:00", "2026-11-21T09:00:00.", "now",
    ] {
      #expect(Moment(iso: text, in: .japan) == nil, "\(text)")
    }
  }

  @Test func secondsCountFrom1970() throws {
    #expect(Moment(unixSeconds: 0, in: .japan).iso == "1970-01-01T09:00:00+09:00")
    #expect(Moment(unixSeconds: -1, in: try #require(SiteTimeZone(identifier: "UTC"))).local == "1969-12-31T23:59:59")
    #expect(Moment(unixSeconds: 1_685_505_600, in: .japan).local == "2023-05-31T13:00:00")
    #expect(Moment(unixSeconds: .max, in: .japan).date.year == 9999)
    #expect(Moment(unixSeconds: .min, in: .japan).date.year == 1)
  }

  @Test func orderIsThatOfTimeAcrossZones() throws {
    let utc = try #require(SiteTimeZone(identifier: "UTC"))
    let (earlier, later) = (
      try #require(Moment(iso: "2026-11-21T09:00", in: .japan)), try #require(Moment(iso: "2026-11-21T01:00", in: utc))
    )
    #expect(earlier < later && !(later < earlier))
  }

  @Test func zonesAreOffsets() throws {
    for (text, seconds, offset) in [
      ("Asia/Tokyo", 32_400, "+09:00"), ("UTC", 0, "+00:00"), ("+09:00", 32_400, "+09:00"),
      ("-0530", -19_800, "-05:30"), ("+14:00", 50_400, "+14:00"),
    ] {
      let zone = try #require(SiteTimeZone(identifier: text))
      #expect(zone.secondsFromGMT == seconds && zone.offset == offset && zone.identifier == text)
    }
    for text in [
      "", "Tokyo", "America/New_York", "+9:00", "+14:01", "09:00", "+0900Z", "+09:0", "+09-00", "+:0900", "+090:0",
    ] {
      #expect(SiteTimeZone(identifier: text) == nil, "\(text)")
    }
  }
}
