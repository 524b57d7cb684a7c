import Compliance
import FoundationEssentials
import Glibc
import StrictYAML
import Wording

/// The `catalogue` folder of a site, as far as guidelines are added to it.
struct SiteCatalogueFolder {
  let path: String

  /// Refuses an id that something has already, or that would not be read as a guideline.
  func checkIsFree(_ id: GuidelineID, _ existing: Catalogue) throws(ImportFailure) {
    if existing.guideline(id) != nil { throw .refused(Wording.guidelineExists("\(id)")) }
    let reserved = [localGuideline, CatalogueFolder.correspondencesFolder]
    if reserved.contains("\(id)") || id.description.hasSuffix(".yaml") || id.description.hasSuffix(".yml") {
      throw .refused(Wording.guidelineIDReserved("\(id)"))
    }
    if FileManager.default.fileExists(atPath: "\(path)/\(id)") {
      throw .refused(Wording.guidelineFolderExists("\(path)/\(id)"))
    }
  }

  /// Writes a guideline's folder and its entry of `guidelines.yaml`: both, or neither.
  /// - Parameter origin: where its text is from, for the first line of each file.
  func add(_ draft: GuidelineDraft, origin: String, _ existing: Catalogue) throws(ImportFailure) {
    let comment =
      "# "
      + String(String.UnicodeScalarView(origin.unicodeScalars.filter { $0.properties.generalCategory != .control }))
      + "\n"
    let guidelines: String
    var chapters: [(name: String, text: String)] = []
    do {
      guidelines = try guidelinesFile(with: draft)
      for chapter in draft.chapters {
        // The reader would refuse such a file below; it is not worth the memory to write it first.
        if chapter.requirements.reduce(0, { $0 + $1.leastSize }) > YAMLDocument.largestSize {
          let place = Place(file: "catalogue/\(draft.guideline.id)/\(chapter.file).yaml")
          throw Problems([Problem(at: place, Wording.yamlTooLarge(mebibytes: YAMLDocument.largestSize >> 20))])
        }
        chapters.append(("\(chapter.file).yaml", comment + (try draft.outline(of: chapter).yaml())))
      }
      try check(guidelines, chapters, draft.guideline.id, existing)
    } catch let problems as Problems {
      throw .problems(problems)
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
    do {
      try write(guidelines, chapters, draft.guideline.id)
    } catch {
      throw .unwritable(path: path, reason: reason(of: error))
    }
  }

  /// Reads what is about to be written as the reader would.
  private func check(
    _ guidelines: String, _ chapters: [(name: String, text: String)], _ id: GuidelineID, _ existing: Catalogue
  ) throws(Problems) {
    let log = ProblemLog()
    var contents = CatalogueContents()
    contents.guidelines =
      (read(guidelines, CatalogueFolder.guidelinesFile, as: Guideline.file, log) ?? [])
      .filter { existing.guideline($0.value.id) == nil }
    contents.chapters = chapters.compactMap { read($0.text, "\(id)/\($0.name)", as: ChapterFile.shape, log) }
    if log.problems.isEmpty { _ = CatalogueAssembly(of: contents, extending: existing, log) }
    try log.throwIfAny()
  }

  private func read<Value>(_ text: String, _ name: String, as shape: YAMLShape<Value>, _ log: ProblemLog) -> Value? {
    YAMLDocument(file: "catalogue/\(name)", bytes: Array(text.utf8)).read(as: shape, log)
  }

  /// The folder appears whole under its name; if the list of guidelines cannot be replaced, it disappears again.
  private func write(_ guidelines: String, _ chapters: [(name: String, text: String)], _ id: GuidelineID) throws {
    let files = FileManager.default
    let (staging, folder) = ("\(path)/.\(id).new", "\(path)/\(id)")
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    // Left over from an import that was cut off; its name is ours alone.
    if files.fileExists(atPath: staging) { try files.removeItem(atPath: staging) }
    try files.createDirectory(atPath: staging, withIntermediateDirectories: false)
    do {
      for chapter in chapters { try makeFile("\(staging)/\(chapter.name)", chapter.text) }
      try files.moveItem(atPath: staging, toPath: folder)
    } catch {
      try? files.removeItem(atPath: staging)
      throw error
    }
    do {
      try Data(guidelines.utf8).write(to: URL(filePath: "\(path)/\(CatalogueFolder.guidelinesFile)"), options: .atomic)
    } catch {
      try? files.removeItem(atPath: folder)
      throw error
    }
  }

  /// Writes a new file. Foundation would wait for the disk after each of them, which takes ten times as long as all the rest.
  private func makeFile(_ path: String, _ text: String) throws {
    guard let file = fopen(path, "wbx") else { throw FileError(code: errno) }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    let code = errno
    guard fclose(file) == 0, isWritten else { throw FileError(code: isWritten ? errno : code) }
  }

  /// The site's `guidelines.yaml` with one entry more. What stands there stays as it is, comments and all.
  private func guidelinesFile(with draft: GuidelineDraft) throws -> String {
    let file = "\(path)/\(CatalogueFolder.guidelinesFile)"
    guard FileManager.default.fileExists(atPath: file) else {
      return "guidelines:\n" + entry(try draft.outline.yaml(), indent: 2)
    }
    let bytes = Array(try Data(contentsOf: URL(filePath: file)))
    let before = try guidelines(in: bytes)
    var text = String(decoding: bytes, as: UTF8.self)
    // The list goes on below its last item, whose hyphen stands at the start of its line. Where it does not, what comes out
    // is not what was meant, and is refused below.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let last = before.last?.place.line.map { lines[$0 - 1] } ?? ""
    if text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    text += entry(try draft.outline.yaml(), indent: last.prefix { $0 == " " }.count)
    let after = try? guidelines(in: Array(text.utf8))
    guard let after, after.map(\.value) == before.map(\.value) + [draft.guideline] else {
      throw Problems([
        Problem(at: before.last?.place ?? Place(file: "catalogue/guidelines.yaml"), Wording.guidelinesNotExtensible())
      ])
    }
    return text
  }

  private func guidelines(in bytes: [UInt8]) throws(Problems) -> [Placed<Guideline>] {
    let log = ProblemLog()
    let guidelines = YAMLDocument(file: "catalogue/\(CatalogueFolder.guidelinesFile)", bytes: bytes)
      .read(as: Guideline.file, log)
    try log.throwIfAny()
    return guidelines ?? []
  }

  /// A mapping as an item of a list.
  private func entry(_ yaml: String, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    return yaml.split(separator: "\n").enumerated().map { index, line in
      space + (index == 0 ? "- " : "  ") + line + "\n"
    }.joined()
  }

  private func reason(of error: any Error) -> String {
    // Foundation's errors wrap the system's, whose words are the ones that help.
    guard let cause = (error as? CocoaError)?.underlying as? POSIXError else { return "\(error)" }
    return FileError(code: cause.code.rawValue).description
  }
}

/// An error of the system, in its words.
private struct FileError: Error, CustomStringConvertible {
  let code: Int32

  // POSIX: strerror never returns null.
  var description: String { String(cString: strerror(code)) }
}
