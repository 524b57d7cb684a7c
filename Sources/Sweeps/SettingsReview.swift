import Checks
import Compliance
import SiteData
import Wording

extension SiteSettings {
  /// What is wrong with the settings once the guidelines, plugins and checks that they name are known. Nothing is opened or run for it.
  /// - Parameters:
  ///   - loaded: every plugin of the site.
  ///   - catalogue: every guideline.
  public func problems(with loaded: [LoadedPlugin], _ catalogue: Catalogue) -> [Problem] {
    let ids = loaded.map(\.id)
    var problems: [Problem] = []
    for guideline in guidelines where catalogue.guideline(guideline) == nil {
      let near = nearest(to: guideline.description, among: catalogue.guidelines.map(\.id.description))
      let place = guidelinePlaces[guideline] ?? Place(file: "tenken.yaml")
      problems.append(Problem(at: place, Wording.unknownGuideline(guideline.description, meant: near)))
    }
    for (id, settings) in plugins where !ids.contains(id) {
      problems.append(
        Problem(
          at: settings.place,
          Wording.unknownPlugin(id.description, nearest(to: id.description, among: ids.map(\.description)))))
    }
    for case .plugin(let plugin) in loaded {
      problems += plugin.parameterValues(plugins[plugin.id]).problems + plugin.sources(plugins[plugin.id]).problems
      let names = plugin.checks.compactMap(\.check.id.name)
      for (name, limits) in plugins[plugin.id]?.checkLimits ?? [:] where !names.contains(name) {
        let near = nearest(to: name, among: names).map { "\(plugin.id)/\($0)" }
        problems.append(Problem(at: limits.place, Wording.unknownCheck("\(plugin.id)/\(name)", near)))
      }
    }
    for deselection in deselected {
      let id = deselection.id
      guard let plugin = loaded.first(where: { $0.id == id.plugin }) else {
        let near = nearest(to: id.plugin.description, among: ids.map(\.description))
        problems.append(Problem(at: deselection.place, Wording.unknownPlugin(id.plugin.description, near)))
        continue
      }
      // What a broken plugin would have held is not known.
      if case .broken = plugin { continue }
      if id.name != nil, !plugin.checks.contains(where: { $0.check.id == id }) {
        let near = nearest(to: id.description, among: plugin.checks.map(\.check.id.description))
        problems.append(Problem(at: deselection.place, Wording.unknownCheck(id.description, near)))
      }
    }
    return problems
  }
}
