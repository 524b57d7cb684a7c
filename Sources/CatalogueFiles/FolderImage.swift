import Compliance
import Crypto
import FoundationEssentials
import StrictYAML
import Wording

/// A catalogue's folder as it was read once: the names in it, and the bytes of every file that a catalogue is made of.
///
/// What tells one state of the folder from another is taken from the same bytes that are then read as YAML, so that a file that
/// changes meanwhile cannot come between the two.
struct FolderImage {
  /// What is known of the names in a folder.
  enum Listing {
    /// The names but for hidden ones, in natural order.
    case names([String])
    /// It may not be read.
    case forbidden
    /// It is no folder, or there is none.
    case absent
  }

  /// The names in the folder itself.
  let root: Listing
  private let folders: [(name: String, listing: Listing)]
  private let files: [(name: String, content: Result<[UInt8], Problem>)]
  private let fileNumbers: [String: Int]

  /// Reads a folder.
  /// - Parameters:
  ///   - path: where the folder is.
  ///   - prefix: what stands before the names of the files in problems.
  init(path: String, shownBelow prefix: String) {
    root = Self.listing(of: path)
    var folders: [(name: String, listing: Listing)] = []
    // What every catalogue must have is read even where the names are not told.
    var names = [CatalogueFolder.documentsFile, CatalogueFolder.guidelinesFile]
    for name in root.names where !names.contains(name) {
      if name.hasSuffix(".yaml") {
        names.append(name)
      } else if name != CatalogueFolder.readMe {
        let listing = Self.listing(of: "\(path)/\(name)")
        folders.append((name, listing))
        names += listing.names.filter { $0.hasSuffix(".yaml") }.map { "\(name)/\($0)" }
      }
    }
    self.folders = folders
    files = names.map { name in
      // One byte more than a document may have, so that its size tells on it.
      let limit = YAMLDocument.largestSize + 1
      do throws(Problem) {
        return (name, .success(try RegularFile.bytes(path: "\(path)/\(name)", file: prefix + name, atMost: limit)))
      } catch {
        return (name, .failure(error))
      }
    }
    fileNumbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// The names in a folder of it.
  func listing(of folder: String) -> Listing { folders.first { $0.name == folder }?.listing ?? .absent }

  /// The bytes of a file, or why it cannot be read; nil if there is no such file.
  func content(of file: String) -> Result<[UInt8], Problem>? { fileNumbers[file].map { files[$0].content } }

  /// Adds everything that was read to a hash. Each name and each content comes with its length, so that no two states of a
  /// folder look the same.
  func add(to hash: inout SHA256) {
    hash.add(root.names)
    for folder in folders {
      hash.add(folder.name)
      hash.add(folder.listing.names)
    }
    for file in files {
      hash.add(file.name)
      switch file.content {
      case .success(let bytes):
        hash.add(count: bytes.count)
        hash.update(data: bytes)
      // No count: what cannot be read is not what is empty.
      case .failure: hash.add(count: -1)
      }
    }
  }

  private static func listing(of folder: String) -> Listing {
    do {
      return .names(
        try FileManager.default.contentsOfDirectory(atPath: folder)
          .filter { !$0.hasPrefix(".") }
          .sorted(by: naturallyPrecedes))
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      return .forbidden
    } catch {
      return .absent
    }
  }
}

extension FolderImage.Listing {
  /// The names as far as they are known.
  var names: [String] {
    if case .names(let names) = self { names } else { [] }
  }
}

extension SHA256 {
  /// Adds a number as its eight bytes, the lowest first.
  mutating func add(count: Int) {
    update(data: (0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) })
  }

  /// Adds a text with its length.
  mutating func add(_ text: String) {
    let bytes = Array(text.utf8)
    add(count: bytes.count)
    update(data: bytes)
  }

  fileprivate mutating func add(_ names: [String]) {
    add(count: names.count)
    for name in names { add(name) }
  }
}
