import Glibc
import Testing

/// A folder that lasts as long as the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/tenken-checks-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove("") }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try makeFolder(name.split(separator: "/").dropLast().joined(separator: "/"))
    let file = try #require(fopen("\(path)/\(name)", "w"))
    defer { fclose(file) }
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  func makeFolder(_ name: String) throws {
    var current = path
    for part in name.split(separator: "/") {
      current += "/\(part)"
      try #require(mkdir(current, 0o755) == 0 || errno == EEXIST)
    }
  }

  /// What a file holds; nil if there is none.
  func read(_ name: String) -> String? {
    guard let file = fopen("\(path)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var text: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { text.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: text, as: UTF8.self)
  }

  func makeFIFO(_ name: String) throws { try #require(mkfifo("\(path)/\(name)", 0o644) == 0) }

  /// Gives a file a length, without bytes on the disk.
  func stretch(_ name: String, to length: Int) throws { try #require(truncate("\(path)/\(name)", length) == 0) }

  func link(_ name: String, to target: String) throws { try #require(symlink(target, "\(path)/\(name)") == 0) }

  private func remove(_ name: String) {
    let here = name.isEmpty ? path : "\(path)/\(name)"
    if let folder = opendir(here) {
      while let entry = readdir(folder) {
        // d_name is a NUL-terminated tuple within the entry, which lives until the next readdir.
        let child = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if child != ".", child != ".." {
          let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
          let relative = name.isEmpty ? child : "\(name)/\(child)"
          if isFolder { remove(relative) } else { unlink("\(path)/\(relative)") }
        }
      }
      closedir(folder)
    }
    rmdir(here)
  }
}
