import Compliance
import Glibc
import Testing

@testable import SiteData

struct DataFolderTests {
  private let site: Site

  init() throws {
    site = try Site()
    site.makeFolder("wireless")
    try site.write("name,encryption\na,x\n", to: "wireless/points.csv")
  }

  @Test func aFileIsOpenedUnderItsDisplayedName() throws {
    let input = site.open("wireless/points.csv")
    #expect(input.names == ["data/wireless/points.csv"])
    guard case .files(let files) = input else { return }
    for _ in 1...2 {
      // A file can be read more than once.
      let reader = RecordReader(accessPoints, files: files, timeZone: .japan, pseudonyms: nil)
      #expect(steps(reader) == [.record(line: 2, ["a", "x", .null])])
      #expect(reader.record.place == Place(file: "data/wireless/points.csv", line: 2))
    }
  }

  @Test func anAbsentFileIsNamedWithWhatMayBeMeant() throws {
    let near = try #require(site.open("wireless/point.csv").absence)
    #expect(near.place.file == "data/wireless/point.csv")
    #expect(near.text.ja == "「台帳」のファイルがない。「data/wireless/points.csv」のことであれば名前を直す。")
    #expect(site.open("other/x.csv").absence?.text.ja == "「台帳」のファイルがない。この場所に置く。")
    #expect(site.open("wireles/points.csv").absence?.text.ja.contains("「data/wireless」") == true)
    #expect(site.open("wireless/*.tsv").absence?.text.ja.contains("一つもない") == true)
    let nowhere = DataFolder(path: site.path + "/none").open(accessPoints)
    #expect(nowhere.absence?.place.file == "data")
  }

  @Test(arguments: [
    "/etc/passwd", "../x.csv", "wireless/../wireless/points.csv", "./x.csv", "", "wireless//points.csv", "wireless/",
    "..",
  ])
  func noPathLeavesTheFolder(_ path: String) {
    #expect(site.open(path).refusal?.text.ja.contains("data/ の下のファイル") == true)
  }

  @Test func symbolicLinksAreNotFollowed() throws {
    site.link("wireless/link.csv", to: "points.csv")
    site.link("folder", to: "wireless")
    site.link("outside", to: "/etc")
    site.link("dangling.csv", to: "nowhere")
    for path in [
      "wireless/link.csv", "folder/points.csv", "outside/passwd", "dangling.csv", "wireless/*.csv", "outside/*",
    ] {
      #expect(site.open(path).refusal?.text.ja.contains("シンボリックリンク") == true, "\(path)")
    }
  }

  @Test func onlyRegularFilesAreOpened() throws {
    site.makeFIFO("wireless/fifo.csv")
    // Nobody writes to it: opening it in the ordinary way would wait for ever.
    #expect(site.open("wireless/fifo.csv").refusal?.text.ja.contains("通常のファイルではない") == true)
    #expect(site.open("wireless").refusal?.text.ja.contains("フォルダである") == true)
    #expect(site.open("wireless/points.csv/x").refusal?.text.ja == "フォルダではない。")
    #expect(DataFolder(path: "/dev").open(source([], file: "null")).refusal?.text.ja.contains("デバイス") == true)
    let all = try #require(site.open("wireless/*").refusal)
    #expect(all.place.file == "data/wireless/fifo.csv")
  }

  @Test func aFileWithoutPermissionIsUnreadable() throws {
    chmod(site.path, 0o755)
    chmod("\(site.path)/wireless", 0o755)
    chmod("\(site.path)/wireless/points.csv", 0)
    let problem = try asNobody { site.open("wireless/points.csv").refusal }
    #expect(problem?.place.file == "data/wireless/points.csv")
    #expect(problem?.text.ja.contains("権限") == true)
  }

  @Test func patternsMatchTheLastComponentInTheOrderOfNames() throws {
    for name in ["b.csv", "a2.csv", "a10.csv", "A.CSV", ".hidden.csv", "~$a.csv", "a.txt"] {
      try site.write("", to: name)
    }
    site.makeFolder("folder.csv")
    #expect(site.open("*.csv").names == ["data/a10.csv", "data/a2.csv", "data/b.csv"])
    #expect(site.open("a?.csv").names == ["data/a2.csv"])
    #expect(site.open("*").names == ["data/A.CSV", "data/a.txt", "data/a10.csv", "data/a2.csv", "data/b.csv"])
    #expect(site.open("wire*/points.csv").absence != nil)
  }

  @Test func oneBadMatchMakesTheSourceUnreadable() throws {
    for name in ["a.csv", "c.csv"] { try site.write("", to: name) }
    site.link("b.csv", to: "a.csv")
    site.makeFIFO("d.csv")
    let problem = try #require(site.open("*.csv").refusal)
    #expect(problem.place.file == "data/b.csv" && problem.text.ja.contains("data/d.csv"))
  }

  @Test func namesFromMacOSAreFound() throws {
    try site.write("", to: "か\u{3099}.csv")
    #expect(site.open("が.csv").names?.count == 1)
    #expect(site.open("が*").names?.count == 1)
  }

  @Test func theFolderItselfMayBeALink() throws {
    site.link("data", to: "wireless")
    #expect(DataFolder(path: site.path + "/data").open(source([], file: "points.csv")).names == ["data/points.csv"])
  }

  @Test func descriptorsAreClosedWithTheLastCopy() throws {
    // A pipe tells when its other end is closed, whoever else opens descriptors meanwhile.
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let isOpen = { poll(pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)) == 0 }
    var copy: SourceFile?
    do {
      let file = SourceFile(name: "pipe", owning: ends[1])
      copy = file
      #expect(file.descriptor == ends[1])
    }
    #expect(isOpen())
    #expect(copy?.name == "pipe")
    copy = nil
    #expect(!isOpen())
  }

  @Test(arguments: [
    ("*", "a", true), ("*", "", true), ("*.conf", "a.conf", true), ("*.conf", "a.conf.bak", false),
    ("a*b*c", "aXbYbZc", true),
    ("a*b*c", "aXbYbZ", false), ("??", "病棟", true), ("??", "病", false),
    ("*a*a*a*a*a*b", String(repeating: "a", count: 200), false),
    ("*", ".a", false), (".*", ".a", true), ("[a]?", "[a]b", true),
  ])
  func patterns(_ pattern: String, _ name: String, _ matches: Bool) throws {
    #expect(try #require(FilePattern(pattern)).matches(name) == matches)
  }

  @Test func aPlainNameIsNoPattern() {
    #expect(FilePattern("a.csv") == nil)
  }
}

/// The number of descriptors, of one, on which something has happened.
private func poll(_ descriptor: pollfd) -> Int32 {
  var descriptor = descriptor
  return Glibc.poll(&descriptor, 1, 0)
}

/// Runs something without the superuser's right to read everything, on this thread only; for another user it changes nothing.
func asNobody<Result>(_ body: () throws -> Result) throws -> Result {
  let symbol = try #require(dlsym(nil, "setfsuid"))
  // setfsuid(2) takes a uid_t and returns the one before as an int; the Glibc module does not name it.
  let setUser = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> Int32).self)
  let before = setUser(65_534)
  defer { _ = setUser(uid_t(before)) }
  return try body()
}
