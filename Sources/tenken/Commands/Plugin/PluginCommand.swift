import ArgumentParser
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: spoken(Wording.Command.pluginAbstract),
    subcommands: [List.self, Check.self, Test.self])

  /// The plugins that a command is about: folders that were named, or all that come with Tenken and the site.
  struct Choice: ParsableArguments {
    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @Argument(help: ArgumentHelp(spoken(Wording.Command.pluginFoldersHelp), valueName: "dir"))
    var folders: [String] = []

    /// The plugins, loaded, and what runs them.
    func load() throws(Failure) -> (plugins: [LoadedPlugin], host: PluginHost) {
      let installation = try Installation.find()
      let site = site.map(SiteFolder.init)
      let host = PluginHost(try OpenSite.readCatalogue(installation, site))
      return (host.load(try files(installation, site)), host)
    }

    private func files(
      _ installation: Installation, _ site: SiteFolder?
    ) throws(Failure) -> [Result<PluginFiles, PluginProblem>] {
      if folders.isEmpty {
        return PluginFolder.readAll(in: installation.pluginsFolder, shownAs: installation.pluginsFolder)
          + (site.map { PluginFolder.readAll(in: $0.pluginsFolder, shownAs: $0.pluginsFolder) } ?? [])
      }
      return try folders.map { folder throws(Failure) in
        let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let id = PluginID(name) else { throw .usage([Wording.pluginFolderName(name)]) }
        return PluginFolder.read(id, at: path, shownAs: path)
      }
    }
  }
}
