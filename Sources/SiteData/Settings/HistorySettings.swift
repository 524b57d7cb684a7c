public import Compliance
import StrictYAML
import Wording

/// What a site sets for its history.
public struct HistorySettings: Hashable, Sendable {
  /// How long sweeps are kept; without rules, for ever.
  public var keep: Retention
  /// The signing key, where it is not beside the history: an absolute path, and where it is named. Then sweeps must be signed.
  public var key: String?
  /// Where the key is named.
  public var keyPlace: Place?

  /// Makes settings.
  public init(keep: Retention = Retention(), key: String? = nil, keyPlace: Place? = nil) {
    self.keep = keep
    self.key = key
    self.keyPlace = keyPlace
  }

  static let shape: YAMLShape<HistorySettings> = .mapping { fields in
    let keep = fields.optional("keep", as: Retention.shape)
    let key = fields.optional("key", as: .parsed(Wording.absolutePath()) { $0.hasPrefix("/") ? $0 : nil })
    return HistorySettings(keep: keep ?? Retention(), key: key, keyPlace: fields.place(of: "key"))
  }
}

extension Retention {
  fileprivate static let shape: YAMLShape<Retention> = .mapping { fields in
    let span = YAMLShape<CalendarSpan>.parsed(Wording.retentionSpan()) { CalendarSpan($0) }
    return Retention(
      all: fields.optional("all", as: span), daily: fields.optional("daily", as: span),
      monthly: fields.optional("monthly", as: span), yearly: fields.optional("yearly", as: span))
  }
}
