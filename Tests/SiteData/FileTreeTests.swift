import Compliance
import Glibc
import Testing

@testable import SiteData

/// Both ways of finding folders, by the kernel at once and name by name, in a folder full of traps: neither may fall for one, and
/// neither may say anything else than the other.
struct FileTreeTests {
  private let site: Site

  init() throws {
    site = try Site()
    for folder in ["a", "a/b", "a/b/c", "か\u{3099}", "closed", "listless", "a/*"] { site.makeFolder(folder) }
    for file in [
      "top.csv", "a/x.csv", "a/b/x.csv", "a/b/c/x.csv", "か\u{3099}/は\u{309A}.csv", "closed/x.csv", "listless/x.csv",
    ] {
      try site.write(file, to: file)
    }
    site.link("a/out", to: "/etc")
    site.link("a/up", to: "..")
    site.link("a/loop", to: "loop")
    site.link("a/inside", to: "b")
    site.link("a/b/file.csv", to: "x.csv")
    site.link("dangling", to: "nowhere")
    site.link("magic", to: "/proc/self/root")
    site.makeFIFO("a/b/fifo.csv")
    mknod("\(site.path)/a/b/device.csv", S_IFCHR | 0o600, 0x103)  // null(4), where the tests may make one.
    makeSocket("\(site.path)/socket.csv")
    chmod("\(site.path)/a/b/c/x.csv", 0o000)
    chmod("\(site.path)/closed", 0o000)
    chmod("\(site.path)/listless", 0o300)
    chmod(site.path, 0o755)
    for folder in ["a", "a/b", "a/b/c"] { chmod("\(site.path)/\(folder)", 0o755) }
  }

  private static let names = [
    "a", "b", "c", "x.csv", "out", "up", "loop", "inside", "file.csv", "fifo.csv", "device.csv", "*", "?", "x.*", "..",
    ".",
    "etc", "passwd", "が", "ぱ.csv", "か\u{3099}", "closed", "listless", "socket.csv", "dangling", "magic", "top.csv", "B",
    "",
  ]

  /// Every path of one, two or three of the names, and some of more.
  private static var paths: [String] {
    let two = names.flatMap { first in names.map { "\(first)/\($0)" } }
    let three = two.flatMap { first in names.map { "\(first)/\($0)" } }
    return names + two + three + [
      "a/b/c/x.csv", "a/b/c/*", "a/up/a/up/top.csv", "a/b/c/../x.csv", "a//b/x.csv", "/a/x.csv",
    ]
  }

  @Test(arguments: [false, true])
  func bothWaysGiveTheSameAnswer(isNobody: Bool) throws {
    let compare = {
      for path in Self.paths {
        let (kernel, byName) = (open(path, .kernelFirst), open(path, .byName))
        #expect(answer(kernel) == answer(byName), "\(path)")
        #expect(identities(kernel) == identities(byName), "\(path)")
      }
    }
    if isNobody { try asNobody(compare) } else { compare() }
  }

  @Test func theKernelsWayIsTaken() throws {
    // Otherwise the comparison would compare one way with itself.
    guard case .success(let root) = Folder.open(site.path) else {
      Issue.record("the folder cannot be opened")
      return
    }
    #expect(root.descend(["a", "b", "c"]) != nil)
    for way in [
      ["a", "out"], ["a", "up"], ["a", "loop"], ["a", "inside"], ["magic"], [".."], ["a", "x.csv"], ["/"],
    ] {
      #expect(root.descend(way[...]) == nil, "\(way)")
    }
  }

  @Test func nothingBehindALinkIsEverOpened() {
    let allowed = Set(
      ["top.csv", "a/x.csv", "a/b/x.csv", "a/b/c/x.csv", "が/ぱ.csv", "closed/x.csv", "listless/x.csv"].map { "t/\($0)" })
    for path in Self.paths {
      for way in [FileTree.Resolution.kernelFirst, .byName] {
        for name in open(path, way).names ?? [] { #expect(allowed.contains(name), "\(path)") }
      }
    }
  }

  @Test func aFolderThatCanBeEnteredButNotListedGivesItsFilesByName() throws {
    chmod("\(site.path)/listless", 0o711)
    chmod("\(site.path)/listless/x.csv", 0o644)
    try asNobody {
      for way in [FileTree.Resolution.kernelFirst, .byName] {
        #expect(open("listless/x.csv", way).names == ["t/listless/x.csv"])
        #expect(open("listless/*", way).refusal?.text.ja.contains("権限") == true)
      }
    }
  }

  @Test func theMachineIsATreeToo() {
    let title = LocalizedText(verbatim: "t")
    #expect(FileTree.openAnywhere("/etc/passwd", titled: title).names == ["/etc/passwd"])
    #expect(FileTree.openAnywhere("/dev/null", titled: title).refusal?.place.file == "/dev/null")
    #expect(FileTree.openAnywhere("/no/such", titled: title).absence?.place.file == "/no/such")
    #expect(FileTree.openAnywhere("/proc/self/fd/0", titled: title).refusal?.place.file == "/proc/self")
  }

  private func open(_ path: String, _ way: FileTree.Resolution) -> SourceInput {
    FileTree(path: site.path, displayedAs: "t", resolution: way).open(
      path, titled: LocalizedText(verbatim: "x"))
  }

  private func answer(_ input: SourceInput) -> String {
    switch input {
    case .absent(let problem): "absent \(problem.line(in: .ja))"
    case .notGranted(let problem): "not granted \(problem.line(in: .ja))"
    case .unreadable(let problem): "unreadable \(problem.line(in: .ja))"
    case .files(let files): "files \(files.map(\.name))"
    }
  }

  /// Which files were opened, whatever they are called.
  private func identities(_ input: SourceInput) -> [UInt] {
    guard case .files(let files) = input else { return [] }
    return files.map { file in
      var status = stat()
      fstat(file.descriptor, &status)
      return UInt(status.st_ino)
    }
  }
}

private func makeSocket(_ path: String) {
  let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(socket) }
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8).prefix($0.count - 1)) }
  withUnsafePointer(to: &address) { pointer in
    // bind(2) takes any kind of address by the common beginning of all.
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      _ = bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}
