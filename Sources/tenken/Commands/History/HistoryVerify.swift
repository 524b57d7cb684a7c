import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import StrictYAML
import Wording

extension HistoryCommand {
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: spoken(Wording.Command.historyVerifyAbstract),
      discussion: spoken(Wording.Command.historyVerifyDiscussion))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp(spoken(Wording.Command.headHelp), valueName: "file"))
    var head: String?

    @Option(parsing: .upToNextOption, help: ArgumentHelp(spoken(Wording.Command.verifyingKeyHelp), valueName: "file"))
    var key: [String] = []

    @Option(help: ArgumentHelp(spoken(Wording.Command.formatHelp)))
    var format = AnswerFormat.text

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      var isWhole = false
      try telling(language) { () throws(Failure) in
        let keys = try verifyingKeys()
        let kept = try head.map { (path) throws(Failure) in try readHead(path) }
        let store = try openHistory(site)
        let result = try step({ () throws(HistoryError) in try store.verify(keys: keys, head: kept) }, Failure.history)
        isWhole = result.isWhole
        guard format == .json else {
          return try Terminal.out(
            VerificationText.text(result, language: language, width: Terminal.width, style: Terminal.style))
        }
        try Terminal.out(
          step({ () throws(any Error) in try VerificationJSON.text(result, language: language) }) {
            .input(Wording.Command.cannotRender("\($0)"))
          })
      }
      if !isWhole { throw ExitCode(1) }
    }

    private func readHead(_ path: String) throws(Failure) -> HistoryHead {
      try step(
        { () throws(Problem) -> HistoryHead in
          // A head has a few hundred bytes.
          let bytes = try RegularFile.bytes(path: path, file: path, atMost: 64 << 10)
          return try HistoryHead.read(String(decoding: bytes, as: UTF8.self), file: path)
        }, { .files(Problems([$0])) })
    }

    private func verifyingKeys() throws(Failure) -> [VerifyingKey] {
      guard key.isEmpty else {
        return try key.map { (path) throws(Failure) -> VerifyingKey in
          guard let key = try verifyingKey(path) else {
            throw .files(Problems([Problem(at: Place(file: path), Wording.fileUnreadable(.absent))]))
          }
          return key
        }
      }
      return try [verifyingKey(signingKeyFile(of: SiteFolder(site)).publicPath)].compactMap(\.self)
    }

    private func verifyingKey(_ path: String) throws(Failure) -> VerifyingKey? {
      try step({ () throws(Problem) in try KeyFile.verifyingKey(at: path) }) { .files(Problems([$0])) }
    }
  }
}
