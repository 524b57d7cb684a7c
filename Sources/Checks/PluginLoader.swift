import Compliance
import Lua
import Wording

/// Turns a plugin's files into a plugin: runs its main file once and reads the table that it returns.
public enum PluginLoader {
  /// Loads a plugin.
  /// - Parameters:
  ///   - files: the plugin's code.
  ///   - catalogue: what requirement ids may name, and what the plugin's file may ask.
  ///   - limits: what running the file may use up.
  ///   - runner: what runs the file.
  ///   - remembered: plugins that were read before; nil to read each anew.
  /// - Throws: ``PluginProblem`` with everything that is wrong.
  public static func load(
    _ files: PluginFiles, catalogue: CatalogueSource, limits: LuaLimits = LuaLimits(), runner: some PluginRunner,
    remembered: RememberedPlugins? = nil
  ) throws(PluginProblem) -> Plugin {
    // A source of its own, which tells whether this very plugin asks.
    let asked = CatalogueSource { catalogue.access }
    let key = RememberedPlugins.key(of: files, limits)
    let known = catalogue.access.catalogue
    if let manifest = remembered?.manifest(key), manifest.names(only: known) { return manifest.plugin(of: files) }
    let plugin = try read(files, PluginScript(main: files, limits: limits, catalogue: asked), known, runner)
    if !asked.hasBeenAsked { remembered?.keep(PluginManifest(of: plugin), key) }
    return plugin
  }

  private static func read(
    _ files: PluginFiles, _ script: PluginScript, _ catalogue: Catalogue, _ runner: some PluginRunner
  ) throws(PluginProblem) -> Plugin {
    let value: LuaValue
    do {
      value = try runner.evaluate(script).get()
    } catch {
      throw PluginProblem(files: files, problems: [Problem(at: files.place(of: error), error.text)])
    }
    var reader = ManifestReader(files, catalogue: catalogue)
    guard let plugin = reader.read(value) else {
      throw PluginProblem(files: files, problems: inReadingOrder(reader.problems))
    }
    return plugin
  }
}

/// The problems by place, then by text, each once: tables have no order, and what people read must have one.
func inReadingOrder(_ problems: [Problem]) -> [Problem] {
  unique(problems.sorted { ($0.place, $0.text.en) < ($1.place, $1.text.en) })
}

extension PluginFiles {
  /// Where an error happened, as people see it.
  func place(of error: LuaError) -> Place {
    place(error.file ?? PluginFiles.mainFile, line: error.line)
  }

  /// Where a file failed, as people see it.
  func place(of failure: ScriptFailure) -> Place {
    place(failure.file ?? PluginFiles.mainFile, line: failure.line)
  }
}

extension LuaError {
  /// What happened, for people.
  func text(_ limits: LuaLimits) -> LocalizedText {
    switch kind {
    case .syntax: Wording.luaSyntaxError(message)
    case .runtime: Wording.luaRuntimeError(message)
    case .result: Wording.luaNoOutcome(message)
    case .memory: Wording.memoryLimit(bytes: limits.memory)
    case .time: Wording.callLimit(seconds: limits.callSeconds)
    case .totalTime: Wording.pluginLimit(seconds: limits.totalSeconds)
    case .interrupted: Wording.interrupted
    case .unavailable: Wording.luaUnavailable
    }
  }
}
