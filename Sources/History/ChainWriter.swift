import Compliance
import GRDB

/// Appends links to the chain; the caller holds the transaction.
struct ChainWriter {
  let database: Database

  /// Links a stored sweep to the one before.
  /// - Parameters:
  ///   - thinned: the sweeps whose records go with this, in ascending order.
  ///   - key: what signs the link, if anything does.
  func append(_ sweep: SweepID, _ record: Digest, thinned: [SweepID], _ key: SigningKey?) throws {
    let last = try database.cachedStatement(sql: "SELECT sha256 FROM link ORDER BY sweep DESC LIMIT 1")
    let link = ChainLink(
      sweep: sweep, previous: try Digest.fetchOne(last) ?? .none, record: record, signer: key?.id, thinned: thinned)
    let signature = try key?.signature(of: link.signed)
    for id in thinned {
      try execute("INSERT INTO thinned (sweep, thinned_with) VALUES (?, ?)", [id.number, sweep.number])
    }
    try execute(
      "INSERT INTO link (sweep, previous, record, sha256, signer, signature) VALUES (?, ?, ?, ?, ?, ?)",
      [sweep.number, link.previous, record, link.digest, key?.id, signature])
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
