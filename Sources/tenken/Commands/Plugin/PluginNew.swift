import ArgumentParser
import Authoring
import CatalogueFiles
import Checks
import Compliance
import FoundationEssentials
import Glibc
import SiteData
import Sweeps
import Wording

extension PluginCommand {
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: spoken(Wording.PluginNew.abstract),
      discussion: spoken(Wording.PluginNew.discussion))

    /// What the first check of a new plugin is for until somebody says it: that ledgers of devices are kept.
    private static let exampleRequirement = "mhlw-5:6.3.C.5.e"

    @Argument(help: ArgumentHelp(spoken(Wording.PluginNew.nameHelp), valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @Option(name: .customLong("from"), help: ArgumentHelp(spoken(Wording.PluginNew.fromHelp), valueName: "file"))
    var ledger: String?

    @Option(help: ArgumentHelp(spoken(Wording.PluginNew.headerHelp), valueName: "line"))
    var header: Int?

    @Option(
      name: .customLong("requirement"), parsing: .upToNextOption,
      help: ArgumentHelp(spoken(Wording.PluginNew.requirementHelp), valueName: "id"))
    var requirements: [String] = []

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        guard let id = PluginID(name) else { throw .usage([Wording.badHyphenatedName(name)]) }
        let installation = try Installation.find()
        let site = try ownSite()
        let target = site.map { $0.path == "." ? "plugins/\(id)" : "\($0.pluginsFolder)/\(id)" } ?? id.description
        if isTaken("\(installation.pluginsFolder)/\(id)") { throw .usage([Wording.PluginNew.isShipped(name)]) }
        if isTaken(target) { throw .usage([Wording.PluginNew.exists(target)]) }
        let catalogue = try OpenSite.readCatalogue(installation, site)
        let requirements = try requirements(in: catalogue)
        let proposal = try proposal(for: id, site)
        let draft = PluginDraft(id, proposal, requirements: requirements, language: language)
        try write(draft, of: id, to: target, in: site, PluginHost(catalogue))
        try Terminal.out(
          NewPluginListing(
            draft, proposal, at: target, example: self.requirements.isEmpty ? requirements.first : nil,
            ledger: ledger.flatMap { relative($0, to: site) == nil ? $0 : nil }
          ).lines(in: language).joined(separator: "\n") + "\n")
      }
    }

    /// The site that the plugin is for: the one that is named, or the one in whose folder the command runs.
    private func ownSite() throws(Failure) -> SiteFolder? {
      if let site {
        let folder = SiteFolder(site.count > 1 && site.hasSuffix("/") ? String(site.dropLast()) : site)
        guard isTaken(folder.settingsFile) else { throw .usage([Wording.PluginNew.noSite(site)]) }
        return folder
      }
      let here = SiteFolder(".")
      return isTaken(here.settingsFile) ? here : nil
    }

    private func requirements(in catalogue: Catalogue) throws(Failure) -> [RequirementID] {
      let words = requirements.isEmpty ? [Self.exampleRequirement] : requirements
      let lookup = RequirementLookup(catalogue)
      var (found, unknown) = ([RequirementID](), [LocalizedText]())
      for word in words {
        switch lookup.find(word) {
        case .found(let ids): found += ids.filter { !found.contains($0) }
        case .unknown(let near): unknown.append(Wording.unknownRequirement(word, near.first?.description))
        }
      }
      unknown += found.filter { catalogue[$0]?.status == .deleted }.map { Wording.deletedRequirement($0.description) }
      if !unknown.isEmpty { throw .usage(unknown) }
      return found
    }

    private func proposal(for id: PluginID, _ site: SiteFolder?) throws(Failure) -> LedgerProposal {
      typealias Words = Wording.PluginNew
      guard let ledger else { return .example(for: id) }
      let name = ledger.split(separator: "/").last.map(String.init) ?? ledger
      guard let format = SourceFormat.forFile(name), [.csv, .tsv, .xlsx].contains(format),
        !name.lowercased().hasSuffix(".gz")
      else { throw .usage([Words.noTable(ledger)]) }
      let file = try step(
        { () throws(SystemError) in try SourceFile.open(named: ledger) },
        { .input(Words.cannotOpen(ledger, $0.description)) })
      func fault(_ text: LocalizedText, line: Int? = nil) -> Failure {
        .files(Problems([Problem(at: Place(file: ledger, line: line), text)]))
      }
      let survey = try step(
        { () throws(LedgerSurvey.Fault) in
          try LedgerSurvey(of: file, format: format, header: header, isHeader: LedgerProposal.isKnownHeader)
        },
        { cause in
          switch cause {
          case .unreadable(let problem): .files(Problems([problem]))
          case .empty: fault(Words.emptyLedger)
          case .noHeader(let line): fault(Words.noHeader, line: line)
          case .uncertain(let line): fault(Words.uncertainHeader, line: line)
          case .noSuchLine(let line): .usage([Words.noSuchLine(line)])
          }
        })
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      let title =
        stem.utf8.allSatisfy { $0 < 0x80 }
        ? LocalizedText(verbatim: stem)
        : LocalizedText(ja: stem, en: Wording.Authoring.ledger(of: id.description).en)
      let path = relative(ledger, to: site) ?? name
      // A name that sources cannot have is given another.
      let isUsable = SourceOrigin(file: path) == .data(path) && !path.contains("*") && !path.contains("?")
      let usable = isUsable ? path : "\(id)/ledger.\(name.split(separator: ".").last?.lowercased() ?? format.rawValue)"
      guard let proposal = LedgerProposal(of: survey, file: usable, format: format, title: title) else {
        throw fault(Words.noColumns, line: survey.headerLine)
      }
      return proposal
    }

    /// The path of a ledger below the site's data; nil if it lies elsewhere.
    private func relative(_ ledger: String, to site: SiteFolder?) -> String? {
      guard let site, let data = resolved(site.dataFolder), let path = resolved(ledger), path.hasPrefix("\(data)/")
      else { return nil }
      return String(path.dropFirst(data.count + 1))
    }

    private func resolved(_ path: String) -> String? {
      guard let real = realpath(path, nil) else { return nil }
      // realpath(3) gives a string of its own, which is copied before it is freed.
      defer { free(real) }
      return String(cString: real)
    }

    /// Writes the plugin's folder, once it has passed what `plugin check` and `plugin test` ask of it.
    private func write(
      _ draft: PluginDraft, of id: PluginID, to target: String, in site: SiteFolder?, _ host: PluginHost
    ) throws(Failure) {
      let files = try step(
        { () throws(DraftFailure) in try draft.files() },
        { .input(Wording.Command.cannotMake(target, SystemError(number: $0.code).description)) })
      if let plugins = site?.pluginsFolder, !Installation.isFolder(plugins) {
        do { try FileManager.default.createDirectory(atPath: plugins, withIntermediateDirectories: false) } catch {
          throw .cannotMake(plugins, error)
        }
      }
      // Not among the plugins, where a sweep would meet what is not yet whole.
      let folder = try NewFolder(target, in: site?.path ?? ".")
      do throws(Failure) {
        for file in files { try folder.write(file.bytes, to: file.path) }
        try prove(id, at: folder.draft, shownAs: target, host)
        try folder.publish()
      } catch {
        folder.giveUp()
        throw error
      }
    }

    private func prove(_ id: PluginID, at path: String, shownAs target: String, _ host: PluginHost) throws(Failure) {
      var problems: [Problem] = []
      for plugin in host.load([PluginFolder.read(id, at: path, shownAs: target)]) {
        switch plugin {
        case .plugin(let plugin):
          let report = PluginTests.run(plugin, in: path, runner: host.runner, catalogue: host.catalogue)
          problems += report.problems
          problems += report.failures.flatMap { failure in failure.reasons.map { Problem(at: failure.place, $0) } }
        case .broken(let broken): problems += broken.problems
        }
      }
      guard !problems.isEmpty else { return }
      throw .files(Problems([Problem(at: Place(file: target), Wording.PluginNew.doesNotPass)] + problems))
    }
  }
}
