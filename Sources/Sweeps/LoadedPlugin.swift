import Checks
import Compliance
import SiteData
import Workers

/// A plugin that was found, loaded or not.
public enum LoadedPlugin: Sendable {
  case plugin(Plugin)
  case broken(PluginProblem)

  /// The plugin's id.
  public var id: PluginID {
    switch self {
    case .plugin(let plugin): plugin.id
    case .broken(let problem): problem.files.id
    }
  }

  /// Its checks; none if it could not be loaded.
  public var checks: [PluginCheck] {
    switch self {
    case .plugin(let plugin): plugin.checks
    case .broken: []
    }
  }
}

extension LoadedPlugin {
  /// Loads plugins, several at a time. A broken one is kept as what it is.
  /// - Parameters:
  ///   - plugins: their files, or why they could not be read.
  ///   - catalogue: what requirement ids may name, and what the plugins may ask.
  ///   - limits: what running a plugin's file may use up, and how much Lua it may have.
  ///   - runner: what runs their files.
  ///   - remembered: plugins that were read before; nil to read each anew.
  ///   - threads: how many are loaded at a time, at least 1.
  /// - Returns: the plugins in the order in which their files were given.
  public static func load(
    _ plugins: [Result<PluginFiles, PluginProblem>], catalogue: CatalogueSource,
    limits: @escaping @Sendable (PluginID) -> SiteLimits, runner: some PluginRunner,
    remembered: RememberedPlugins? = nil, threads: Int
  ) -> [LoadedPlugin] {
    mapOnThreads(plugins, threads: threads) { files in
      do throws(PluginProblem) {
        let files = try files.get()
        let limits = limits(files.id)
        if let problem = files.problem(largest: limits.sourceKiB << 10) { throw problem }
        return .plugin(
          try PluginLoader.load(
            files, catalogue: catalogue, limits: limits.luaLimits, runner: runner, remembered: remembered))
      } catch {
        return .broken(error)
      }
    }
  }
}
