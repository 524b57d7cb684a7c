import Glibc

/// A file of a source, open for reading. Copies share one descriptor, which is closed when the last of them is gone.
///
/// It is read at positions of the reader's own (pread(2)), so that several readers can read one file, one after the other or
/// at the same time.
public struct SourceFile: Sendable {
  /// The path as people know it, such as `data/wireless/access-points.csv`.
  public let name: String
  private let open: OpenDescriptor

  /// Makes a file of a descriptor of a regular file that is open for reading, and takes it over: it is closed with the last
  /// copy.
  public init(name: String, owning descriptor: Int32) {
    self.name = name
    open = OpenDescriptor(descriptor)
  }

  /// The file in an archive that is meant; nil for the file itself.
  private(set) var member: String?

  /// A file in this one, which is an archive.
  func inside(_ member: String) -> SourceFile {
    var file = self
    file.member = member
    return file
  }

  /// When it was last changed, in seconds since 1970-01-01T00:00:00Z; nil if the system does not tell.
  public var modifiedAt: Int? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_mtim.tv_sec : nil
  }

  /// What is read in place of the file: the bytes that were packed in it; nil for the file's own.
  private(set) var contents: [UInt8]?

  /// A file of bytes, which came out of this one.
  func holding(_ contents: [UInt8]) -> SourceFile {
    var file = self
    file.contents = contents
    file.member = nil
    return file
  }

  /// How many bytes it has now; nil if that cannot be told, as of what the kernel makes up (`/proc`).
  var length: Int? {
    if let contents { return contents.count }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    return Int(status.st_size)
  }

  /// What tells whether somebody has changed a file.
  public struct Version: Hashable, Sendable {
    /// The bytes.
    public let size: Int
    private let changed: [Int]

    fileprivate init(_ status: stat) {
      size = Int(status.st_size)
      changed = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    }
  }

  /// What the file is like now; nil if the system does not tell.
  public var version: Version? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Version(status) : nil
  }

  /// The descriptor, valid as long as a copy of this value lives; for handing it to a worker process.
  public var descriptor: Int32 { open.number }
}

/// A descriptor and the duty to close it. Sendable because its only property never changes, and the kernel orders the calls
/// that are made with it.
private final class OpenDescriptor: Sendable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }
}
