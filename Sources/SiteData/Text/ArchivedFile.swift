import Compliance
import Wording

/// The bytes of a file in a ZIP archive, which is opened when they are first read.
struct ArchivedFile: ByteSource {
  private let file: SourceFile
  private let wanted: String
  private var member: ZipMemberBytes?
  private var openingFailure: ReadFailure?

  /// - Parameter member: the name in the archive; `*` and `?` match as in the names of sources.
  init(_ file: SourceFile, member wanted: String) {
    (self.file, self.wanted) = (file, wanted)
  }

  var isAtEnd: Bool { openingFailure != nil || member?.isAtEnd == true }
  var failure: ReadFailure? { openingFailure ?? member?.failure }

  mutating func read(into buffer: inout [UInt8], from start: Int, count: Int) -> Int {
    if member == nil, openingFailure == nil { open() }
    return member?.read(into: &buffer, from: start, count: count) ?? 0
  }

  mutating func finish() -> String? {
    var whole = FileBytes(file, unpacks: false)
    return whole.finish()
  }

  private mutating func open() {
    do throws(ZipArchive.Fault) {
      let archive = try ZipArchive(file)
      let pattern = FilePattern(wanted)
      let files = archive.members.filter { !$0.name.hasSuffix("/") }
      let found = files.filter { pattern?.matches($0.name) ?? ($0.name == wanted) }
      if found.count == 1 {
        if found[0].isEncrypted {
          openingFailure = .archive(Wording.encryptedMember(found[0].name))
        } else {
          member = try archive.open(found[0])
        }
      } else if found.isEmpty {
        let meant = nearest(to: wanted, among: files.map(\.name))
        openingFailure = .archive(Wording.noSuchMember(wanted, names: Self.shownNames(files), meant: meant))
      } else {
        openingFailure = .archive(Wording.severalMembers(wanted, names: Self.shownNames(found)))
      }
    } catch {
      switch error {
      case .failed(let failure): openingFailure = failure
      case .damaged, .tooMany: openingFailure = .archive(Wording.notAnArchive)
      }
    }
  }

  private static func shownNames(_ members: [ZipArchive.Member]) -> [String] {
    members.prefix(10).map { shown($0.name.utf8) }
  }
}
