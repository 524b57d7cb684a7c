import Compliance
import Crypto
import Frames
import Glibc

/// Catalogues as they were read, kept as bytes: taking one from there costs a tenth of reading its files.
///
/// A snapshot is valid for the bytes of all files and the names in all folders that it was made of, for this program, and for
/// nothing else. It is a convenience: where it cannot be written or read, or somebody else could have written it, there is none.
public struct CatalogueSnapshots: Sendable {
  private let folder: PrivateFolder
  private let program: String

  /// Says where snapshots are.
  /// - Parameters:
  ///   - folder: the path of a folder of this user alone. It is made when something is put into it, and the one that it is in.
  ///   - program: what tells this program from every other that might read the catalogue in another way.
  public init(folder: String, program: String) {
    self.folder = PrivateFolder(folder)
    self.program = program
  }

  /// The place of the snapshot of a catalogue that is made of some folders.
  func snapshot(of folders: [(path: String, image: FolderImage)]) -> CatalogueSnapshot {
    var (name, key) = (SHA256(), SHA256())
    key.add(program)
    key.add(count: folders.count)
    for (path, image) in folders {
      // One file for one catalogue, so that the snapshots of a file that is edited again and again do not pile up.
      name.add(realpath(path) ?? path)
      image.add(to: &key)
    }
    let hexadecimal = name.finalize().prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return CatalogueSnapshot(folder: folder, name: "catalogue-\(hexadecimal)", key: Array(key.finalize()))
  }
}

/// The place of one catalogue's snapshot.
struct CatalogueSnapshot {
  /// More than this is no catalogue.
  private static let largestSize = 64 << 20
  /// The key and the checksum, each with its length.
  private static let headerSize = 2 * (1 + SHA256.byteCount)

  let folder: PrivateFolder
  let name: String
  let key: [UInt8]

  /// The catalogue; nil if there is no snapshot, or it was made of other files, or is not as it was written.
  var catalogue: Catalogue? {
    guard let bytes = folder.read(name, atMost: Self.largestSize) else { return nil }
    var reader = FrameReader(bytes)
    guard let key = try? reader.data(), key == self.key, let checksum = try? reader.data(),
      bytes.count >= Self.headerSize, checksum == Array(SHA256.hash(data: bytes[Self.headerSize...])),
      let catalogue = try? reader.value(Catalogue.self), reader.remaining == 0
    else { return nil }
    return catalogue
  }

  /// Keeps a catalogue in which nothing is wrong. If that is not possible, nothing happens.
  func store(_ catalogue: Catalogue) {
    let frame = catalogue.frame
    var writer = FrameWriter(reserving: Self.headerSize + frame.count)
    writer.write(key)
    // A disk may lose what was written last; the file is not waited for.
    writer.write(Array(SHA256.hash(data: frame)))
    folder.write(writer.bytes + frame, as: name)
  }
}

/// The path without links and dots; nil if there is nothing at it.
private func realpath(_ path: String) -> String? {
  guard let text = Glibc.realpath(path, nil) else { return nil }
  // POSIX: memory of realpath's own, ended by NUL, that its caller frees.
  defer { free(text) }
  return String(cString: text)
}
