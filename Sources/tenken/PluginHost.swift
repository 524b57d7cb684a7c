import CatalogueFiles
import Checks
import Compliance
import Frames
import Sweeps
import Workers

/// What runs plugins for this command, each in a worker of its own, and what they may ask meanwhile.
struct PluginHost {
  let runner: WorkerRunner
  let catalogue: CatalogueSource

  init(_ catalogue: Catalogue) {
    self.catalogue = CatalogueSource { CatalogueAnswers(catalogue).access }
    runner = WorkerRunner(catalogue: SharedBytes { catalogue.frame })
  }

  /// Loads plugins; a broken one is kept as what it is.
  func load(_ files: [Result<PluginFiles, PluginProblem>]) -> [LoadedPlugin] {
    LoadedPlugin.load(files, catalogue: catalogue, runner: runner, threads: Clock.processors)
  }

  /// The life of a worker: the same catalogue, read when a plugin asks for it.
  static func serve(_ arguments: [String]) -> Never {
    PluginWorker.serve(arguments) { bytes in
      // What this program wrote in another process it can read; if not, plugins find nothing in the catalogue.
      CatalogueAnswers((try? Catalogue(frame: bytes)) ?? .empty).access
    }
  }
}
