/// The walk through one record, along the paths of all columns at once.
struct RecordWalk {
  let trie: FieldTrie

  init(_ trie: FieldTrie) {
    self.trie = trie
  }

  private struct Level {
    let isObject: Bool
    /// Where the level's places in the trie begin in `active`.
    let start: Int
    let end: Int
    var index = -1
  }

  /// A place in the trie that the walk is at.
  private struct Position {
    let node: Int
    /// Whether it is an element of the list that stands at the node.
    let isItem: Bool
  }

  /// Reads from the first piece of a record to its last.
  func read<Tokens: TreeTokens>(
    _ first: TreeToken, from tokens: inout Tokens, into fields: inout GatheredFields
  ) throws(TreeFault) {
    var levels: [Level] = []
    var active = [Position(node: 0, isItem: false)]
    var start = 0
    var token = first
    while true {
      switch token {
      case .key:
        active.removeSubrange((levels.last?.end ?? 0)...)
        start = active.count
        step(levels, to: trie.foldsNames ? foldedName(tokens.text) : tokens.text, &active)
      case .value, .null:
        enterElement(&levels, &active, &start)
        for position in active[start...] { put(position, token, tokens.text, &fields) }
      case .beginObject, .beginList:
        enterElement(&levels, &active, &start)
        for position in active[start...] { open(position, token, &fields) }
        levels.append(Level(isObject: token == .beginObject, start: start, end: active.count))
      case .endObject, .endList:
        _ = levels.popLast()
      case .end:
        return
      }
      if levels.isEmpty { return }
      token = try tokens.next()
    }
  }

  /// Goes on to the next element if the innermost level is a list; in an object, the key has done that.
  private func enterElement(_ levels: inout [Level], _ active: inout [Position], _ start: inout Int) {
    guard let level = levels.last, !level.isObject else { return }
    levels[levels.count - 1].index += 1
    active.removeSubrange(level.end...)
    start = active.count
    for index in level.start..<level.end where !active[index].isItem {
      let node = active[index].node
      if let child = trie.nodes[node].indices[level.index + 1] { active.append(Position(node: child, isItem: false)) }
      if let child = trie.nodes[node].every { active.append(Position(node: child, isItem: false)) }
      if !trie.nodes[node].wants.isEmpty { active.append(Position(node: node, isItem: true)) }
    }
  }

  private func step(_ levels: [Level], to name: [UInt8], _ active: inout [Position]) {
    guard let level = levels.last else { return }
    for index in level.start..<level.end where !active[index].isItem {
      let node = active[index].node
      if let child = trie.nodes[node].names[name] { active.append(Position(node: child, isItem: false)) }
      if let child = trie.nodes[node].every { active.append(Position(node: child, isItem: false)) }
    }
  }

  private func put(_ position: Position, _ token: TreeToken, _ text: [UInt8], _ fields: inout GatheredFields) {
    // Most places want nothing: only what is used of a node is taken out of it.
    let wants = trie.nodes[position.node].wants
    guard !wants.isEmpty else { return }
    let title = trie.nodes[position.node].title
    if token == .null {
      for want in wants { fields.open(want, key: title) }
    } else {
      fields.put(wants, key: title, text.span)
    }
  }

  private func open(_ position: Position, _ token: TreeToken, _ fields: inout GatheredFields) {
    let wants = trie.nodes[position.node].wants
    guard !wants.isEmpty else { return }
    let title = trie.nodes[position.node].title
    if token == .beginList, !position.isItem {
      for want in wants { fields.open(want, key: title) }
    } else {
      for want in wants { fields.block(want, key: title) }
    }
  }
}
