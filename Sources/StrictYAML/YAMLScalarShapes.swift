public import Compliance
import Wording

extension YAMLShape where Value == String {
  /// Text, with or without quotes, as it stands; never blank.
  public static var string: YAMLShape {
    YAMLShape { node, log in
      guard let text = node.text(expected: Wording.yamlText(), log) else { return nil }
      guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
        log.report(at: node.place, Wording.yamlExpected(Wording.yamlText(), found: .nothing))
        return nil
      }
      return text
    }
  }
}

extension YAMLShape where Value == Bool {
  /// `true` or `false`, without quotes. The `yes` and `on` of YAML 1.1 are not booleans in YAML 1.2, nor here.
  public static var boolean: YAMLShape {
    .plain(Wording.yamlBoolean()) { text in
      switch text {
      case "true": true
      case "false": false
      default: nil
      }
    }
  }
}

extension YAMLShape where Value == Int {
  /// A whole number in decimal digits, without quotes, within a range.
  public static func integer(in range: ClosedRange<Int>) -> YAMLShape {
    .plain(Wording.yamlInteger(from: range.lowerBound, through: range.upperBound)) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension YAMLShape where Value == Double {
  /// A number such as `2` or `0.5`, without quotes, above a bound and up to another.
  public static func number(above lower: Double, through upper: Double) -> YAMLShape {
    .plain(Wording.yamlNumber(above: lower, through: upper)) { text in
      guard text.utf8.allSatisfy({ $0 < UInt8(ascii: ":") }) else { return nil }  // no 0x1p3, inf or nan
      return Double(text).flatMap { $0 > lower && $0 <= upper ? $0 : nil }
    }
  }
}

extension YAMLShape where Value == LocalizedText {
  /// A mapping of `ja` and `en`; neither may be missing.
  public static var localizedText: YAMLShape {
    let both = YAMLShape.mapping { fields in
      let ja = fields.required("ja", as: .string)
      let en = fields.required("en", as: .string)
      guard let ja, let en else { return nil }
      return LocalizedText(ja: ja, en: en)
    }
    return YAMLShape { node, log in
      guard case .scalar = node.content else { return both.read(node, log) }
      log.report(at: node.place, Wording.yamlExpected(Wording.yamlBothLanguages(), found: node.found))
      return nil
    }
  }

  /// A mapping of `ja` and `en`, or a plain text that stands for both: names, and words of the hospital's own.
  public static var localizedTextOrString: YAMLShape {
    YAMLShape { node, log in
      guard case .scalar = node.content else { return localizedText.read(node, log) }
      return YAMLShape<String>.string.read(node, log).map(LocalizedText.init(verbatim:))
    }
  }
}

extension YAMLShape {
  /// Text that is parsed into something: an id, a date, a hash.
  /// - Parameters:
  ///   - expected: what the text must be, with an example, for the person who wrote something else.
  ///   - parse: makes the value; nil if the text is not one.
  public static func parsed(_ expected: LocalizedText, _ parse: @escaping @Sendable (String) -> Value?) -> YAMLShape {
    YAMLShape { node, log in
      guard let text = node.text(expected: expected, log) else { return nil }
      if let value = parse(text) { return value }
      log.report(at: node.place, Wording.yamlExpected(expected, found: node.found))
      return nil
    }
  }

  /// One of the words of an enumeration.
  public static func word(_: Value.Type = Value.self) -> YAMLShape
  where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    let values = Array(Value.allCases)
    let words = values.map(\.rawValue)
    return YAMLShape { node, log in
      guard let text = node.text(expected: Wording.yamlOne(of: words), log) else { return nil }
      if let value = values.first(where: { $0.rawValue == text }) { return value }
      log.report(at: node.place, Wording.yamlUnknownWord(text, meant: nearest(to: text, among: words), known: words))
      return nil
    }
  }

  private static func plain(_ expected: LocalizedText, _ parse: @escaping @Sendable (String) -> Value?) -> YAMLShape {
    YAMLShape { node, log in
      if case .scalar(let text, isPlain: true) = node.content, let value = parse(text) { return value }
      if case .refused = node.content { return nil }
      log.report(at: node.place, Wording.yamlExpected(expected, found: node.found))
      return nil
    }
  }
}

extension YAMLNode {
  /// The text of a scalar; nil for anything else, which is then reported.
  fileprivate func text(expected: LocalizedText, _ log: ProblemLog) -> String? {
    switch content {
    case .scalar(let text, _) where !isAbsent: return text
    case .refused: return nil
    case .scalar, .sequence, .mapping:
      log.report(at: place, Wording.yamlExpected(expected, found: found))
      return nil
    }
  }
}
