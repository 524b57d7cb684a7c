/// A sweep of the history with what surrounds it.
public struct StoredSweep: Sendable {
  /// The number.
  public let id: SweepID
  /// The sweep.
  public let result: SweepResult
  /// What ran it, such as `tenken 0.1.0, Lua 5.4.4`.
  public let program: String
  /// SHA-256 of the catalogue's files.
  public let catalogueSHA256: String

  /// Makes a stored sweep.
  public init(id: SweepID, result: SweepResult, program: String, catalogueSHA256: String) {
    self.id = id
    self.result = result
    self.program = program
    self.catalogueSHA256 = catalogueSHA256
  }
}
