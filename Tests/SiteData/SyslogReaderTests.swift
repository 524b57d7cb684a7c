import Compliance
import Testing

@testable import SiteData

struct SyslogReaderTests {
  private let log = source(
    [
      Column(name: "severity", type: .keyword, isOptional: true), Column(name: "time", type: .datetime),
      Column(name: "host", type: .string), Column(name: "app", type: .string, isOptional: true),
      Column(name: "pid", type: .integer, isOptional: true), Column(name: "message", type: .string, isOptional: true),
    ], format: .syslog)

  private func entries(_ bytes: [UInt8], _ declaration: SourceDeclaration, today: String? = "2026-11-21") throws
    -> [Seen]
  {
    let day = today.flatMap { CalendarDate(iso: $0) }
    return steps(
      RecordReader(declaration, files: [try file(bytes)], timeZone: .japan, pseudonyms: nil, today: day))
  }

  @Test func theLogOfDebian() throws {
    let seen = try entries(try fixture("auth.log"), log)
    #expect(
      seen == [
        .record(
          line: 1,
          [
            .null, "2026-11-20T23:59:58", "karte01", "sshd", .integer(2210),
            "Failed password for invalid user admin from 203.0.113.9 port 51122 ssh2",
          ]),
        .record(
          line: 2,
          [
            .null, "2026-11-21T00:00:03", "karte01", "sshd", .integer(2212),
            "Accepted publickey for tanaka from 192.0.2.31 port 50110 ssh2: ED25519 SHA256:abc",
          ]),
        .record(
          line: 3,
          [.null, "2026-11-21T00:01:00", "karte01", "CRON", .integer(2230), "(root) CMD (/usr/local/bin/backup)"]),
        .record(
          line: 4,
          [
            .null, "2026-11-21T09:00:01", "karte01", "sudo", .null,
            "tanaka : TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/bin/ls",
          ]),
        // A day that has not come this year was last year.
        .record(
          line: 5,
          [.null, "2025-12-31T10:00:00", "karte01", "kernel", .null, "[    0.000000] Linux version 6.1.0"]),
      ])
  }

  @Test func theEntriesOfRFC5424AndItsForerunner() throws {
    let structured = source(
      [
        Column(name: "facility", type: .keyword), Column(name: "severity", type: .keyword),
        Column(name: "time", type: .datetime), Column(name: "app", type: .string, isOptional: true),
        Column(name: "msgid", type: .string, isOptional: true),
        Column(name: "mac", type: .mac, isOptional: true, headers: ["data.sta@32473.mac"]),
        Column(name: "note", type: .string, isOptional: true, headers: ["data.sta@32473.note"]),
        Column(name: "message", type: .string),
      ], format: .syslog)
    #expect(
      try entries(try fixture("syslog-5424.log"), structured) == [
        .record(
          line: 1, ["auth", "crit", "2026-11-21T07:14:15", "su", "ID47", .null, .null, "'su root' failed"]),
        .record(
          line: 2,
          [
            "local4", "notice", "2026-11-21T09:00:00", "hostapd", "STA", "00:1a:2b:3c:4d:5e", #"a "b] c"#, "associated",
          ]),
        .record(line: 3, ["user", "notice", "2026-11-01T22:14:15", "lpd", .null, .null, .null, "paper out"]),
        .record(
          line: 4, ["kern", "emerg", "2026-11-21T08:00:00", .null, .null, .null, .null, "%ASA-4-106023: Deny tcp"]),
      ])
  }

  @Test func theYearIsCountedBackFromTheDayOfTheSweep() throws {
    func time(_ text: String, _ today: String?) throws -> Value? {
      guard case .record(_, let values) = try entries(Array("\(text) 10:00:00 h a: b".utf8), log, today: today).first
      else {
        return nil
      }
      return values[1]
    }
    #expect(try time("Nov 22", "2026-11-21") == "2026-11-22T10:00:00")
    #expect(try time("Nov 23", "2026-11-21") == "2025-11-23T10:00:00")
    #expect(try time("Jan  1", "2026-12-31") == "2027-01-01T10:00:00")
    #expect(try time("Feb 29", "2026-11-21") == "2024-02-29T10:00:00")
    #expect(try time("Feb 30", "2026-11-21") == nil)
    #expect(try time("Nov 20", nil) == nil)
  }

  @Test func whatIsNoEntryIsRefusedWithoutItsText() throws {
    for line in [
      "secret", "<999>Nov 21 10:00:00 h a: secret", "<34>1 secret", "<34>1 - - - - - [x",
      "<34>1 - - - - - [x y=\"secret\" ",
      "<34>1 - - - - - [x y=\"secret\\", "Nov 21 secret h a: b", "2026-11-21 h a: b", "<34",
    ] {
      let seen = try entries(Array((line + "\n").utf8), log)
      #expect(seen.map(\.isRefused) == [true] && seen[0].problem?.contains("secret") == false, "\(line)")
    }
  }

  @Test func damagedLogsNeverCrash() throws {
    let bytes = try fixture("syslog-5424.log")
    var generator = Generator(seed: 31)
    for _ in 0..<200 {
      var damaged = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
      if !damaged.isEmpty {
        damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
      _ = try entries(damaged, log)
    }
  }
}
