import Checks
public import Compliance
import SiteData
import Wording

/// Definitions in the notation of lua-language-server (LuaCATS, <https://luals.github.io/wiki/annotations/>), by which editors complete,
/// explain and check what plugins write. They are never run.
public struct LuaStubs {
  typealias API = Wording.PluginAPI

  private let language: Language

  /// - Parameter language: in which everything is explained.
  public init(_ language: Language) { self.language = language }

  /// The definition of what `require "tenken"` gives, and of every table that is handed to it or comes from it.
  public var module: String {
    var blocks = ["---@meta tenken\n\(comment(Wording.Authoring.stubsAreMade))"]
    blocks += aliases
    blocks += API.shapes.map(shape)
    blocks.append("---@class tenken\nlocal tenken = {}")
    blocks += API.tenken.map(entry)
    blocks.append("return tenken")
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The definition of the globals: Lua's own functions, without those that plugins do not have.
  public var library: String {
    var blocks = ["---@meta _\n\(comment(Wording.Authoring.stubsAreMade))"]
    blocks += API.globals.filter { !$0.name.contains(".") }.map(entry)
    for name in API.libraryNames {
      // Methods of strings are looked for in this class.
      blocks.append("---@class \(name)lib\n\(name) = {}")
      blocks += API.globals.filter { $0.name.hasPrefix("\(name).") }.map(entry)
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  // MARK: - Choices of words

  private var aliases: [String] {
    func alias(_ name: String, _ words: [String]) -> String {
      "---@alias tenken.\(name) " + words.map { "\"\($0)\"" }.joined(separator: "|")
    }
    let types = ColumnType.allCases.map(\.rawValue)
    return [
      alias("ColumnType", types + types.map { "\($0)?" }),
      alias("Format", SourceFormat.allCases.map(\.rawValue)),
      alias("Encoding", TextEncoding.allCases.map(\.rawValue)),
      alias("ParameterType", ParameterType.allCases.map(\.rawValue)),
      alias("Severity", Severity.allCases.map(\.rawValue)),
      alias("Duplicates", PluginCheck.Index.Duplicates.allCases.map(\.rawValue)),
      alias("OutcomeName", Outcome.allCases.map(\.rawValue)),
    ]
  }

  // MARK: - Tables and functions

  private func shape(_ shape: API.Shape) -> String {
    var lines = [comment(shape.text), "---@class \(shape.name)"]
    for field in shape.fields {
      guard case .value(let type) = field.form else { continue }
      let name = field.isOptional ? "\(field.name)?" : field.name
      lines.append("---@field \(name) \(type)" + (field.text.map { " \(onOneLine($0))" } ?? ""))
    }
    if shape.name == API.column.name { lines.append("---@field [1] tenken.ColumnType") }
    if let others = shape.others { lines.append("---@field [\(others.key)] \(others.value)") }
    let methods = shape.fields.filter { if case .function = $0.form { true } else { false } }
    guard !methods.isEmpty else { return lines.joined(separator: "\n") }
    // A local of its own: it names the class, and nothing sees it.
    let local = shape.name.split(separator: ".").last.map(String.init) ?? shape.name
    lines.append("local \(local) = {}")
    return ([lines.joined(separator: "\n")] + methods.map { function($0, called: "\(local):\($0.name)") })
      .joined(separator: "\n\n")
  }

  private func entry(_ entry: API.Entry) -> String {
    switch entry.form {
    case .function: function(entry, called: entry.name)
    case .value(let type): (texts(of: entry) + ["---@type \(type)", "\(entry.name) = nil"]).joined(separator: "\n")
    }
  }

  private func function(_ entry: API.Entry, called name: String) -> String {
    guard case .function(let parameters, let returns, let generics) = entry.form else { return "" }
    var lines = texts(of: entry)
    if !generics.isEmpty { lines.append("---@generic \(generics.joined(separator: ", "))") }
    lines += parameters.map { "---@param \($0.name)\($0.isOptional ? "?" : "") \($0.type)" }
    lines += returns.map { "---@return \($0)" }
    return (lines + ["function \(name)(\(parameters.map(\.name).joined(separator: ", "))) end"])
      .joined(separator: "\n")
  }

  /// What is said of an entry; of Lua's own functions also where the manual tells of them.
  private func texts(of entry: API.Entry) -> [String] {
    let manual = "https://www.lua.org/manual/5.4/manual.html#pdf-\(entry.name)"
    let isOfLua = API.globals.contains { $0.name == entry.name }
    return (entry.text.map { [comment($0)] } ?? []) + (isOfLua ? ["---[Lua 5.4](\(manual))"] : [])
  }

  private func comment(_ text: LocalizedText) -> String { "---\(onOneLine(text))" }

  private func onOneLine(_ text: LocalizedText) -> String {
    text[language].split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
