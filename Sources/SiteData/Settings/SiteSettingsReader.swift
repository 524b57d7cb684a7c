public import Compliance
import StrictYAML
import Wording

extension SiteSettings {
  /// Reads the settings of a site.
  /// - Parameters:
  ///   - file: the name that problems show, such as `tenken.yaml`.
  ///   - bytes: the content of the file.
  ///   - maximum: what the settings may not exceed.
  /// - Throws: everything that is wrong with it.
  public static func read(
    file: String, bytes: [UInt8], maximum: LimitMaximum = LimitMaximum()
  ) throws(Problems) -> SiteSettings {
    try read(YAMLDocument(file: file, bytes: bytes), maximum)
  }

  /// Reads the settings of a site from disk.
  /// - Parameters:
  ///   - path: where the file is.
  ///   - file: the name that problems show, such as `tenken.yaml`.
  ///   - maximum: what the settings may not exceed.
  /// - Throws: everything that is wrong with it, or that it cannot be read.
  public static func read(
    path: String, file: String, maximum: LimitMaximum = LimitMaximum()
  ) throws(Problems) -> SiteSettings {
    try read(YAMLDocument(path: path, file: file), maximum)
  }

  private static func read(_ document: YAMLDocument, _ maximum: LimitMaximum) throws(Problems) -> SiteSettings {
    let log = ProblemLog()
    let settings = document.read(as: shape(within: maximum), log)
    try log.throwIfAny()
    // A shape gives nil only together with a problem, which has been thrown by now.
    guard let settings else { throw Problems([Problem(at: Place(file: document.file), Wording.yamlEmptyFile())]) }
    return settings
  }

  private static func shape(within maximum: LimitMaximum) -> YAMLShape<SiteSettings> {
    .mapping { fields in
      let name = fields.required("name", as: .localizedTextOrString)
      let timeZone = fields.optional("time_zone", as: .timeZone)
      let guidelines = fields.required("guidelines", as: .list(of: .placed(.guideline), mayBeEmpty: false))
      let language = fields.optional("language", as: .word(Language.self))
      let evidence = fields.optional("evidence", as: .evidence)
      let plugins = fields.optional(
        "plugins",
        as: .dictionary(Wording.pluginID(), { PluginID($0) }) { PluginSettings.shape(at: $0, within: maximum) })
      let deselected = fields.optional("deselect", as: .list(of: Deselection.shape)) ?? []
      let grants = fields.optional(
        "grants", as: .dictionary(Wording.pluginID(), { PluginID($0) }, PluginGrant.shape))
      let waiverDays = fields.optional(
        "waivers", as: .mapping { $0.required("maximum_days", as: .integer(in: 1...3660)) })
      let calendar = fields.optional("calendar", as: SiteCalendar.shape)
      let limits = fields.optional("limits", as: LimitSettings.shape(within: maximum))
      let history = fields.optional("history", as: HistorySettings.shape)
      _ = firstPlaces(deselected.map { ($0.id, $0.place) }, fields.log)
      let guidelinePlaces = firstPlaces(guidelines?.map { ($0.value, $0.place) } ?? [], fields.log)
      guard let name, let guidelines else { return nil }
      return SiteSettings(
        name: name, timeZone: timeZone ?? .japan, guidelines: guidelines.map(\.value),
        guidelinePlaces: guidelinePlaces, language: language, showsPersonalEvidence: evidence == .show,
        plugins: plugins ?? [:], deselected: deselected, grants: grants ?? [:],
        maximumWaiverDays: waiverDays ?? usualWaiverDays,
        calendar: calendar ?? SiteCalendar(), limits: limits ?? LimitSettings(),
        history: history ?? HistorySettings(), maximum: maximum)
    }
  }

  /// Where each id is named; a second time is reported.
  private static func firstPlaces<ID: Hashable & CustomStringConvertible>(
    _ named: [(id: ID, place: Place)], _ log: ProblemLog
  ) -> [ID: Place] {
    named.reduce(into: [:]) { places, next in
      if let first = places[next.id] {
        log.report(at: next.place, Wording.duplicateID(next.id.description, first: first))
      } else {
        places[next.id] = next.place
      }
    }
  }
}

private enum PersonalEvidence: String, CaseIterable {
  case redact
  case show
}

extension YAMLShape where Value == PersonalEvidence {
  fileprivate static var evidence: YAMLShape {
    .mapping { fields in fields.required("personal", as: .word()) }
  }
}

extension YAMLShape where Value == SiteTimeZone {
  static var timeZone: YAMLShape {
    .parsed(Wording.timeZone()) { SiteTimeZone(identifier: $0) }
  }
}

extension YAMLShape where Value == GuidelineID {
  fileprivate static var guideline: YAMLShape { .parsed(Wording.guidelineID()) { GuidelineID($0) } }
}

extension PluginSettings {
  fileprivate static func shape(at place: Place, within maximum: LimitMaximum) -> YAMLShape<PluginSettings> {
    .mapping { fields in
      let parameters = fields.optional(
        "parameters", as: .dictionary(Wording.parameterName(), { $0 }, ParameterSetting.shape))
      let sources = fields.optional(
        "sources",
        as: .dictionary(Wording.sourceID(), { isHyphenatedName($0) ? $0 : nil }, SourceOverride.shape))
      let limits = fields.optional("limits", as: limitsShape(within: maximum))
      return PluginSettings(
        place: place, parameters: parameters ?? [:], sources: sources ?? [:],
        limits: limits?.plugin ?? LimitSettings(), checkLimits: limits?.checks ?? [:])
    }
  }

  private static func limitsShape(
    within maximum: LimitMaximum
  ) -> YAMLShape<(plugin: LimitSettings, checks: [String: CheckLimits])> {
    .mapping { fields in
      let plugin = LimitSettings.read(Limit.allCases, &fields, maximum)
      let checks = fields.optional(
        "checks",
        as: .dictionary(Wording.checkName(), { isHyphenatedName($0) ? $0 : nil }) {
          CheckLimits.shape(at: $0, within: maximum)
        })
      return (plugin, checks ?? [:])
    }
  }
}

extension SourceOverride {
  fileprivate static func shape(at place: Place) -> YAMLShape<SourceOverride> {
    .mapping { fields in
      let file = fields.optional(
        "file", as: .parsed(Wording.pathBelowData()) { if case .data? = SourceOrigin(file: $0) { $0 } else { nil } })
      let encoding = fields.optional("encoding", as: .word(TextEncoding.self))
      let maxAgeDays = fields.optional("max_age_days", as: .integer(in: 1...36_500))
      if ["file", "encoding", "max_age_days"].allSatisfy({ fields.place(of: $0) == nil }) {
        fields.log.report(at: place, Wording.emptySourceOverride())
      }
      return SourceOverride(file: file, encoding: encoding, maxAgeDays: maxAgeDays, place: place)
    }
  }
}

extension Deselection {
  fileprivate static let shape: YAMLShape<Deselection> = .mapping { fields in
    let id = fields.required("id", as: .placed(.parsed(Wording.checkID()) { CheckID($0) }))
    let reason = fields.required("reason", as: .localizedTextOrString)
    guard let id, let reason else { return nil }
    return Deselection(id: id.value, reason: reason, place: id.place)
  }
}
