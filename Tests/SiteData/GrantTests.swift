import Compliance
import Frames
import Glibc
import Testing

@testable import SiteData

/// What a plugin may open, what it is told otherwise, and what the site's administrator is told of both.
struct GrantTests {
  private let site: Site
  private let plugin: PluginID
  private static let hash = String(repeating: "a", count: 64)
  private static let newHash = String(repeating: "b", count: 64)

  init() throws {
    site = try Site()
    plugin = try #require(PluginID("net"))
    try site.write("name,encryption\na,x\n", to: "points.csv")
  }

  // MARK: - Opening

  @Test func dataNeedsNoGrant() {
    #expect(access(nil).open(asking(.data("points.csv"))).names == ["data/points.csv"])
  }

  @Test func nothingElseIsOpenedWithoutAGrant() throws {
    let path = try #require(access(nil).open(asking(.path("\(site.path)/points.csv"))).withheld)
    #expect(
      path.line(in: .en)
        == "tenken.yaml: \"台帳\" (\(site.path)/points.csv) is not granted; to grant it, add to tenken.yaml, "
        + "below ‘grants:’, the line → net: {plugin_sha256: \(Self.hash), paths: [\(site.path)/points.csv]}")
    let command = try #require(access(nil).open(asking(.command(["touch", "\(site.path)/made it"]))).withheld)
    #expect(
      command.text.ja.hasSuffix(
        "→ net: {plugin_sha256: \(Self.hash), commands: [[touch, '\(site.path)/made it']]}"))
    #expect(access(nil).command(of: asking(.command(["touch", "x"]))) == nil)
    #expect(Glibc.access("\(site.path)/made it", F_OK) != 0)
  }

  @Test func aGrantedPathIsOpened() throws {
    let grant = grant(paths: ["\(site.path)/*.csv"])
    #expect(access(grant).open(asking(.path("\(site.path)/points.csv"))).names == ["\(site.path)/points.csv"])
    #expect(access(grant).open(asking(.path("\(site.path)/*.csv"))).names == ["\(site.path)/points.csv"])
    #expect(access(grant).open(asking(.path("\(site.path)/none.csv"))).absence != nil)
    #expect(access(grant).open(asking(.path("/etc/passwd"))).withheld != nil)
    #expect(access(grant).open(asking(.path("\(site.path)/*"))).withheld != nil)
  }

  @Test func onlyRegularFilesAreOpenedElsewhereToo() {
    site.makeFIFO("fifo")
    let grant = grant(paths: ["\(site.path)/fifo", "/dev/null", "/etc"])
    for path in ["\(site.path)/fifo", "/dev/null", "/etc"] {
      #expect(access(grant).open(asking(.path(path))).refusal?.place.file == path)
    }
  }

  @Test func aLinkNeedsAGrantForWhereItLeads() throws {
    site.makeFolder("real")
    try site.write("x", to: "real/x.csv")
    site.link("way", to: "real")
    site.link("x.csv", to: "way/x.csv")
    for asked in ["way/x.csv", "x.csv", "way/*.csv"].map({ "\(site.path)/\($0)" }) {
      let real = asked.hasSuffix("*.csv") ? "\(site.path)/real/*.csv" : "\(site.path)/real/x.csv"
      let withheld = try #require(access(grant(paths: [asked])).open(asking(.path(asked))).withheld)
      #expect(withheld.place.file == asked)
      #expect(withheld.text.en.contains("to \(real), which must be granted as well"))
      #expect(withheld.text.en.contains("tenken.yaml:1 → paths: [\(real)]"))
      #expect(
        access(grant(paths: [asked, real])).open(asking(.path(asked))).names == ["\(site.path)/real/x.csv"])
      // The real path alone does not say that the plugin may ask by the other.
      #expect(access(grant(paths: [real])).open(asking(.path(asked))).withheld != nil)
    }
    site.link("dangling", to: "nowhere")
    let dangling = "\(site.path)/dangling"
    #expect(access(grant(paths: [dangling])).open(asking(.path(dangling))).refusal != nil)
  }

  @Test func aGrantedCommandIsRunAndReadAsAFile() throws {
    let command = ["printf", "name,encryption\\na,x\\n"]
    let access = access(grant(commands: [command]))
    let declaration = source(
      accessPoints.columns, origin: .command(command))
    #expect(access.command(of: declaration)?.arguments == command)
    let input = access.open(declaration)
    guard case .files(let files) = input else {
      Issue.record("not opened: \(input)")
      return
    }
    #expect(files.map(\.name) == ["$ printf 'name,encryption\\na,x\\n'"])
    let reader = RecordReader(declaration, files: files, timeZone: .japan, pseudonyms: nil)
    #expect(steps(reader) == [.record(line: 2, ["a", "x", .null])])
    #expect(access.open(asking(.command(["printf"]))).withheld != nil)
  }

  @Test func aChangedPluginKeepsWhatIsGrantedAndGetsNothingNew() throws {
    let grant = grant(paths: ["\(site.path)/points.csv"])
    let changed = SourceAccess(DataFolder(path: site.path), plugin: plugin, sha256: Self.newHash, grant: grant)
    #expect(changed.open(asking(.path("\(site.path)/points.csv"))).names != nil)
    let withheld = try #require(changed.open(asking(.path("/etc/passwd"))).withheld)
    #expect(
      withheld.line(in: .en)
        == "tenken.yaml:1: \"台帳\" (/etc/passwd) is not granted. The plugin has changed since its grant "
        + "and asks for this anew. Look into it; then, to grant it, add to the grants at tenken.yaml:1 → "
        + "paths: [/etc/passwd]; and set plugin_sha256 to \(Self.newHash)")
  }

  @Test func fixturesStandInForWhatIsElsewhere() throws {
    site.makeFolder("etc")
    site.makeFolder("commands")
    try site.write("x", to: "etc/x.conf")
    try site.write("x", to: "commands/ledger.txt")
    let folder = DataFolder(path: site.path, displayedAs: "fixtures")
    #expect(folder.openRecorded(asking(.data("points.csv"))).names == ["fixtures/points.csv"])
    #expect(folder.openRecorded(asking(.path("/etc/x.conf"))).names == ["fixtures/etc/x.conf"])
    #expect(folder.openRecorded(asking(.command(["iw", "dev"]))).names == ["fixtures/commands/ledger.txt"])
    // A site's data stands in for nothing.
    #expect(folder.open(asking(.path("/etc/x.conf"))).withheld != nil)
    #expect(folder.open(asking(.command(["iw", "dev"]))).withheld != nil)
  }

  // MARK: - Reviews

  @Test func aReviewSaysWhatIsMissingReadyToPaste() throws {
    let asked = [
      asking(.command(["iw", "dev"]), id: "c"), asking(.command(["a b", "it's", "-x", "-", "~", "*"]), id: "d"),
      asking(.path("/etc/a.conf"), id: "b"), asking(.path("/etc/b.conf"), id: "e"), asking(.data("x.csv"), id: "a"),
    ]
    var granted = grant(paths: ["/etc/a.conf"], commands: [["iw", "dev"]])
    granted.commands[0].timeoutSeconds = 90
    granted.commands[0].acceptedStatus = [1, 0]
    let review = GrantReview(plugin, sha256: Self.newHash, asked, grant: granted)
    #expect(review.sources.map(\.declaration.id) == ["a", "b", "c", "d", "e"])
    #expect(review.sources.map(\.isGranted) == [true, true, true, false, false])
    let yaml = try #require(review.wish?.yaml)
    #expect(
      yaml == """
        grants:
          net:
            plugin_sha256: \(Self.newHash)
            paths:
              - /etc/a.conf
              - /etc/b.conf
            commands:
              - command: [iw, dev]
                timeout_seconds: 90.0
                accept_status: [0, 1]
              - ['a b', 'it''s', -x, '-', '~', '*']

        """)
    // What it says to write is what is missing, and nothing more.
    let grants = try SiteSettings.read(file: "t", bytes: Array("name: x\nguidelines: [a]\n\(yaml)".utf8)).grants
    let again = GrantReview(plugin, sha256: Self.newHash, asked, grant: grants[plugin])
    #expect(again.wish == nil)
    #expect(again.notes.isEmpty)
    #expect(grants[plugin]?.command(["iw", "dev"])?.timeoutSeconds == 90)
  }

  /// Whatever a plugin asks for, the lines to paste grant it, and nothing else.
  @Test(arguments: 0..<300 as Range<UInt64>) func theLinesToPasteGrantWhatIsAskedFor(seed: UInt64) throws {
    var random = Generator(seed: seed)
    let alphabet = Array("a1 -'\"#:,[]{}&*!|>%@`?~\\$;=/.あ")
    func word() -> String {
      String((0..<Int.random(in: 1...5, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
    }
    let program =
      ["true", "false", "null", "1e3", "0x1", "a", "-", "~", "---", "..."].randomElement(using: &random) ?? "a"
    let arguments = [program] + (0..<Int.random(in: 0...4, using: &random)).map { _ in word() }
    let path = "/" + word().replacing("/", with: "x")
    let origins = [SourceOrigin(command: arguments), SourceOrigin(file: path)].compactMap(\.self)
    guard !origins.isEmpty else { return }
    let asked = origins.map { asking($0) }
    let wish = try #require(GrantReview(plugin, sha256: Self.hash, asked, grant: nil).wish)
    let pasted = "name: x\nguidelines: [a]\n\(wish.yaml)"
    let grant = try SiteSettings.read(file: "t", bytes: Array(pasted.utf8)).grants[plugin]
    #expect(GrantReview(plugin, sha256: Self.hash, asked, grant: grant).wish == nil, "\(pasted)")
    // The line in a finding says the same.
    let line = try #require(access(nil).open(asked[0]).withheld).text.en.split(separator: "→ ", maxSplits: 1).last
    let short = "name: x\nguidelines: [a]\ngrants:\n  \(line ?? "")\n"
    let granted = try SiteSettings.read(file: "t", bytes: Array(short.utf8)).grants[plugin]
    #expect(granted?.covers(origins[0]) == true, "\(short)")
  }

  @Test func grantsThatNobodyNeedsAreTold() throws {
    let grant = grant(paths: ["/etc/passwd", "/etc/unasked"], commands: [["iw", "dev"], ["iw"]])
    let review = GrantReview(
      plugin, sha256: Self.hash, [asking(.path("/etc/passwd")), asking(.command(["iw"]))], grant: grant)
    #expect(
      review.notes.map { $0.line(in: .en) } == [
        "tenken.yaml:3: Plugin net does not ask for ‘/etc/unasked’. Remove this grant unless you need it.",
        "tenken.yaml:4: Plugin net does not ask for ‘$ iw dev’. Remove this grant unless you need it.",
      ])
    let unknown = GrantReview.unknownPlugins([plugin: grant], [try #require(PluginID("nets"))])
    #expect(
      unknown.map { $0.line(in: .en) } == [
        "tenken.yaml:1: There is no plugin ‘net’, so nothing uses this grant. Did you mean ‘nets’?"
      ])
    #expect(GrantReview.unknownPlugins([plugin: grant], [plugin]).isEmpty)
  }

  @Test func aGrantForWhereALinkLeadsIsNeeded() throws {
    site.link("link.csv", to: "points.csv")
    let (link, real) = ("\(site.path)/link.csv", "\(site.path)/points.csv")
    let review = GrantReview(
      plugin, sha256: Self.hash, [asking(.path(link))], grant: grant(paths: [link, real]))
    #expect(review.notes.isEmpty)
  }

  @Test func anOldGrantIsTold() {
    let grant = grant(paths: ["/etc/passwd"])
    let same = GrantReview(plugin, sha256: Self.newHash, [asking(.path("/etc/passwd"))], grant: grant)
    #expect(same.notes.map(\.text.en).first?.contains("asks for nothing more") == true)
    let more = GrantReview(
      plugin, sha256: Self.newHash, [asking(.path("/etc/passwd")), asking(.path("/etc/group"))], grant: grant)
    #expect(more.notes.map(\.text.en).first?.contains("asks for more") == true)
  }

  // MARK: - What can be asked for

  @Test(arguments: [
    ("x.csv", SourceOrigin.data("x.csv")), ("a/*.csv", .data("a/*.csv")), ("/etc/x", .path("/etc/x")),
    ("/etc/*", .path("/etc/*")), ("", nil), ("/", nil), ("/etc/", nil), ("/etc/../x", nil), ("//x", nil), ("/*/x", nil),
    ("/a\u{202E}b", nil), ("/a\nb", nil), ("/a\\b", nil), ("../x", nil), ("a//b", nil), ("/ ", .path("/ ")),
    ("./x", nil),
  ])
  func aFileIsBelowDataOrAbsolute(file: String, origin: SourceOrigin?) {
    #expect(SourceOrigin(file: file) == origin)
  }

  @Test(arguments: [
    (["iw", "dev"], true), (["/usr/sbin/iw"], true), (["iw", "a b", "$(x)", ";"], true), ([], false), ([""], false),
    (["iw", " "], false), (["./iw"], false), (["bin/iw"], false), (["..", "x"], false), (["/usr/../bin/iw"], false),
    (["iw", "a\nb"], false), (["iw", "\u{202E}"], false), (["iw", "a\0b"], false),
    (Array(repeating: "a", count: 64), true), (Array(repeating: "a", count: 65), false),
    (["iw", String(repeating: "a", count: 4097)], false),
  ])
  func aCommandIsAListOfVisibleArguments(arguments: [String], isOne: Bool) {
    #expect(SourceOrigin(command: arguments) == (isOne ? .command(arguments) : nil))
  }

  @Test(arguments: [
    SourceOrigin.data("a/b.csv"), .path("/etc/*"), .command(["iw", "dev", "が"]), .command([]),
  ])
  func aDeclarationCrossesToAWorkerWhole(origin: SourceOrigin) throws {
    let declaration = asking(origin)
    var writer = FrameWriter()
    writer.write(declaration)
    var reader = FrameReader(writer.bytes)
    #expect(try reader.value(SourceDeclaration.self) == declaration)
    try reader.finish()
    for count in 0..<writer.bytes.count {
      var short = FrameReader(Array(writer.bytes.prefix(count)))
      #expect(throws: FrameError.self) { try short.value(SourceDeclaration.self) }
    }
  }

  private func asking(_ origin: SourceOrigin, id: String = "ledger") -> SourceDeclaration {
    SourceDeclaration(
      id: id, title: LocalizedText(verbatim: "台帳"), origin: origin, format: .csv, columns: accessPoints.columns)
  }

  private func access(_ grant: PluginGrant?) -> SourceAccess {
    SourceAccess(DataFolder(path: site.path), plugin: plugin, sha256: Self.hash, grant: grant)
  }

  private func grant(paths: [String] = [], commands: [[String]] = []) -> PluginGrant {
    PluginGrant(
      pluginSHA256: Self.hash,
      paths: paths.enumerated().map { PluginGrant.Path($1, at: Place(file: "tenken.yaml", line: $0 + 2)) },
      commands: commands.enumerated().map { PluginGrant.Command($1, at: Place(file: "tenken.yaml", line: $0 + 4)) },
      at: Place(file: "tenken.yaml", line: 1))
  }
}

extension SourceInput {
  fileprivate var withheld: Problem? {
    if case .notGranted(let problem) = self { problem } else { nil }
  }
}
