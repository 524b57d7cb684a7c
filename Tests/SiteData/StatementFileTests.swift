import Compliance
import Foundation
import Testing

@testable import SiteData

/// `attestations.yaml` and `waivers.yaml` as people write them, well and badly.
struct StatementFileTests {
  private static let attestation = """
    - id: rules-2026
      requirement: mhlw-5:6.3.C.4
      statement: {ja: 規程がある, en: There are rules}
      by: 佐藤 花子
      role: 責任者
      date: 2026-04-01
      until: "2027-03-31"
      evidence:
        - {file: documents/規程.txt, sha256: \(String(repeating: "0a", count: 32))}

    """
  private static let waiver = """
    - id: radiology
      check: wireless-lan/encryption
      subject: AP-RAD-*
      reason: 更新を待つ
      approver: 委員会
      from: 2026-04-01
      until: 2027-03-31
      time_zone: Asia/Tokyo

    """

  private func attestations(_ text: String) throws(Problems) -> [Attestation] {
    try AttestationFile.read(Array(text.utf8), file: "attestations.yaml", zone: .japan)
  }

  private func waivers(_ text: String, maximumDays: Int = 366) throws(Problems) -> [Waiver] {
    try WaiverFile.read(Array(text.utf8), file: "waivers.yaml", maximumDays: maximumDays)
  }

  @Test func anAttestationIsReadWithItsPlace() throws {
    let read = try #require(try attestations("# 注記\n" + Self.attestation).first)
    #expect(read.id.description == "rules-2026" && read.requirement.description == "mhlw-5:6.3.C.4")
    #expect(read.claim == .met && read.statement == LocalizedText(ja: "規程がある", en: "There are rules"))
    #expect(read.date.description == "2026-04-01" && read.until.description == "2027-03-31")
    #expect(read.timeZone == "Asia/Tokyo")
    #expect(read.evidence.map(\.file) == ["documents/規程.txt"])
    #expect(read.place == Place(file: "attestations.yaml", line: 2, column: 7))
  }

  @Test func aWaiverIsReadWithItsScope() throws {
    let read = try #require(try waivers(Self.waiver).first)
    #expect(read.scope.requirement == nil && read.scope.check?.description == "wireless-lan/encryption")
    #expect(read.scope.subject == "AP-RAD-*" && read.approver == "委員会")
  }

  @Test(arguments: ["", "# 注記だけ\n\n", "\u{FEFF}", "[]\n"])
  func aFileWithoutEntriesIsAnEmptyList(text: String) throws {
    #expect(try attestations(text).isEmpty)
    #expect(try waivers(text).isEmpty)
  }

  @Test(arguments: [
    ("  by: 佐藤 花子\n", "", "by"), ("statement:", "statment:", "statement"), ("2027-03-31", "2026-03-31", "until"),
    ("2026-04-01", "2026/04/01", "2026/04/01"), ("rules-2026", "Rules 2026", "rules-2026"),
    ("mhlw-5:6.3.C.4", "6.3 C 4", "mhlw-5:6.3.C.4"), ("documents/", "../", "within the site"),
    ("documents/", "/etc/", "within the site"), ("documents/規程", "documents/*", "within the site"),
    ("0a0a", "XYZW", "SHA-256"), ("  role:", "  claim: maybe\n  role:", "maybe"),
    ("  role:", "  by: 二人目\n  role:", "by"), ("  role:", "  time_zone: Europe/Berlin\n  role:", "time zone"),
  ])
  func whatIsWrongWithAnAttestationIsToldWithItsLine(old: String, new: String, told: String) throws {
    let text = Self.attestation.replacingOccurrences(of: old, with: new)
    let error = try #require(throws: Problems.self) { try attestations(text) }
    let lines = error.all.map { $0.line(in: .en) }
    #expect(lines.contains { $0.contains(told) && $0.hasPrefix("attestations.yaml:") }, "\(lines)")
  }

  @Test(arguments: [
    ("  until: 2027-03-31\n", "", "until"), ("  time_zone: Asia/Tokyo\n", "", "time_zone"),
    ("  check: wireless-lan/encryption\n", "", "Not everything"), ("2027-03-31", "2027-04-02", "367 days"),
    ("2027-03-31", "2026-03-31", "before"), ("AP-RAD-*", "''", "subject"), ("  reason: 更新を待つ\n", "", "reason"),
  ])
  func whatIsWrongWithAWaiverIsToldWithItsLine(old: String, new: String, told: String) throws {
    let text = Self.waiver.replacingOccurrences(of: old, with: new)
    let error = try #require(throws: Problems.self) { try waivers(text) }
    let lines = error.all.map { $0.line(in: .en) }
    #expect(
      lines.contains { $0.contains(told) && $0.hasPrefix("waivers.yaml:") } || told == "subject" && !lines.isEmpty,
      "\(lines)")
  }

  @Test func theLongestTermIsTheSitesOwn() throws {
    #expect(throws: Problems.self) { try waivers(Self.waiver, maximumDays: 364) }
    #expect(try waivers(Self.waiver, maximumDays: 365).count == 1)
  }

  @Test func twoEntriesOfOneNameAreRefused() throws {
    let error = try #require(throws: Problems.self) { try attestations(Self.attestation + Self.attestation) }
    #expect(error.all.count == 1)
    #expect(error.all[0].place.line == 10)
  }

  // MARK: - Appending

  @Test(arguments: [
    "", "# 注記だけ", attestation, "# 前\n" + attestation + "# 後\n",
    attestation.replacingOccurrences(of: "\n", with: "\r\n"),
    attestation.split(separator: "\n").map { "  \($0)\n" }.joined(),
    String(attestation.dropLast()),
  ])
  func whatIsThereStaysLetterByLetter(text: String) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/statements-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/attestations.yaml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let before = try attestations(text)
    let added = Attestation(
      id: try #require(AttestationID("added")), requirement: try #require(RequirementID("mhlw-5:6.3.C.1")),
      statement: LocalizedText(verbatim: "「引用」: \"x\" # y\\ 'z' - a"), by: "- 山田", role: "{院長}",
      date: try #require(CalendarDate(iso: "2026-05-01")), until: try #require(CalendarDate(iso: "2026-06-01")),
      timeZone: "+09:00", evidence: [EvidenceFile(file: "a, b.txt", sha256: String(repeating: "1", count: 64))],
      place: Place(file: ""))
    try AttestationFile.append([added], to: path, file: "attestations.yaml", zone: .japan)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.starts(with: Data(text.utf8)))
    let after = try AttestationFile.read(path: path, file: "attestations.yaml", zone: .japan)
    #expect(after.count == before.count + 1)
    #expect(after.dropLast().elementsEqual(before))
    let last = try #require(after.last)
    #expect(last.statement == added.statement && last.by == added.by && last.role == added.role)
    #expect(last.evidence == added.evidence && last.timeZone == "+09:00")
  }
}
