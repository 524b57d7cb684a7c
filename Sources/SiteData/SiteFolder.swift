import Glibc

/// The folder of a site: where its settings, data, plugins and records are.
public struct SiteFolder: Sendable, Hashable {
  /// The path of the folder.
  public let path: String

  /// Names a site's folder.
  public init(_ path: String) { self.path = path }

  /// The settings.
  public var settingsFile: String { "\(path)/tenken.yaml" }
  /// What the hospital exports.
  public var dataFolder: String { "\(path)/data" }
  /// The site's own checks.
  public var pluginsFolder: String { "\(path)/plugins" }
  /// The site's own requirements.
  public var catalogueFolder: String { "\(path)/catalogue" }
  /// What Tenken keeps: the history, the lock, the key of pseudonyms.
  public var recordsFolder: String { "\(path)/.tenken" }
  /// The history of sweeps.
  public var historyFile: String { "\(recordsFolder)/history.sqlite" }
  /// The lock of the running sweep.
  public var lockFile: String { "\(recordsFolder)/lock" }

  /// Makes the folder for Tenken's records, for its owner only.
  /// - Throws: the system's error.
  public func makeRecordsFolder() throws(SystemError) {
    if mkdir(recordsFolder, 0o700) != 0, errno != EEXIST { throw SystemError(number: errno) }
  }

  /// The site's secret for pseudonyms: 32 random bytes, made at the first call and kept, so that a person has the same pseudonym in every sweep.
  /// - Throws: the system's error; a key file of another length is refused with `EINVAL` and left as it is.
  public func pseudonymKey() throws(SystemError) -> [UInt8] {
    let file = "\(recordsFolder)/pseudonym.key"
    var descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      var random = SystemRandomNumberGenerator()
      let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      let written = write(descriptor, key, key.count)
      close(descriptor)
      guard written == key.count else {
        unlink(file)
        throw SystemError(number: ENOSPC)
      }
      return key
    }
    guard errno == EEXIST else { throw SystemError(number: errno) }
    descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    defer { close(descriptor) }
    var key = [UInt8](repeating: 0, count: 33)
    guard read(descriptor, &key, key.count) == 32 else { throw SystemError(number: EINVAL) }
    return Array(key.prefix(32))
  }
}
