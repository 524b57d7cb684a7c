import Compliance
import Glibc
import Testing

@testable import SiteData

/// A folder for one test, removed with everything in it when the test is over.
final class Site {
  let path: String

  init() throws {
    var template = Array("/tmp/tenken-site-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    remove(path)
  }

  private func remove(_ path: String) {
    chmod(path, 0o700)
    if let stream = opendir(path) {
      var names: [String] = []
      // readdir's entry is valid until the next call, and its name ends with a NUL.
      while let entry = readdir(stream) {
        names.append(
          withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
      }
      closedir(stream)
      for name in names where name != "." && name != ".." {
        let inner = "\(path)/\(name)"
        var status = stat()
        if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { remove(inner) } else { unlink(inner) }
      }
    }
    rmdir(path)
  }

  func makeFolder(_ name: String) {
    mkdir("\(path)/\(name)", 0o700)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let descriptor = Glibc.open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
  }

  func link(_ name: String, to target: String) {
    symlink(target, "\(path)/\(name)")
  }

  func makeFIFO(_ name: String) {
    mkfifo("\(path)/\(name)", 0o600)
  }

  /// Opens a source in the folder.
  func open(_ file: String) -> SourceInput {
    DataFolder(path: path).open(source(accessPoints.columns, file: file))
  }
}

extension SourceInput {
  /// The names of the files; nil if there are none.
  var names: [String]? {
    if case .files(let files) = self { files.map(\.name) } else { nil }
  }

  var absence: Problem? {
    if case .absent(let problem) = self { problem } else { nil }
  }

  var refusal: Problem? {
    if case .unreadable(let problem) = self { problem } else { nil }
  }
}
