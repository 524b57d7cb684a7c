import FoundationEssentials
import Glibc
import SiteData
import Wording

/// A folder that appears with everything in it, or not at all. It is put together under another name and then renamed.
struct NewFolder {
  /// Where it will be.
  let path: String
  /// Where it is put together.
  let draft: String

  /// Begins a folder.
  /// - Parameter workshop: an existing folder of the same file system, in which it is put together.
  init(_ path: String, in workshop: String) throws(Failure) {
    self.path = path
    var template = Array("\(workshop)/.tenken-new.XXXXXX".utf8CString)
    // mkdtemp(3) writes into the buffer, which ends in a zero and outlives the call.
    guard mkdtemp(&template) != nil else {
      throw .input(Wording.Command.cannotMake(path, SystemError(number: errno).description))
    }
    draft = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file into it, and the folders that the file's path names.
  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    let file = "\(draft)/\(name)"
    do {
      try FileManager.default.createDirectory(atPath: file.parentFolder, withIntermediateDirectories: true)
    } catch {
      throw .cannotMake(path, error)
    }
    try OutputFile.write(bytes, to: file)
  }

  /// Puts it in its place.
  func publish() throws(Failure) {
    // mkdtemp makes folders for the owner only.
    let mask = umask(0)
    umask(mask)
    // rename(2) replaces no file, no link and no folder with something in it.
    guard chmod(draft, 0o777 & ~mask) == 0, rename(draft, path) == 0 else {
      switch errno {
      case EEXIST, ENOTEMPTY, ENOTDIR: throw .usage([Wording.PluginNew.exists(path)])
      case let number: throw .input(Wording.Command.cannotMake(path, SystemError(number: number).description))
      }
    }
  }

  /// Removes what was put together and did not find its place.
  func giveUp() { try? FileManager.default.removeItem(atPath: draft) }
}

/// Whether anything lies at a path, were it a link that leads nowhere.
func isTaken(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}
