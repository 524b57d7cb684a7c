import Foundation

/// The JSON of a sweep, as other programs read it.
struct SweepDocument: Decodable {
  struct Sweep: Decodable {
    let id: Int
    let site: String
    let at: String
    let exit: Int32
    let only: [String]
    let scope: String
  }

  struct Check: Decodable {
    struct Problem: Decodable {
      let place: String
      let text: String
    }

    struct Finding: Decodable {
      let subject: String
      let outcome: String
      let message: String
      let place: String?
      let due: String?
    }

    struct Source: Decodable {
      let source: String
      let file: String
      let sha256: String?
      let records: Int
    }

    struct Carried: Decodable {
      let sweep: Int
      let at: String
    }

    let id: String
    let outcome: String
    let standing: String
    let waived: Int
    let waivers: [String]
    let carried: Carried?
    let requirements: [String]
    let counts: [String: Int]
    let problem: Problem?
    let findings: [Finding]
    let sources: [Source]
    let plugin_sha256: String
  }

  struct Standing: Decodable {
    let id: String
    let standing: String
    let outcome: String
    let by: [String]
  }

  /// The last result of a check that a sweep of a part did not run.
  struct Beside: Decodable {
    let id: String
    let standing: String
    let carried: Check.Carried?
  }

  /// Where a class of a chapter stands.
  struct Chapter: Decodable {
    let guideline: String
    let chapter: String?
    let `class`: String?
    let standing: String
    let counts: [String: Int]
  }

  /// Something that ends soon.
  struct Expiry: Decodable {
    let by: String
    let subject: String?
    let until: String
    let days_left: Int
  }

  /// An attestation or a waiver.
  struct Statement: Decodable {
    let id: String
    let state: String
    let until: String
    let place: String
  }

  let schema: String
  let language: String
  let sweep: Sweep
  let checks: [Check]
  let beside: [Beside]
  let requirements: [Standing]
  let chapters: [Chapter]
  let expiring: [Expiry]
  let derived: [Standing]
  let attestations: [Statement]
  let waivers: [Statement]

  init(_ json: Data) throws { self = try JSONDecoder().decode(SweepDocument.self, from: json) }

  subscript(check id: String) -> Check? { checks.first { $0.id == id } }

  /// The outcomes by check.
  var outcomes: [String: String] { Dictionary(uniqueKeysWithValues: checks.map { ($0.id, $0.outcome) }) }

  /// Each check's part of the JSON in bytes, by check, without the time that it took.
  static func checks(in json: Data) throws -> [String: Data] {
    let document = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    var checks: [String: Data] = [:]
    for var check in document?["checks"] as? [[String: Any]] ?? [] {
      check["duration_ms"] = nil
      checks[check["id"] as? String ?? ""] = try JSONSerialization.data(withJSONObject: check, options: .sortedKeys)
    }
    return checks
  }

  /// The JSON without what differs from sweep to sweep: its number, and the times that its passes took.
  static func lasting(_ json: Data) -> String {
    String(decoding: json, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.drop { $0 == " " }
      if words.hasPrefix("\"duration_ms\" : ") { return "duration" }
      // The only id that is a number.
      if words.hasPrefix("\"id\" : "), !words.hasPrefix("\"id\" : \"") { return "id" }
      return String(line)
    }.joined(separator: "\n")
  }
}
