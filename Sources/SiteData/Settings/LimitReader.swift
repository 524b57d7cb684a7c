public import Compliance
import Glibc
import StrictYAML
import Wording

extension LimitMaximum {
  /// Reads the administrator's maximum; without the file there is none.
  /// - Parameters:
  ///   - path: where the file is.
  ///   - file: the name that problems show.
  /// - Throws: everything that is wrong with it, or that it is there and cannot be read.
  public static func read(path: String, file: String) throws(Problems) -> LimitMaximum {
    var status = stat()
    if lstat(path, &status) != 0, errno == ENOENT || errno == ENOTDIR { return LimitMaximum() }
    return try read(YAMLDocument(path: path, file: file))
  }

  /// Reads the administrator's maximum from the bytes of a file.
  /// - Throws: everything that is wrong with it.
  public static func read(file: String, bytes: [UInt8]) throws(Problems) -> LimitMaximum {
    try read(YAMLDocument(file: file, bytes: bytes))
  }

  private static func read(_ document: YAMLDocument) throws(Problems) -> LimitMaximum {
    let log = ProblemLog()
    let limits = document.read(as: LimitSettings.shape(within: LimitMaximum()), log)
    try log.throwIfAny()
    // A shape gives nil only together with a problem, which has been thrown by now.
    return LimitMaximum(limits ?? LimitSettings())
  }
}

extension LimitSettings {
  /// The shape of `limits:` for every plugin, and of the administrator's file.
  static func shape(within maximum: LimitMaximum) -> YAMLShape<LimitSettings> {
    .mapping { fields in read(Limit.allCases, &fields, maximum) }
  }

  /// Takes limits out of a mapping that may hold more.
  static func read(_ known: [Limit], _ fields: inout YAMLFields, _ maximum: LimitMaximum) -> LimitSettings {
    var settings = LimitSettings()
    for limit in known {
      guard let value = fields.optional(limit.rawValue, as: .placed(limit.shape)) else { continue }
      if let most = maximum.limits.values[limit], value.value > most.number {
        fields.log.report(
          at: value.place, Wording.limitAboveMaximum(limit.rawValue, value.value, most: most.number, at: most.place))
      }
      settings.values[limit] = Value(value.value, at: value.place)
    }
    return settings
  }
}

extension CheckLimits {
  /// The shape of the limits of one check: those that can be told apart by check.
  static func shape(at place: Place, within maximum: LimitMaximum) -> YAMLShape<CheckLimits> {
    .mapping { fields in
      CheckLimits(LimitSettings.read([.callSeconds, .checkSeconds], &fields, maximum), at: place)
    }
  }
}

extension Limit {
  /// What a value may be, whoever sets it.
  fileprivate var shape: YAMLShape<Double> {
    switch self {
    case .callSeconds: .number(above: 0, through: 600)
    case .checkSeconds: .number(above: 0, through: 3600)
    case .pluginSeconds: .number(above: 0, through: 86_400)
    case .memoryMiB: .count(in: 1...1024)
    case .sourceKiB: .count(in: 1...16_384)
    case .stringMiB: .count(in: 1...1024)
    case .findings: .count(in: 1...1_000_000)
    case .messageKiB: .count(in: 1...1024)
    case .logKiB: .count(in: 1...16_384)
    }
  }
}

extension YAMLShape where Value == Double {
  fileprivate static func count(in range: ClosedRange<Int>) -> YAMLShape {
    let integer = YAMLShape<Int>.integer(in: range)
    return YAMLShape { node, log in integer.read(node, log).map(Double.init) }
  }
}
