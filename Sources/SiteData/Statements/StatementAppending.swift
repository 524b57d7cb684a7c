public import Compliance
import Glibc
import StrictYAML
import Wording

extension AttestationFile {
  /// Appends attestations. What people wrote in the file stays as it is, letter by letter; readers see the old file or the new one.
  /// - Throws: ``Problems`` if the file is not in order, or if an entry cannot be appended to it as it is laid out.
  public static func append(
    _ attestations: [Attestation], to path: String, file: String, zone: SiteTimeZone
  ) throws(Problems) {
    let appending = StatementAppending(path: path, file: file, entries: attestations.map(entry))
    try appending.run { (bytes) throws(Problems) in
      try read(bytes, file: file, zone: zone).map(withoutPlace)
    } expected: {
      attestations.map(withoutPlace)
    }
  }

  private static func withoutPlace(_ attestation: Attestation) -> Attestation {
    Attestation(
      id: attestation.id, requirement: attestation.requirement, claim: attestation.claim,
      statement: attestation.statement, by: attestation.by, role: attestation.role, date: attestation.date,
      until: attestation.until, timeZone: attestation.timeZone, evidence: attestation.evidence, place: Place(file: ""))
  }
}

extension WaiverFile {
  /// Appends a waiver. What people wrote in the file stays as it is, letter by letter; readers see the old file or the new one.
  /// - Throws: ``Problems`` if the file is not in order, or if an entry cannot be appended to it as it is laid out.
  public static func append(
    _ waiver: Waiver, to path: String, file: String, maximumDays: Int
  ) throws(Problems) {
    let appending = StatementAppending(path: path, file: file, entries: [entry(waiver)])
    try appending.run { (bytes) throws(Problems) in
      try read(bytes, file: file, maximumDays: maximumDays).map(withoutPlace)
    } expected: {
      [withoutPlace(waiver)]
    }
  }

  private static func withoutPlace(_ waiver: Waiver) -> Waiver {
    Waiver(
      id: waiver.id, scope: waiver.scope, reason: waiver.reason, approver: waiver.approver, from: waiver.from,
      until: waiver.until, timeZone: waiver.timeZone, place: Place(file: ""))
  }
}

/// Appends entries to the text of a list, under a lock, and proves by reading the result that nothing else has changed.
private struct StatementAppending {
  let path: String
  let file: String
  let entries: [YAMLOutline]

  func run<Entry: Equatable>(
    reading read: ([UInt8]) throws(Problems) -> [Entry], expected: () -> [Entry]
  ) throws(Problems) {
    // The folder is locked, not the file, which is replaced: whoever waited for the old one would write over the new one.
    let folder = open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failed(errno) }
    defer { close(folder) }
    while flock(folder, LOCK_EX) != 0 { guard errno == EINTR else { throw failed(errno) } }
    let old = try present()
    let before = try read(old)
    let new = old + addition(to: old)
    // A list in brackets, or entries at another depth, cannot be continued by adding lines.
    guard let after = try? read(new), after == before + expected() else {
      throw Problems([Problem(at: Place(file: file), Wording.Statements.cannotAppend(text()))])
    }
    try replace(by: new)
  }

  private var folderPath: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func present() throws(Problems) -> [UInt8] {
    if access(path, F_OK) != 0, errno == ENOENT { return [] }
    do {
      return try RegularFile.bytes(path: path, file: file, atMost: YAMLDocument.largestSize + 1)
    } catch {
      throw Problems([error])
    }
  }

  private func text() -> String {
    // Yams refuses only what cannot be written as YAML; texts, lists and mappings can.
    (try? YAMLOutline.list(entries).yaml()) ?? ""
  }

  /// The entries as lines at the depth and with the line ends of those that are there.
  private func addition(to old: [UInt8]) -> [UInt8] {
    let lines = old.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let first = lines.first { $0.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "-") } ?? []
    let indent = first.prefix { $0 == UInt8(ascii: " ") }
    let end = old.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    var added: [UInt8] = old.isEmpty || old.last == UInt8(ascii: "\n") ? [] : Array(end.utf8)
    for line in text().split(separator: "\n") { added += indent + Array(line.utf8) + Array(end.utf8) }
    return added
  }

  private func replace(by bytes: [UInt8]) throws(Problems) {
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    do throws(SystemError) { try FileTree.replace(path, with: bytes, mode: mode) } catch { throw failed(error.number) }
  }

  private func failed(_ code: Int32) -> Problems {
    Problems([Problem(at: Place(file: file), Wording.Statements.cannotWrite(SystemError(number: code).description))])
  }
}
