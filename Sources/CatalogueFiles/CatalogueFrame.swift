import Compliance
import Frames

/// A catalogue as bytes: for workers, and for reading it again without reading its files.
///
/// Requirements are named by their position in document order, so that each id is written once.
extension Catalogue: FrameCodable {
  /// Writes everything that the catalogue holds. Whatever names a requirement must name one of the catalogue's: its reader sees to that.
  public func write(to writer: inout FrameWriter) {
    func write(_ id: RequirementID, _ writer: inout FrameWriter) { writer.write(position(of: id) ?? -1) }
    writer.write(list: guidelines) { $0.write($1) }
    writer.write(list: requirements) { writer, requirement in
      writer.write(requirement.id.guideline.description)
      writer.write(requirement.id.path)
    }
    for requirement in requirements {
      writer.write(requirement.citation)
      writer.write(requirement.requirementClass) { $0.write(word: $1) }
      writer.write(word: requirement.status)
      writer.write(requirement.title)
      writer.write(requirement.text) { $0.write($1) }
      writer.write(requirement.parent) { write($1, &$0) }
      writer.write(list: requirement.parts) { write($1, &$0) }
      writer.write(requirement.chapter)
      writer.write(requirement.source) { $0.write($1) }
      writer.write(list: requirement.notes) { $0.write($1) }
    }
    writer.write(list: correspondences) { writer, link in
      write(link.from, &writer)
      writer.write(link.to) { write($1, &$0) }
      writer.write(link.target) { $0.write($1.description) }
      writer.write(word: link.relation)
      writer.write(word: link.status)
      writer.write(link.source) { $0.write($1) }
      writer.write(list: link.candidates) { write($1, &$0) }
      writer.write(link.note) { $0.write($1) }
    }
    writer.write(list: chapters) { writer, chapter in
      writer.write(chapter.guideline.description)
      writer.write(chapter.number)
      writer.write(chapter.title)
    }
    writer.write(list: errata) { writer, erratum in
      write(erratum.requirement, &writer)
      writer.write(erratum.source)
      writer.write(erratum.printed)
      writer.write(erratum.corrected)
      writer.write(erratum.reason)
      writer.write(word: erratum.certainty)
    }
    let kinds = evidence.map { (position(of: $0) ?? -1, $1) }.sorted { $0.0 < $1.0 }
    writer.write(list: kinds) { writer, entry in
      writer.write(entry.0)
      writer.write(word: entry.1)
    }
  }

  /// Reads a catalogue, in which every name names something, no id stands twice, and parts come after what they are parts of: whoever
  /// follows parts or parents comes to an end.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let guidelines = try reader.list { (reader) throws(FrameError) in try reader.value(Guideline.self) }
    let ids = try reader.list { (reader) throws(FrameError) in
      let guideline = try reader.guideline()
      guard let id = RequirementID(guideline, path: try reader.string()) else { throw .malformed }
      return id
    }
    guard Set(ids).count == ids.count else { throw .malformed }
    func id(_ reader: inout FrameReader, in positions: Range<Int>) throws(FrameError) -> RequirementID {
      let position = try reader.int()
      guard positions.contains(position) else { throw .malformed }
      return ids[position]
    }
    func id(_ reader: inout FrameReader) throws(FrameError) -> RequirementID { try id(&reader, in: ids.indices) }
    var requirements: [Requirement] = []
    requirements.reserveCapacity(ids.count)
    for (position, own) in ids.enumerated() {
      requirements.append(
        Requirement(
          id: own, citation: try reader.string(),
          requirementClass: try reader.optional { (reader) throws(FrameError) in try reader.word() },
          status: try reader.word(), title: try reader.value(),
          text: try reader.optional { (reader) throws(FrameError) in try reader.string() },
          parent: try reader.optional { (reader) throws(FrameError) in try id(&reader, in: 0..<position) },
          parts: try reader.list { (reader) throws(FrameError) in try id(&reader, in: position + 1..<ids.count) },
          chapter: try reader.string(),
          source: try reader.optional { (reader) throws(FrameError) in try reader.value() },
          notes: try reader.list { (reader) throws(FrameError) in try reader.value() }))
    }
    let links = try reader.list { (reader) throws(FrameError) in
      let from = try id(&reader)
      let to = try reader.optional(id)
      let target = try reader.optional { (reader) throws(FrameError) in try reader.guideline() }
      return Correspondence(
        from: from, to: to, relation: try reader.word(), status: try reader.word(),
        source: try reader.optional { (reader) throws(FrameError) in try reader.value() },
        candidates: try reader.list(id),
        note: try reader.optional { (reader) throws(FrameError) in try reader.value() }, target: target)
    }
    let chapters = try reader.list { (reader) throws(FrameError) in
      Chapter(guideline: try reader.guideline(), number: try reader.string(), title: try reader.value())
    }
    let errata = try reader.list { (reader) throws(FrameError) in
      Erratum(
        requirement: try id(&reader), source: try reader.value(), printed: try reader.string(),
        corrected: try reader.string(), reason: try reader.value(), certainty: try reader.word())
    }
    var evidence: [RequirementID: EvidenceKind] = [:]
    for _ in 0..<(try reader.count(elementSize: 2)) {
      let key = try id(&reader)
      evidence[key] = try reader.word()
    }
    self.init(
      guidelines: guidelines, requirements: requirements, correspondences: links, chapters: chapters, errata: errata,
      evidence: evidence)
  }
}

extension Guideline: FrameCodable {
  /// Writes the guideline.
  public func write(to writer: inout FrameWriter) {
    writer.write(id.description)
    writer.write(title)
    writer.write(edition)
    writer.write(issuer)
    writer.write(published)
    writer.write(supersededBy) { $0.write($1) }
  }

  /// Reads the guideline.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      id: try reader.guideline(), title: try reader.value(), edition: try reader.value(), issuer: try reader.value(),
      published: try reader.string(),
      supersededBy: try reader.optional { (reader) throws(FrameError) in try reader.value() })
  }
}

extension SourceLine: FrameCodable {
  /// Writes the document and the line.
  public func write(to writer: inout FrameWriter) {
    writer.write(document)
    writer.write(line)
  }

  /// Reads the document and the line.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(document: try reader.string(), line: try reader.int())
  }
}

extension FrameReader {
  fileprivate mutating func guideline() throws(FrameError) -> GuidelineID {
    guard let id = GuidelineID(try string()) else { throw .malformed }
    return id
  }
}
