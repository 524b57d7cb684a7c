import Crypto
public import Frames
import Glibc

/// Values that were made of files, kept as bytes: taking a catalogue from there costs a tenth of reading its files.
///
/// A snapshot is valid for exactly what it was made of, for this program, and for nothing else. It is a convenience: where it
/// cannot be written or read, or somebody else could have written it, there is none.
public struct Snapshots: Sendable {
  private let folder: PrivateFolder
  private let program: String

  /// Says where snapshots are.
  /// - Parameters:
  ///   - folder: the path of a folder of this user alone. It is made when something is put into it, and the one that it is in.
  ///   - program: what tells this program from every other that might make another value of the same files.
  public init(folder: String, program: String) {
    self.folder = PrivateFolder(folder)
    self.program = program
  }

  /// The place of a value. One kind has one file for the same folders, so that what is edited again and again does not pile up.
  /// - Parameters:
  ///   - kind: what the value is, in a word.
  ///   - folders: the paths of what it is made of.
  ///   - key: everything that it depends on.
  public func snapshot(_ kind: String, of folders: [String], key: [String]) -> Snapshot {
    snapshot(kind, of: folders) { hash in
      hash.add(count: key.count)
      for part in key { hash.add(part) }
    }
  }

  /// The place of a catalogue that is made of some folders.
  func snapshot(of folders: [(path: String, image: FolderImage)]) -> Snapshot {
    snapshot("catalogue", of: folders.map(\.path)) { hash in
      hash.add(count: folders.count)
      for folder in folders { folder.image.add(to: &hash) }
    }
  }

  private func snapshot(_ kind: String, of folders: [String], addKey: (inout SHA256) -> Void) -> Snapshot {
    var (name, key) = (SHA256(), SHA256())
    for folder in folders { name.add(realpath(folder) ?? folder) }
    key.add(program)
    key.add(kind)
    addKey(&key)
    return Snapshot(
      folder: folder, name: "\(kind)-\(hexadecimal(name.finalize().prefix(8)))", key: Array(key.finalize()))
  }
}

/// The place of one value.
public struct Snapshot: Sendable {
  /// More than this is not read.
  private static let largestSize = 64 << 20
  /// The key and the checksum, each with its length.
  private static let headerSize = 2 * (1 + SHA256.byteCount)

  let folder: PrivateFolder
  let name: String
  let key: [UInt8]

  /// The value; nil if there is no snapshot, or it was made of something else, or is not as it was written.
  public func value<Value: FrameCodable>(_ type: Value.Type = Value.self) -> Value? {
    guard let bytes = folder.read(name, atMost: Self.largestSize) else { return nil }
    var reader = FrameReader(bytes)
    guard let key = try? reader.data(), key == self.key, let checksum = try? reader.data(),
      bytes.count >= Self.headerSize, checksum == Array(SHA256.hash(data: bytes[Self.headerSize...])),
      let value = try? reader.value(Value.self), reader.remaining == 0
    else { return nil }
    return value
  }

  /// Keeps a value. If that is not possible, nothing happens.
  public func store(_ value: some FrameCodable) {
    let frame = value.frame
    var writer = FrameWriter(reserving: Self.headerSize)
    writer.write(key)
    // The disk is not waited for, so a crash may leave less than was written.
    writer.write(Array(SHA256.hash(data: frame)))
    folder.write(writer.bytes + frame, as: name)
  }
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The path without links and dots; nil if there is nothing at it.
private func realpath(_ path: String) -> String? {
  guard let text = Glibc.realpath(path, nil) else { return nil }
  // POSIX: memory of realpath's own, ended by NUL, that its caller frees.
  defer { free(text) }
  return String(cString: text)
}
