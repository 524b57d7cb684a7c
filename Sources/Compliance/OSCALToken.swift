/// The namespace of Tenken's properties in OSCAL, and ids in the form that OSCAL's tokens have.
public enum OSCALNames {
  /// The namespace (`ns`) of properties and parts that are Tenken's own. It names; nothing needs to be found there.
  public static let namespace = "https://tenken.example/ns/oscal"
  /// The property of a catalog's metadata that holds the id of the guideline.
  public static let guidelineProperty = "guideline-id"
}

extension RequirementID {
  /// The id as an OSCAL token, `mhlw-5_6.5.C.12` for `mhlw-5:6.5.C.12`.
  ///
  /// A token must not hold a colon, nor begin with a digit (<https://pages.nist.gov/metaschema/specification/datatypes/#token>).
  /// Neither part of an id has an underscore, so that the way back is as plain.
  public var oscalToken: String { "\(guideline)_\(path)" }

  /// The id that a token of ``oscalToken`` stands for; nil for any other token.
  public init?(oscalToken token: some StringProtocol) {
    guard let bar = token.firstIndex(of: "_"), let guideline = GuidelineID(token[..<bar]) else { return nil }
    self.init(guideline, path: token[token.index(after: bar)...])
  }
}

extension Chapter {
  /// The chapter as an OSCAL token: `mhlw-5__6.5`. The second underscore keeps it apart from requirements.
  ///
  /// In the number ASCII letters, digits, dots and hyphens stand as they are, and any other character as its code point in
  /// hexadecimal between underscores: `_30CD_` for ネ.
  public var oscalToken: String {
    number.unicodeScalars.reduce(into: "\(guideline)__") { token, scalar in
      if isTokenScalar(scalar) {
        token.unicodeScalars.append(scalar)
      } else {
        token += "_\(String(scalar.value, radix: 16, uppercase: true))_"
      }
    }
  }

  /// The guideline and the number that a token of ``oscalToken`` stands for; nil for any other token.
  public static func named(oscalToken token: String) -> (guideline: GuidelineID, number: String)? {
    let fields = token.split(separator: "_", omittingEmptySubsequences: false)
    guard fields.count >= 3, fields[1].isEmpty, let guideline = GuidelineID(fields[0]) else { return nil }
    var number = ""
    // Behind the two underscores, what stands as it is and code points take turns.
    for (index, field) in fields.dropFirst(2).enumerated() {
      if index.isMultiple(of: 2) {
        guard field.unicodeScalars.allSatisfy(isTokenScalar) else { return nil }
        number += field
      } else {
        guard index < fields.count - 3, let scalar = UInt32(field, radix: 16).flatMap(Unicode.Scalar.init) else {
          return nil
        }
        number.unicodeScalars.append(scalar)
      }
    }
    return (guideline, number)
  }
}

private func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", ".", "-": true
  default: false
  }
}
