import ArgumentParser
import CatalogueFiles
import Compliance
import Reports
import SiteData
import Wording

extension CatalogueCommand {
  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "search", abstract: spoken(Wording.CatalogueSearch.abstract),
      discussion: spoken(Wording.CatalogueSearch.discussion))

    @Argument(help: ArgumentHelp(spoken(Wording.CatalogueSearch.wordsHelp), valueName: "text"))
    var words: [String]

    @Option(help: ArgumentHelp(spoken(Wording.Command.guidelineHelp), valueName: "id"))
    var guideline: String?

    @Option(help: ArgumentHelp(spoken(Wording.CatalogueSearch.limitHelp), valueName: "n"))
    var limit = 20

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      var isFound = false
      try telling(language) { () throws(Failure) in
        guard limit >= 1 else { throw .usage([Wording.CatalogueSearch.badLimit(limit)]) }
        let catalogue = try OpenSite.readCatalogue(Installation.find(), site.map(SiteFolder.init))
        let filter = try step(
          { () throws(RequirementFilter.Fault) in try RequirementFilter(guideline: guideline, in: catalogue) },
          Failure.init)
        let search = CatalogueSearch(catalogue, where: filter.admits)
        let query = words.joined(separator: " ")
        guard let answer = search.find(query, limit: limit) else { throw .usage([Wording.CatalogueSearch.noWord]) }
        isFound = !answer.hits.isEmpty
        try Terminal.out(
          isFound
            ? SearchListing.list(
              answer.hits, hasMore: answer.hasMore, language: language, width: Terminal.width, style: Terminal.style)
            : SearchListing.nothing(
              missing: search.missingWords(of: query).map { ($0.word, $0.near) }, language: language,
              width: Terminal.width, style: Terminal.style))
      }
      if !isFound { throw ExitCode.failure }
    }
  }
}
