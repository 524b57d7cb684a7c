import Compliance

/// What ties a sweep to the one before it. It stays when the sweep's record is thinned out.
struct ChainLink: Hashable {
  /// The sweep.
  let sweep: SweepID
  /// The hash of the link before; zeros for the first.
  let previous: Digest
  /// The hash of the sweep's record.
  let record: Digest
  /// The id of the key that it is signed with; nil without a signature. It is hashed, so that a signature cannot be taken away unseen.
  let signer: String?
  /// The sweeps whose records were thinned out when this one was stored, in ascending order. They are part of the link and not of the
  /// record, so that they are still told when the record is thinned out itself.
  let thinned: [SweepID]

  /// What is hashed.
  var text: String {
    var lines = [
      "tenken.link/1", "sweep \(sweep)", "previous \(previous)", "record \(record)", "signer \(signer ?? "none")",
    ]
    if !thinned.isEmpty { lines.append("thinned \(thinned.map(\.description).joined(separator: " "))") }
    return lines.map { "\($0)\n" }.joined()
  }

  /// Its hash, which the next link repeats.
  var digest: Digest { Digest(of: text) }
}

extension ChainLink {
  /// What is signed: what an exported head says, so that who has a head needs nothing else to check its signature.
  var signed: String { Self.signed(sweep, "\(digest)") }

  /// What is signed of a sweep's link with this hash.
  static func signed(_ sweep: SweepID, _ sha256: String) -> String {
    "tenken.head/1\nsweep \(sweep)\nsha256 \(sha256)\n"
  }
}
