import Checks
import Compliance
import Sweeps

/// What runs plugins for this command, and what they may ask meanwhile.
struct PluginHost {
  let runner = InProcessRunner()
  let catalogue: CatalogueSource

  init(_ catalogue: Catalogue) { self.catalogue = CatalogueSource { CatalogueAnswers(catalogue).access } }

  /// Loads plugins; a broken one is kept as what it is.
  func load(_ files: [Result<PluginFiles, PluginProblem>]) -> [LoadedPlugin] {
    LoadedPlugin.load(files, catalogue: catalogue, runner: runner, threads: Clock.processors)
  }
}
