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
  /// What persons have stated.
  public var attestationsFile: String { "\(path)/attestations.yaml" }
  /// The deviations that the hospital has accepted.
  public var waiversFile: String { "\(path)/waivers.yaml" }
  /// What Tenken keeps: the history, the lock, the key of pseudonyms.
  public var recordsFolder: String { "\(path)/.tenken" }
  /// The history of sweeps.
  public var historyFile: String { "\(recordsFolder)/history.sqlite" }
  /// The key that signs sweeps, where the settings name no other.
  public var signingKeyFile: String { "\(recordsFolder)/history.key" }
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
    if let key = try read(file) { return key }
    // Written whole under another name first: whoever is killed in between leaves no half of a key behind.
    let draft = "\(file).\(getpid())"
    try write((0..<32).map { _ in UInt8.random(in: .min ... .max) }, to: draft)
    defer { unlink(draft) }
    if link(draft, file) != 0, errno != EEXIST { throw SystemError(number: errno) }
    guard let key = try read(file) else { throw SystemError(number: ENOENT) }
    return key
  }

  private func read(_ file: String) throws(SystemError) -> [UInt8]? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw SystemError(number: errno)
    }
    defer { close(descriptor) }
    var key = [UInt8](repeating: 0, count: 33)
    let count = Glibc.read(descriptor, &key, key.count)
    guard count >= 0 else { throw SystemError(number: errno) }
    guard count == 32 else { throw SystemError(number: EINVAL) }
    return Array(key.prefix(32))
  }

  private func write(_ key: [UInt8], to file: String) throws(SystemError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, key, key.count) == key.count else {
      let code = errno
      unlink(file)
      throw SystemError(number: code == 0 ? ENOSPC : code)
    }
    fsync(descriptor)
  }
}
