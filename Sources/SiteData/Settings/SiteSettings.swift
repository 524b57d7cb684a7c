public import Compliance

/// What a hospital says about itself and its sweeps, in `tenken.yaml`. Whether the plugins, checks, parameters and
/// guidelines that it names exist is for those to judge who know them; the places are kept for that.
public struct SiteSettings: Sendable {
  /// The hospital's name.
  public var name: LocalizedText
  /// The zone in which dates and times without an offset are meant.
  public var timeZone: SiteTimeZone
  /// The guidelines in force, in the order of the file; at least one.
  public var guidelines: [GuidelineID]
  /// Where each guideline is named.
  public var guidelinePlaces: [GuidelineID: Place]
  /// The language that people there read; nil to go by the environment.
  public var language: Language?
  /// Whether findings show values that identify persons; otherwise pseudonyms stand for them.
  public var showsPersonalEvidence: Bool
  /// What the site sets differently from the plugins' own defaults.
  public var plugins: [PluginID: PluginSettings]
  /// The checks that the site does not run, in the order of the file.
  public var deselected: [Deselection]
  /// What plugins may read beyond the site's `data/`.
  public var grants: [PluginID: PluginGrant]
  /// The most days that a waiver may last.
  public var maximumWaiverDays: Int
  /// When scheduled checks may run.
  public var calendar: SiteCalendar
  /// What every plugin may use up, where it differs from the defaults; ``limits(for:)-(PluginID)`` takes everything together.
  public var limits: LimitSettings
  /// How the history is kept.
  public var history: HistorySettings
  /// What nothing in these settings may exceed.
  public var maximum: LimitMaximum

  /// Makes settings; all but the name and the guidelines have the defaults of a file that leaves them out.
  public init(
    name: LocalizedText, timeZone: SiteTimeZone = .japan, guidelines: [GuidelineID],
    guidelinePlaces: [GuidelineID: Place] = [:], language: Language? = nil, showsPersonalEvidence: Bool = false,
    plugins: [PluginID: PluginSettings] = [:], deselected: [Deselection] = [],
    grants: [PluginID: PluginGrant] = [:], maximumWaiverDays: Int = Self.usualWaiverDays,
    calendar: SiteCalendar = SiteCalendar(), limits: LimitSettings = LimitSettings(),
    history: HistorySettings = HistorySettings(), maximum: LimitMaximum = LimitMaximum()
  ) {
    self.name = name
    self.timeZone = timeZone
    self.guidelines = guidelines
    self.guidelinePlaces = guidelinePlaces
    self.language = language
    self.showsPersonalEvidence = showsPersonalEvidence
    self.plugins = plugins
    self.deselected = deselected
    self.grants = grants
    self.maximumWaiverDays = maximumWaiverDays
    self.calendar = calendar
    self.limits = limits
    self.history = history
    self.maximum = maximum
  }

  /// The most days that a waiver may last where the site says nothing: a year, also a leap year.
  public static let usualWaiverDays = 366
}

/// What a site sets for one plugin.
public struct PluginSettings: Hashable, Sendable {
  /// Where the plugin is named.
  public var place: Place
  /// The parameters that differ from the plugin's defaults, by name.
  public var parameters: [String: ParameterSetting]
  /// Where the plugin's sources are to be found, by the id of the source.
  public var sources: [String: SourceOverride]
  /// What the plugin may use up, where it differs from what every plugin may.
  public var limits: LimitSettings
  /// The seconds that single checks may take, by the check's name within the plugin.
  public var checkLimits: [String: CheckLimits]

  /// Makes the settings of a plugin.
  public init(
    place: Place, parameters: [String: ParameterSetting] = [:], sources: [String: SourceOverride] = [:],
    limits: LimitSettings = LimitSettings(), checkLimits: [String: CheckLimits] = [:]
  ) {
    self.place = place
    self.parameters = parameters
    self.sources = sources
    self.limits = limits
    self.checkLimits = checkLimits
  }
}

/// A parameter's value as the site has it; the plugin says which type it must have.
public struct ParameterSetting: Hashable, Sendable {
  /// The value.
  public var value: SettingValue
  /// Where it stands.
  public var place: Place

  /// Makes a setting.
  public init(value: SettingValue, place: Place) {
    self.value = value
    self.place = place
  }
}

/// A value as YAML shows it. Without quotes, decimal numbers are numbers, `true` and `false` are booleans, and
/// everything else is text, also `yes`, `010`, `1_000` and `2026-11-21`; with quotes everything is text.
public enum SettingValue: Hashable, Sendable {
  /// A whole number.
  case integer(Int64)
  /// A number with a point or an exponent.
  case number(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// Text.
  case string(String)
  /// A list.
  case list([SettingValue])
}

/// Where a site keeps what a plugin expects elsewhere.
public struct SourceOverride: Hashable, Sendable {
  /// The file below the site's `data/`, with `/`, `*` and `?` as in a plugin; nil for the plugin's own.
  public var file: String?
  /// The encoding of the file; nil to go by the plugin, or to detect it.
  public var encoding: TextEncoding?
  /// The most days since the file was last changed; nil to go by the plugin.
  public var maxAgeDays: Int?
  /// Where the source is named.
  public var place: Place

  /// Makes an override.
  public init(file: String? = nil, encoding: TextEncoding? = nil, maxAgeDays: Int? = nil, place: Place) {
    self.file = file
    self.encoding = encoding
    self.maxAgeDays = maxAgeDays
    self.place = place
  }
}

/// A check, or a whole plugin, that a site does not run. It stays visible as `notselected`.
public struct Deselection: Hashable, Sendable {
  /// The check; without a name it is the plugin.
  public var id: CheckID
  /// Why it is not run.
  public var reason: LocalizedText
  /// Where the site says so.
  public var place: Place

  /// Makes a deselection.
  public init(id: CheckID, reason: LocalizedText, place: Place) {
    self.id = id
    self.reason = reason
    self.place = place
  }
}
