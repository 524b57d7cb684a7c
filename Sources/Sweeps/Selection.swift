import Checks
import Compliance
import Wording

/// Which checks a sweep is asked to run: all, or those that some ids name.
public struct Selection: Sendable, Hashable {
  /// One id that was given: a plugin, a check or a requirement.
  enum Term: Sendable, Hashable {
    case check(CheckID)
    case requirement(RequirementID)
  }

  let terms: [Term]

  /// Everything.
  public static let all = Selection(terms: [])

  /// Whether every check is meant.
  public var isAll: Bool { terms.isEmpty }

  /// The ids as they are written.
  public var ids: [String] {
    terms.map { term in
      switch term {
      case .check(let id): id.description
      case .requirement(let id): id.description
      }
    }
  }

  private init(terms: [Term]) { self.terms = terms }

  /// Parses ids and checks that each names something.
  /// - Throws: one text for every id that names nothing, with a did-you-mean.
  public init(_ ids: [String], plugins: [LoadedPlugin], catalogue: Catalogue) throws(UnknownIDs) {
    let checks = plugins.flatMap { plugin in [CheckID(whole: plugin.id)] + plugin.checks.map(\.check.id) }
    var terms: [Term] = []
    var unknown: [LocalizedText] = []
    for text in ids {
      if let id = RequirementID(text), catalogue[id] != nil {
        terms.append(.requirement(id))
      } else if text.contains(":") {
        unknown.append(
          Wording.unknownRequirement(text, nearest(to: text, among: catalogue.requirements.lazy.map(\.id.description))))
      } else if let id = CheckID(text), checks.contains(id) {
        terms.append(.check(id))
      } else {
        let near = nearest(to: text, among: checks.map(\.description))
        unknown.append(text.contains("/") ? Wording.unknownCheck(text, near) : Wording.unknownPlugin(text, near))
      }
    }
    if !unknown.isEmpty { throw UnknownIDs(texts: unknown) }
    self.terms = terms
  }

  /// Ids that name nothing.
  public struct UnknownIDs: Error, Sendable {
    /// One text an id.
    public let texts: [LocalizedText]
  }

  /// Whether a check is meant. A requirement means the checks that give evidence for it or for one of its parts.
  func includes(_ check: Check, in catalogue: Catalogue) -> Bool {
    isAll
      || terms.contains { term in
        switch term {
        case .check(let id): id == check.id || id == CheckID(whole: check.id.plugin)
        case .requirement(let id): check.requirements.contains { catalogue.isWithin($0, id) }
        }
      }
  }

  /// Whether a requirement was asked for, or what it is a part of.
  func includes(_ requirement: RequirementID, in catalogue: Catalogue) -> Bool {
    terms.contains { term in
      if case .requirement(let id) = term { catalogue.isWithin(requirement, id) } else { false }
    }
  }

  /// Whether a plugin that could not be loaded is meant. What it would have checked is not known, so a requirement means it too.
  func includes(broken plugin: PluginID) -> Bool {
    isAll
      || terms.contains { term in
        switch term {
        case .check(let id): id.plugin == plugin
        case .requirement: true
        }
      }
  }
}
