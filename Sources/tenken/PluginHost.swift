import CatalogueFiles
import Checks
import Compliance
import Frames
import SiteData
import Sweeps
import Workers

/// What runs plugins for this command, each in a worker of its own, and what they may ask meanwhile.
struct PluginHost {
  let runner: WorkerRunner
  let catalogue: CatalogueSource
  /// The bytes of which workers make the catalogue.
  let catalogueBytes: SharedBytes

  private let settings: SiteSettings?

  /// - Parameters:
  ///   - settings: the site's, if plugins run for a site; otherwise the limits are the usual ones.
  ///   - standby: a worker that has been started already.
  init(_ catalogue: Catalogue, _ settings: SiteSettings? = nil, standby: StandbyWorker? = nil) {
    self.settings = settings
    self.catalogue = CatalogueSource { CatalogueAnswers(catalogue).access }
    catalogueBytes = SharedBytes { catalogue.frame }
    runner = WorkerRunner(catalogue: catalogueBytes, standby: standby)
  }

  /// Plugins in snapshots. The first digits of the code's hash name the file, so that plugins have one each, and those that are edited
  /// again and again do not pile up without end.
  private static func remembered(in snapshots: Snapshots) -> RememberedPlugins {
    @Sendable func snapshot(_ key: [String]) -> Snapshot {
      snapshots.snapshot("plugin", of: [String((key.first ?? "").prefix(4))], key: key)
    }
    return RememberedPlugins(manifest: { snapshot($0).value() }, keep: { snapshot($1).store($0) })
  }

  /// Loads plugins; a broken one is kept as what it is.
  func load(_ files: [Result<PluginFiles, PluginProblem>]) -> [LoadedPlugin] {
    let settings = settings
    return LoadedPlugin.load(
      files, catalogue: catalogue, limits: { settings?.limits(for: $0) ?? SiteLimits() }, runner: runner,
      remembered: Snapshots.own.map(Self.remembered), threads: Clock.processors)
  }

  /// The life of a worker: the same catalogue, read when a plugin asks for it.
  static func serve(_ arguments: [String]) -> Never {
    PluginWorker.serve(arguments) { bytes in
      // What this program wrote in another process it can read; if not, plugins find nothing in the catalogue.
      CatalogueAnswers((try? Catalogue(frame: bytes)) ?? .empty).access
    }
  }
}
