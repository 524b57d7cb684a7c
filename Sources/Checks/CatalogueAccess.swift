import Compliance
import Lua

/// The questions that Lua may ask of the catalogue. Searching and mapping are the catalogue's own business, so they come as functions.
public struct CatalogueAccess: Sendable {
  /// The catalogue.
  public let catalogue: Catalogue
  /// Finds a requirement by id or citation; nil if none or several answer.
  public let find: @Sendable (String) -> RequirementID?
  /// Searches for words and gives at most so many requirements, the best first.
  public let search: @Sendable (String, Int) -> [RequirementID]
  /// Follows correspondences from a requirement to a guideline, and says how sure each is.
  public let map: @Sendable (RequirementID, GuidelineID) -> [(RequirementID, CorrespondenceStatus)]

  fileprivate let links: [RequirementID: [Correspondence]]

  /// Puts the questions together.
  public init(
    _ catalogue: Catalogue, find: @escaping @Sendable (String) -> RequirementID?,
    search: @escaping @Sendable (String, Int) -> [RequirementID],
    map: @escaping @Sendable (RequirementID, GuidelineID) -> [(RequirementID, CorrespondenceStatus)]
  ) {
    self.catalogue = catalogue
    self.find = find
    self.search = search
    self.map = map
    var links: [RequirementID: [Correspondence]] = [:]
    for link in catalogue.correspondences {
      links[link.from, default: []].append(link)
      if let to = link.to, to != link.from { links[to, default: []].append(link) }
    }
    self.links = links
  }

  /// A catalogue that can only be asked for ids: enough to load plugins.
  static func byID(_ catalogue: Catalogue) -> CatalogueAccess {
    CatalogueAccess(
      catalogue, find: { RequirementID($0).flatMap { catalogue[$0]?.id } }, search: { _, _ in [] }, map: { _, _ in [] })
  }
}

extension CatalogueSource {
  /// Makes `tenken.catalogue` in a state. Lua knows requirements by their position in document order, from 1.
  func open(in state: LuaState) throws(LuaError) {
    func number(_ id: RequirementID) -> Int64 { self.access.catalogue.position(of: id).map { Int64($0 + 1) } ?? 0 }
    func requirement(_ call: LuaCall) throws(LuaCall.Failure) -> Requirement {
      let position = try call.integer(1)
      let catalogue = self.access.catalogue
      guard 1...Int64(max(1, catalogue.requirements.count)) ~= position, !catalogue.requirements.isEmpty else {
        throw LuaCall.Failure("no such requirement")
      }
      return catalogue.requirements[Int(position) - 1]
    }
    try state.addFunction("catalogue_find") { (call) throws(LuaCall.Failure) in
      self.access.find(try call.words(1)).map { .integer(number($0)) } ?? .nothing
    }
    try state.addFunction("catalogue_field") { (call) throws(LuaCall.Failure) in
      try requirement(call).field(try call.string(2)).map { .string($0) } ?? .nothing
    }
    try state.addFunction("catalogue_parent") { (call) throws(LuaCall.Failure) in
      try requirement(call).parent.map { .integer(number($0)) } ?? .nothing
    }
    try state.addFunction("catalogue_parts") { (call) throws(LuaCall.Failure) in
      .integers(try requirement(call).parts.map(number))
    }
    try state.addFunction("catalogue_links") { (call) throws(LuaCall.Failure) in
      let id = try requirement(call).id
      return .integers(
        (self.access.links[id] ?? []).flatMap { link -> [Int64] in
          let other = link.from == id ? link.to.map(number) ?? 0 : number(link.from)
          return [other, link.from == id ? 0 : 1, position(of: link.relation), position(of: link.status)]
        })
    }
    try state.addFunction("catalogue_first") { (call) throws(LuaCall.Failure) in
      let guideline = try call.string(1)
      return self.access.catalogue.requirements.firstIndex {
        guideline.isEmpty || $0.id.guideline.description == guideline
      }
      .map { .integer(Int64($0 + 1)) } ?? .nothing
    }
    try state.addFunction("catalogue_last") { (call) throws(LuaCall.Failure) in
      let guideline = try call.string(1)
      return self.access.catalogue.requirements.lastIndex {
        guideline.isEmpty || $0.id.guideline.description == guideline
      }
      .map { .integer(Int64($0 + 1)) } ?? .nothing
    }
    try state.addFunction("catalogue_search") { (call) throws(LuaCall.Failure) in
      let limit = try call.integer(2)
      return .integers(self.access.search(try call.words(1), Int(min(max(0, limit), 1000))).map(number))
    }
    try state.addFunction("catalogue_map") { (call) throws(LuaCall.Failure) in
      let id = try requirement(call).id
      let text = try call.string(2)
      guard let guideline = GuidelineID(text), self.access.catalogue.guideline(guideline) != nil else {
        throw LuaCall.Failure("there is no guideline '\(text)'")
      }
      return .integers(self.access.map(id, guideline).flatMap { [number($0), position(of: $1)] })
    }
    try state.addLibrary("catalogue", PackageResources.Catalogue_lua)
  }
}

/// The position of a case among all, from 1: the order of the lists in Catalogue.lua.
private func position<Word: CaseIterable & Equatable>(of word: Word) -> Int64 {
  Int64(Word.allCases.enumerated().first { $0.element == word }.map { $0.offset + 1 } ?? 0)
}

extension Requirement {
  /// A field by the name that Lua gives it; nil if the requirement has none.
  fileprivate func field(_ name: String) -> String? {
    switch name {
    case "id": id.description
    case "guideline": id.guideline.description
    case "citation": citation
    case "class": requirementClass?.rawValue
    case "status": status.rawValue
    case "chapter": chapter
    case "text": text
    case "title.ja": title.ja
    case "title.en": title.en
    default: nil
    }
  }
}

extension LuaCall {
  /// An argument that people could have written to find something, counted from 1: what is longer costs the host more than it finds.
  fileprivate func words(_ index: Int) throws(Failure) -> String {
    guard try withBytes(index, { $0.count }) <= 1000 else {
      throw Failure("argument \(index) is too long: at most 1000 bytes are looked for")
    }
    return try string(index)
  }
}
