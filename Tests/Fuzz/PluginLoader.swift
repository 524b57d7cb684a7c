import Compliance
import Lua

@testable import Checks

/// Any bytes load as a plugin, or are refused with problems that have places; nothing else happens.
///
/// The input is `plugin.lua`. A line `--@ NAME.lua` begins another file of the folder, so that plugins of several files are one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func loadPlugin(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer promises `count` readable bytes at `start`; they are copied here.
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let id = PluginID("fuzzed") else { return -1 }
  let files = PluginFiles(id: id, folder: "plugins/fuzzed", files: split(input), sha256: "")
  do throws(PluginProblem) {
    let plugin = try PluginLoader.load(
      files, catalogue: .byID(catalogue), limits: limits, runner: InProcessRunner())
    precondition(!plugin.checks.isEmpty, "a plugin without checks was loaded")
  } catch {
    precondition(!error.problems.isEmpty, "a plugin was refused without a reason")
    for problem in error.problems {
      precondition(!problem.text.en.isEmpty && !problem.text.ja.isEmpty, "a reason without words")
      precondition(problem.place.file.hasPrefix("plugins/fuzzed"), "a place outside the plugin: \(problem.place)")
    }
  }
  return 0
}

/// Limits that end an input within some 50 ms.
private let limits: LuaLimits = {
  var limits = LuaLimits()
  limits.memory = 4 << 20
  limits.string = 64 << 10
  limits.callSeconds = 0.03
  limits.totalSeconds = 0.05
  return limits
}()

/// A catalogue with one requirement that plugins may name.
private let catalogue: Catalogue = {
  guard let id = RequirementID("mhlw-5:6.5.C.12.3") else { return .empty }
  let requirement = Requirement(
    id: id, citation: "第5版 6.5 C 12 (3)", requirementClass: .minimum, status: .current,
    title: LocalizedText(ja: "題", en: "Title"), text: nil, parent: nil, parts: [], chapter: "6.5", source: nil,
    notes: [])
  return Catalogue(guidelines: [], requirements: [requirement], correspondences: [])
}()

/// The files of an input by name.
private func split(_ input: [UInt8]) -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  var name = PluginFiles.mainFile
  for line in input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.starts(with: "--@ ".utf8), files.count < 16 {
      name = String(decoding: line.dropFirst(4), as: UTF8.self)
    } else {
      files[name, default: []] += Array(line) + [UInt8(ascii: "\n")]
    }
  }
  return files
}
