import CLuaBridge

/// A list of records within a state.
public struct LuaList: Hashable, Sendable {
  let reference: Int32
}

/// A table from keys to records within a state.
public struct LuaIndex: Hashable, Sendable {
  let reference: Int32
}

/// What a record is looked up by.
public enum LuaKey: Hashable, Sendable {
  case integer(Int64)
  case text(String)
}

/// Where a record goes when it is kept: into a list, or under a key of an index.
public struct LuaEntry: Sendable {
  private var raw: tl_entry

  /// At the end of a list.
  public init(_ list: LuaList) {
    raw = tl_entry()
    raw.kind = TL_ENTRY_LIST
    raw.target = list.reference
  }

  /// Under a key of an index.
  /// - Parameter onlyFirst: whether the first record of a key is all that it leads to; otherwise to the list of all.
  public init(_ index: LuaIndex, onlyFirst: Bool) {
    raw = tl_entry()
    raw.kind = onlyFirst ? TL_ENTRY_FIRST : TL_ENTRY_ALL
    raw.target = index.reference
  }

  /// The key of the next record: an integer, or text among the bytes that come with the call. What has none is not put into the
  /// index, because nothing leads to it.
  public var key: LuaCell {
    get { LuaCell(raw: raw.key) }
    set { raw.key = newValue.raw }
  }

  /// The number of the record that had the key of the last one already, where only the first is kept; nil if there was none.
  public var earlier: Int? { raw.earlier > 0 ? Int(raw.earlier) : nil }
}
