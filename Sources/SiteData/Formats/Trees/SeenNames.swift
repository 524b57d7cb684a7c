/// The names that an object has had so far, so that none passes twice.
struct SeenNames {
  /// The most names of one object.
  static let most = 262_144
  /// Up to so many, comparing beats hashing.
  private static let few = 16

  private var first: [[UInt8]] = []
  private var all: Set<[UInt8]> = []

  /// Whether there is room for another name.
  var hasRoom: Bool { all.count < Self.most }

  /// Takes a name.
  /// - Returns: false if it has been there before, or if there is no room.
  mutating func insert(_ name: [UInt8]) -> Bool {
    if all.isEmpty, first.count < Self.few {
      if first.contains(name) { return false }
      first.append(name)
      return true
    }
    if all.isEmpty { all = Set(first) }
    return hasRoom && all.insert(name).inserted
  }
}
