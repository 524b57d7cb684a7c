public import Compliance

/// What a plugin may use up before it is stopped, as the settings have it in the end.
public struct SiteLimits: Hashable, Sendable {
  /// Seconds of processor time of one call of a test.
  public var callSeconds = 2.0
  /// Seconds of processor time of all calls of one check.
  public var checkSeconds = 60.0
  /// Seconds of processor time of everything that a plugin does in a sweep.
  public var pluginSeconds = 600.0
  /// MiB of the Lua state.
  public var memoryMiB = 64
  /// KiB of a plugin's Lua files in all.
  public var sourceKiB = 1024
  /// MiB of the longest string that one call may build, and that a pattern may search.
  public var stringMiB = 8
  /// Findings of a check that are kept.
  public var findings = 10_000
  /// KiB of the message of one finding.
  public var messageKiB = 4
  /// KiB of what a plugin prints that are kept.
  public var logKiB = 64

  /// The limits where nobody has set any.
  public init() {}
}

/// One of the limits. The raw values are the keys of settings.
public enum Limit: String, Hashable, Sendable, CaseIterable {
  /// See ``SiteLimits/callSeconds``.
  case callSeconds = "call_seconds"
  /// See ``SiteLimits/checkSeconds``.
  case checkSeconds = "check_seconds"
  /// See ``SiteLimits/pluginSeconds``.
  case pluginSeconds = "plugin_seconds"
  /// See ``SiteLimits/memoryMiB``.
  case memoryMiB = "memory_mib"
  /// See ``SiteLimits/sourceKiB``.
  case sourceKiB = "source_kib"
  /// See ``SiteLimits/stringMiB``.
  case stringMiB = "string_mib"
  /// See ``SiteLimits/findings``.
  case findings
  /// See ``SiteLimits/messageKiB``.
  case messageKiB = "message_kib"
  /// See ``SiteLimits/logKiB``.
  case logKiB = "log_kib"
}

/// Values of some limits, as a file sets them, with their places.
public struct LimitSettings: Hashable, Sendable {
  /// A value in the unit of its limit. Those that count are whole numbers.
  public struct Value: Hashable, Sendable {
    /// The number.
    public var number: Double
    /// Where it stands.
    public var place: Place

    /// Makes a value.
    public init(_ number: Double, at place: Place) {
      self.number = number
      self.place = place
    }
  }

  /// The values; limits that a file leaves out are not there.
  public var values: [Limit: Value]

  /// Makes settings of limits; without values they change nothing.
  public init(_ values: [Limit: Value] = [:]) { self.values = values }
}

/// What a site sets for one check of a plugin.
public struct CheckLimits: Hashable, Sendable {
  /// The limits, of which only the seconds can be set here.
  public var limits: LimitSettings
  /// Where the check is named.
  public var place: Place

  /// Makes the limits of a check.
  public init(_ limits: LimitSettings, at place: Place) {
    self.limits = limits
    self.place = place
  }
}

/// What the administrator of the machine allows: no setting of a site may exceed it, and defaults above it are lowered to it.
public struct LimitMaximum: Hashable, Sendable {
  /// The most that each limit may be; those that are left out have no maximum but their own range.
  public var limits: LimitSettings

  /// Makes a maximum; without limits everything is allowed.
  public init(_ limits: LimitSettings = LimitSettings()) { self.limits = limits }
}

extension SiteSettings {
  /// What a plugin may use up: the defaults, then what the site sets for every plugin, then for this one, and never more than the maximum.
  public func limits(for plugin: PluginID) -> SiteLimits {
    resolved([limits, plugins[plugin]?.limits])
  }

  /// What a plugin may use up for which the site sets nothing of its own.
  public var usualLimits: SiteLimits { resolved([limits]) }

  /// What a check may use up: as its plugin, with the seconds that the site sets for this check.
  public func limits(for check: CheckID) -> SiteLimits {
    let plugin = plugins[check.plugin]
    return resolved([limits, plugin?.limits, check.name.flatMap { plugin?.checkLimits[$0]?.limits }])
  }

  private func resolved(_ layers: [LimitSettings?]) -> SiteLimits {
    var limits = SiteLimits()
    for (limit, value) in layers.compactMap({ $0?.values }).joined() { limits[limit] = value.number }
    // The settings were held against the maximum when they were read; what is left are defaults.
    for (limit, most) in maximum.limits.values { limits[limit] = min(limits[limit], most.number) }
    return limits
  }
}

extension SiteLimits {
  /// A limit by its name. Counted ones are within 2^53, so that a Double holds them exactly.
  public subscript(limit: Limit) -> Double {
    get {
      switch limit {
      case .callSeconds: callSeconds
      case .checkSeconds: checkSeconds
      case .pluginSeconds: pluginSeconds
      case .memoryMiB: Double(memoryMiB)
      case .sourceKiB: Double(sourceKiB)
      case .stringMiB: Double(stringMiB)
      case .findings: Double(findings)
      case .messageKiB: Double(messageKiB)
      case .logKiB: Double(logKiB)
      }
    }
    set {
      switch limit {
      case .callSeconds: callSeconds = newValue
      case .checkSeconds: checkSeconds = newValue
      case .pluginSeconds: pluginSeconds = newValue
      case .memoryMiB: memoryMiB = Int(newValue)
      case .sourceKiB: sourceKiB = Int(newValue)
      case .stringMiB: stringMiB = Int(newValue)
      case .findings: findings = Int(newValue)
      case .messageKiB: messageKiB = Int(newValue)
      case .logKiB: logKiB = Int(newValue)
      }
    }
  }
}
