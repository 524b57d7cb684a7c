import Compliance
import StrictYAML
import Wording

extension ParameterSetting {
  /// The shape of a parameter's value.
  static func shape(at place: Place) -> YAMLShape<ParameterSetting> {
    YAMLShape { node, log in
      SettingValue.shape.read(node, log).map { ParameterSetting(value: $0, place: place) }
    }
  }
}

extension SettingValue {
  fileprivate static let shape: YAMLShape<SettingValue> = YAMLShape { node, log in
    switch node.content {
    case .scalar where node.isAbsent:
      log.report(at: node.place, Wording.yamlExpected(Wording.parameterValue(), found: .nothing))
      return nil
    case .scalar(let text, isPlain: false):
      return .string(text)
    case .scalar(let text, isPlain: true):
      guard let value = plain(text) else {
        log.report(at: node.place, Wording.numberOutOfRange(text))
        return nil
      }
      return value
    case .sequence(let items):
      return .list(items.compactMap { shape.read($0, log) })
    case .mapping:
      log.report(at: node.place, Wording.yamlExpected(Wording.parameterValue(), found: .mapping))
      return nil
    case .refused:
      return nil
    }
  }

  /// What an unquoted scalar is; nil for a number that cannot be held.
  private static func plain(_ text: String) -> SettingValue? {
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    if text.wholeMatch(of: integer) != nil { return Int64(text).map(SettingValue.integer) }
    guard text.wholeMatch(of: decimal) != nil else { return .string(text) }
    return Double(text).flatMap { $0.isFinite ? .number($0) : nil }
  }

  // A Regex is not Sendable, so each use makes its own. Leading zeros make text of a number: `010` is 8 in YAML 1.1.
  private static var integer: Regex<Substring> { /-?(?:0|[1-9][0-9]*)/ }
  private static var decimal: Regex<(Substring)> { /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/ }
}
