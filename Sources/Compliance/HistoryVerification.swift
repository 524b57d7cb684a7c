/// The head of a history's chain: what stands for every sweep up to it. Who keeps it elsewhere can tell later whether the history is
/// still the same.
public struct HistoryHead: Hashable, Sendable {
  /// The last sweep that it covers.
  public let sweep: SweepID
  /// The moment of that sweep, in ISO 8601; for people only, the hash covers it.
  public let at: String
  /// The hash of its link, 64 digits of lower-case hexadecimal.
  public let sha256: String
  /// The id of the key that signed it; nil if nothing did.
  public let signer: String?
  /// The signature in Base64; nil if there is none.
  public let signature: String?

  /// Makes a head.
  public init(sweep: SweepID, at: String, sha256: String, signer: String? = nil, signature: String? = nil) {
    self.sweep = sweep
    self.at = at
    self.sha256 = sha256
    self.signer = signer
    self.signature = signature
  }
}

/// A part of a sweep's record.
public enum RecordPart: Hashable, Sendable {
  /// What stands of the sweep itself: its moments, its selection, its program.
  case sweep
  /// What a check gave; the tables of it that differ, as far as that can be told.
  case check(String, tables: [String])
  /// A table of the sweep, such as that of standings.
  case table(String)
}

/// Something in a history that is not as it was stored.
public struct HistoryFault: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// A part of the record is another than was stored.
    case changed(RecordPart)
    /// A part of the record is gone.
    case removed(RecordPart)
    /// A part of the record was not stored with it.
    case added(RecordPart)
    /// The checks of the sweep stand in another order.
    case reordered
    /// The record is not the one that was stored, and the digests of its parts do not tell where.
    case recordChanged
    /// The whole record is gone, and no later sweep says that it was thinned out.
    case recordRemoved
    /// A later sweep says that the record was thinned out, and it is there.
    case recordReturned
    /// There is a record without a link: it was inserted, or its link was deleted.
    case notLinked
    /// The link does not have the hash that stands with it.
    case linkChanged
    /// The link does not follow the one before it: links between them were deleted, or replaced.
    case linkBroken
    /// The signature is not the signer's.
    case signatureWrong
    /// The link is not signed, though earlier ones are.
    case signatureMissing
    /// Sweeps up to this one were stored, and the last of them are gone with their links.
    case tailRemoved
    /// The record cannot be read.
    case unreadable
    /// The head that was kept elsewhere has another hash for this sweep, or the sweep is not in the chain.
    case notOfHead
    /// The signature of the head that was given is not the signer's.
    case headSignatureWrong
    /// The database file is damaged.
    case fileDamaged
    /// The layout of the database was changed: tables, indexes, triggers or views.
    case layoutChanged
    /// Rows that belong to nothing.
    case strayRows
  }

  /// The sweep; nil for the file as a whole.
  public let sweep: SweepID?
  /// What it is.
  public let kind: Kind

  /// Makes a fault.
  public init(_ sweep: SweepID?, _ kind: Kind) {
    self.sweep = sweep
    self.kind = kind
  }
}

/// What checking a history against its chain gave.
public struct HistoryVerification: Sendable {
  /// Everything that is not as it was stored, by sweep; what is of the whole file comes first.
  public let faults: [HistoryFault]
  /// The sweeps whose record and link are as they were stored.
  public let whole: [SweepID]
  /// The sweeps that were thinned out, whose links are as they were stored.
  public let thinned: Int
  /// The sweeps from before there was a chain, of which nothing can be told.
  public let unchained: Int
  /// The sweeps whose signature was checked and is right.
  public let signed: Int
  /// The ids of signers of which the key was not at hand, in order.
  public let unknownSigners: [String]
  /// The head of the chain; nil if there is no link.
  public let head: HistoryHead?
  /// The head that it was compared with; nil if there was none.
  public let comparedHead: HistoryHead?

  /// Makes a result.
  public init(
    faults: [HistoryFault], whole: [SweepID], thinned: Int = 0, unchained: Int = 0, signed: Int = 0,
    unknownSigners: [String] = [], head: HistoryHead?, comparedHead: HistoryHead? = nil
  ) {
    self.faults = faults
    self.whole = whole
    self.thinned = thinned
    self.unchained = unchained
    self.signed = signed
    self.unknownSigners = unknownSigners
    self.head = head
    self.comparedHead = comparedHead
  }

  /// Whether everything that can be told is as it was stored.
  public var isWhole: Bool { faults.isEmpty }
}
