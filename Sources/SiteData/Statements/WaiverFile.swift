public import Compliance
import StrictYAML
import Wording

/// A site's `waivers.yaml`: a list of the deviations that the hospital has accepted.
///
/// ```yaml
/// - id: radiology-2026
///   check: wireless-lan/encryption
///   subject: AP-RAD-*
///   reason: 撮影装置がWPA2に対応していない。2027年1月に更新する。
///   approver: 情報システム委員会
///   from: 2026-04-01
///   until: 2027-01-31
///   time_zone: Asia/Tokyo
/// ```
public enum WaiverFile {
  /// Reads the waivers of a site.
  /// - Parameters:
  ///   - path: where the file is; without one there are no waivers.
  ///   - file: the name that problems show.
  ///   - maximumDays: the most days that a waiver may last.
  /// - Throws: everything that is wrong with the file.
  public static func read(path: String, file: String, maximumDays: Int) throws(Problems) -> [Waiver] {
    try StatementList.read(path: path, file: file, of: shape(maximumDays)) { $0.id.description }
  }

  /// Reads the waivers that a text holds.
  /// - Throws: everything that is wrong with it.
  public static func read(_ bytes: [UInt8], file: String, maximumDays: Int) throws(Problems) -> [Waiver] {
    try StatementList.read(bytes, file: file, of: shape(maximumDays)) { $0.id.description }
  }

  private static func shape(_ maximumDays: Int) -> YAMLShape<Waiver> {
    .mapping { fields in
      let id = fields.required("id", as: .placed(.parsed(Wording.Statements.name) { WaiverID($0) }))
      let requirement = fields.optional(
        "requirement", as: .parsed(Wording.Statements.requirementID) { RequirementID($0) })
      let check = fields.optional("check", as: .parsed(Wording.checkID()) { CheckID($0) })
      let subject = fields.optional("subject", as: .string)
      let reason = fields.required("reason", as: .localizedTextOrString)
      let approver = fields.required("approver", as: .string)
      let days = StatementList.days(&fields, from: "from", through: "until")
      let zone = fields.required("time_zone", as: .timeZone)
      if fields.place(of: "requirement") == nil, fields.place(of: "check") == nil {
        fields.log.report(at: fields.place, Wording.Statements.scopeless)
      }
      if let days, let place = fields.place(of: "until") {
        let length = days.lowerBound.days(until: days.upperBound) + 1
        if length > maximumDays {
          fields.log.report(at: place, Wording.Statements.tooLong(length, most: maximumDays))
          return nil
        }
      }
      guard let id, let reason, let approver, let days, let zone,
        let scope = WaiverScope(requirement: requirement, check: check, subject: subject)
      else { return nil }
      return Waiver(
        id: id.value, scope: scope, reason: reason, approver: approver, from: days.lowerBound, until: days.upperBound,
        timeZone: zone.identifier, place: id.place)
    }
  }

  /// A waiver as an entry of the file.
  static func entry(_ waiver: Waiver) -> YAMLOutline {
    let scope = waiver.scope
    let named = [
      ("requirement", scope.requirement?.description), ("check", scope.check?.description), ("subject", scope.subject),
    ]
    return .mapping(
      [(key: "id", value: .text(waiver.id.description))]
        + named.compactMap { key, text in text.map { (key, .text($0)) } }
        + [
          ("reason", StatementList.outline(waiver.reason)), ("approver", .text(waiver.approver)),
          ("from", .text(waiver.from.description)), ("until", .text(waiver.until.description)),
          ("time_zone", .text(waiver.timeZone)),
        ])
  }
}
