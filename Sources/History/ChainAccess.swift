import Compliance
import FoundationEssentials
import GRDB

/// The chain of a site's history, for those who check it or keep its head.
extension SweepStore {
  /// Holds the history against its chain.
  /// - Parameters:
  ///   - keys: the keys whose signatures are believed.
  ///   - head: a head that was kept elsewhere.
  /// - Returns: everything that is not as it was stored, and what is whole. A damaged file is part of it, as far as it can be read.
  public func verify(keys: [VerifyingKey], head: HistoryHead?) throws(HistoryError) -> HistoryVerification {
    do {
      return try read { database -> HistoryVerification in
        var verifier = HistoryVerifier(database, keys: keys, head: head)
        return try verifier.verify()
      }
    } catch {
      guard error.cause == .damaged else { throw error }
      return HistoryVerification(faults: [HistoryFault(nil, .fileDamaged)], whole: [], head: nil, comparedHead: head)
    }
  }

  /// The head of the chain; nil if no sweep is linked.
  public func head() throws(HistoryError) -> HistoryHead? { try head(of: nil) }

  /// The head as it was when a sweep was the newest; nil if the sweep is not linked.
  public func head(of sweep: SweepID?) throws(HistoryError) -> HistoryHead? {
    try read { database -> HistoryHead? in
      let find = """
        SELECT link.*, coalesce(sweep.at, '') AS at FROM link LEFT JOIN sweep ON sweep.id = link.sweep
        WHERE link.sweep = ifnull(?, (SELECT max(sweep) FROM link))
        """
      guard let row = try Row.fetchOne(database, sql: find, arguments: [sweep?.number]) else { return nil }
      let sha256: Digest = try row.stored("sha256")
      let signature: Data? = try row.storedIfAny("signature")
      return HistoryHead(
        sweep: SweepID(try row.stored("sweep")), at: try row.stored("at"), sha256: "\(sha256)",
        signer: try row.storedIfAny("signer"), signature: signature?.base64EncodedString())
    }
  }
}
