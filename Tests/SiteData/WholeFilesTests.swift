import Compliance
import Glibc
import Testing

@testable import SiteData

/// Files below a folder, read and written as a whole.
struct WholeFilesTests {
  private let site: Site
  private var tree: FileTree { FileTree(path: site.path) }

  init() throws { site = try Site() }

  private func bytes(_ name: String, in tree: FileTree, atMost limit: Int = 100) -> String {
    do throws(FileTree.Fault) {
      return try tree.bytes(of: name, atMost: limit).map { String(decoding: $0, as: UTF8.self) } ?? "too large"
    } catch {
      switch error {
      case .absent: return "absent"
      case .refused(let problem): return problem.line(in: .en)
      }
    }
  }

  @Test func filesAreReadUpToALimit() throws {
    site.makeFolder("a")
    site.makeFolder("a/b")
    try site.write("12345", to: "a/b/file")
    try site.write("", to: "a/b/empty")
    let inner = tree.below("a/b")
    #expect(bytes("file", in: inner, atMost: 5) == "12345")
    #expect(bytes("file", in: inner, atMost: 4) == "too large")
    #expect(bytes("empty", in: inner, atMost: 0) == "")
    #expect(bytes("none", in: inner) == "absent")
    #expect(bytes("file", in: tree.below("a/none")) == "absent")
    #expect(bytes("file", in: tree.below("a").below("b")) == "12345")
    #expect(try inner.names() == ["empty", "file"])
  }

  @Test func linksAndWaysOutAreRefused() throws {
    site.makeFolder("a")
    try site.write("x", to: "a/file")
    site.link("link", to: "a")
    site.link("a/link", to: "file")
    site.makeFIFO("a/fifo")
    #expect(bytes("link", in: tree.below("a")) == "a/link: Symbolic links are not followed. Put the file itself here.")
    #expect(
      bytes("file", in: tree.below("link")) == "link: Symbolic links are not followed. Put the folder itself here.")
    #expect(bytes("fifo", in: tree.below("a")).hasPrefix("a/fifo: This is not a regular file"))
    #expect(bytes("file", in: tree.below("a/file")) == "a/file: This is not a folder.")
    #expect(bytes("file", in: tree.below("a/../a")).hasPrefix("a/..: "))
    #expect(tree.below("link").obstacle?.place == Place(file: "link"))
    #expect(tree.below("a").obstacle == nil && tree.below("none").obstacle == nil)
    #expect(FileTree(path: "\(site.path)/link").below("link").obstacle?.place == Place(file: "link"))
  }

  @Test func foldersAreMadeOnTheWayToAFileThatIsWritten() throws {
    let inner = tree.below("a/b")
    try inner.replace("file", with: Array("one".utf8))
    try inner.replace("file", with: Array("two".utf8))
    #expect(bytes("file", in: inner) == "two")
    #expect(try inner.names() == ["file"])
    site.link("link", to: "a")
    #expect(throws: FileTree.Fault.self) { try tree.below("link/b").replace("other", with: []) }
    #expect(try inner.names() == ["file"])
  }

  @Test func whatCannotBeReplacedIsLeftAsItIs() throws {
    site.makeFolder("a")
    #expect(throws: SystemError(number: EISDIR)) { try FileTree.replace("\(site.path)/a", with: []) }
    #expect(throws: SystemError(number: ENOENT)) { try FileTree.replace("\(site.path)/none/x", with: []) }
    #expect(try tree.names() == ["a"])
  }
}
