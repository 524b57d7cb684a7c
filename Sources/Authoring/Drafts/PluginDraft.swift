public import Compliance
import Reports
import SiteData
import Wording

/// Why the files of a new plugin could not be made: the system's error number.
public struct DraftFailure: Error {
  /// The number (errno(3)).
  public let code: Int32
}

/// A new plugin: the files of its folder, which load, and whose tests pass.
public struct PluginDraft {
  typealias Words = Wording.Authoring

  private let id: PluginID
  private let ledger: LedgerProposal
  private let requirements: [RequirementID]
  private let language: Language
  private let check: DraftCheck

  /// Drafts a plugin.
  /// - Parameters:
  ///   - id: what it is called.
  ///   - ledger: what it reads.
  ///   - requirements: what its first check gives evidence for; never empty.
  ///   - language: of the comments in its code. What people read is in both.
  public init(_ id: PluginID, _ ledger: LedgerProposal, requirements: [RequirementID], language: Language) {
    self.id = id
    self.ledger = ledger
    self.requirements = requirements
    self.language = language
    check = DraftCheck.suggested(by: ledger, language)
  }

  /// The id of the first check.
  public var checkID: String { "\(id)/\(check.name)" }

  /// The path of the ledger's template in the plugin's folder.
  public var templatePath: String { "templates/\(stem).csv" }

  /// The title of the first check.
  public var checkTitle: LocalizedText { check.title }

  /// The files by their path in the plugin's folder.
  /// - Throws: why a workbook could not be made.
  public func files() throws(DraftFailure) -> [(path: String, bytes: [UInt8])] {
    let stubs = LuaStubs(language)
    let passing = try fixture(check.passing)
    let failing = try fixture(check.failing)
    let template = LedgerSheet(name: ledger.title.ja, heads: check.columns.map(\.header), rows: [])
    let texts = [
      ("plugin.lua", code), ("tests/\(check.name).lua", tests),
      (templatePath, template.csv),
      ("README.md", Words.draftReadme(id.description, readme).en),
      ("README.ja.md", Words.draftReadme(id.description, readme).ja),
      (LuacheckSettings.fileName, LuacheckSettings.text), (EditorSettings.fileName, EditorSettings.text),
      ("\(EditorSettings.stubsFolder)/tenken.lua", stubs.module),
      ("\(EditorSettings.stubsFolder)/lua.lua", stubs.library),
    ]
    return texts.map { ($0.0, Array($0.1.utf8)) }
      + [("fixtures/passing/\(ledger.file)", passing), ("fixtures/failing/\(ledger.file)", failing)]
  }

  /// The file's name without its ending.
  private var stem: String {
    let name = ledger.file.split(separator: "/").last.map(String.init) ?? ledger.file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private func fixture(_ test: DraftCheck.Case) throws(DraftFailure) -> [UInt8] {
    let rows = test.rows.enumerated().map { DraftRow.cells(check.columns, row: $0.offset + 1, $0.element) }
    let sheet = LedgerSheet(name: ledger.title.ja, heads: check.columns.map(\.header), rows: rows)
    switch ledger.format {
    case .tsv: return Array(sheet.tsv.utf8)
    case .xlsx:
      do throws(LedgerSheetFailure) { return try sheet.workbook() } catch { throw DraftFailure(code: error.code) }
    default: return Array(sheet.csv.utf8)
    }
  }

  private var readme: Words.DraftReadme {
    Words.DraftReadme(
      ledger: ledger.file, check: check.name, title: check.title, remedy: check.remedy,
      requirements: requirements.map(\.description), template: templatePath)
  }

  // MARK: - plugin.lua

  private var code: String {
    var lines = comment(Words.codeHead(id.description))
    lines += ["local tenken = require \"tenken\"", ""]
    lines += comment(Words.codeSource)
    lines += [
      "local ledger = tenken.source {", "  id = \"ledger\",", "  title = \(LuaWriting.text(ledger.title)),",
      "  file = \(LuaWriting.string(ledger.file)),",
    ]
    if let subject = ledger.subject { lines.append("  subject = \(LuaWriting.string(subject.name)),") }
    lines += comment(Words.codeColumns).map { "  \($0)" }
    lines.append("  columns = {")
    lines += check.columns.map { "    \($0.name) = \(declaration($0))," }
    lines += [
      "  },", "}", "", "return tenken.plugin {", "  id = \(LuaWriting.string(id.description)),",
      "  version = \"0.1.0\",",
    ]
    lines.append("  title = \(LuaWriting.text(ledger.title)),")
    if !check.parameters.isEmpty {
      lines += comment(Words.codeParameters).map { "  \($0)" }
      lines += ["  parameters = {"] + check.parameters.map { "    \($0)" } + ["  },"]
    }
    lines += ["  checks = {", "    \(check.name.replacing("-", with: "_")) = {"]
    lines += body.map { $0.isEmpty ? "" : "      \($0)" }
    lines += ["    },", "  },", "}"]
    return lines.map(broken).joined(separator: "\n") + "\n"
  }

  private var body: [String] {
    var lines = ["title = \(LuaWriting.text(check.title)),"]
    lines += comment(Words.codeRequirements)
    lines += [
      "requirements = \(LuaWriting.list(requirements.map(\.description))),", "severity = \"medium\",",
      "every = \"1 day\",",
      "remedy = \(LuaWriting.text(check.remedy)),", "\(check.call) = ledger,",
    ]
    return lines + comment(Words.codeTest) + check.test
  }

  private func declaration(_ column: LedgerColumn) -> String {
    var parts = [LuaWriting.string(column.typeWord), LuaWriting.string(column.header)]
    if column.isPersonal { parts.append("personal = true") }
    if column.repeats { parts.append("same_as_above = \"marks\"") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  // MARK: - tests

  private var tests: String {
    var lines = comment(Words.codeTests) + ["return {"]
    for (folder, test) in [("passing", check.passing), ("failing", check.failing)] {
      lines += [
        "  { \(LuaWriting.string(test.name[language])), check = \"\(check.name)\", today = \"\(DraftCheck.today)\",",
        "    data = \"fixtures/\(folder)\", outcome = \"\(test.outcome.rawValue)\",",
        "    expect = {",
      ]
      // The head is the first line.
      lines += test.outcomes.enumerated().map {
        "      { outcome = \"\($0.element.rawValue)\", line = \($0.offset + 2) },"
      }
      lines += ["    } },"]
    }
    for test in check.cases {
      lines += [
        "",
        "  { \(LuaWriting.string(test.name[language])), check = \"\(check.name)\", today = \"\(DraftCheck.today)\",",
        "    rows = { ledger = {",
      ]
      lines += test.rows.enumerated().map { index, own in
        let cells = DraftRow.needed(check.columns, row: index + 1, own).map {
          "\($0.name) = \(LuaWriting.string($0.text))"
        }
        return cells.isEmpty ? "      {}," : "      { \(cells.joined(separator: ", ")) },"
      }
      lines += ["    } },"]
      let outcomes = test.outcomes.map { "{ outcome = \"\($0.rawValue)\" }" }
      lines += ["    outcome = \"\(test.outcome.rawValue)\", expect = { \(outcomes.joined(separator: ", ")) } },"]
    }
    return (lines + ["}"]).map(broken).joined(separator: "\n") + "\n"
  }

  // MARK: - Lines

  private func comment(_ text: LocalizedText) -> [String] {
    text[language].split(separator: "\n").map { "-- \($0)" }
  }

  /// A line of code, broken after commas where it is longer than luacheck lets lines be.
  private func broken(_ line: String) -> String {
    guard line.unicodeScalars.count > 120, !line.drop(while: { $0 == " " }).hasPrefix("--") else { return line }
    let indent = String(repeating: " ", count: line.prefix { $0 == " " }.count + 2)
    var lines = [""]
    for part in LuaPieces(line).pieces {
      let current = lines[lines.count - 1]
      if !current.isEmpty, current.unicodeScalars.count + part.unicodeScalars.count > 120 {
        lines[lines.count - 1] = String(current.reversed().drop { $0 == " " }.reversed())
        lines.append(indent + part.drop { $0 == " " })
      } else {
        lines[lines.count - 1] += part
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// A line of Lua cut where it may be broken: behind commas and opening brackets that stand in no string.
private struct LuaPieces {
  let pieces: [String]

  init(_ line: String) {
    var pieces = [""]
    var (isQuoted, isEscaped) = (false, false)
    for character in line {
      pieces[pieces.count - 1].append(character)
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = isQuoted
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "," || character == "{" || character == "(" {
        pieces.append("")
      }
    }
    self.pieces = pieces
  }
}
