/// The paths of a source's columns, laid over each other, so that one walk through a record finds the values of all.
struct FieldTrie {
  struct Node {
    var names: [[UInt8]: Int] = [:]
    var indices: [Int: Int] = [:]
    var every: Int?
    /// The columns whose value stands here.
    var wants: [GatheredFields.Want] = []
    /// The path as the plugin writes it.
    var title = ""
  }

  /// The nodes; the first is the record itself.
  private(set) var nodes = [Node()]
  /// The columns of the name under which the record stands.
  private(set) var keyWants: [GatheredFields.Want] = []

  /// The header of the name or number under which a record stands.
  static let keyHeader = "@key"
  /// The header of the record itself, where it is a value and no object.
  static let valueHeader = "@value"

  /// Whether names are compared as headers are.
  let foldsNames: Bool

  /// - Throws: what is wrong with the path of a column.
  init(_ columns: [SourceDeclaration.Column], foldsNames: Bool = false) throws(LayoutFault) {
    self.foldsNames = foldsNames
    for (index, column) in columns.enumerated() {
      for (rank, header) in column.headers.enumerated() {
        let want = GatheredFields.Want(column: index, rank: rank)
        switch header {
        case Self.keyHeader: keyWants.append(want)
        case Self.valueHeader:
          nodes[0].wants.append(want)
          nodes[0].title = header
        default: add(try FieldPath(header), header, want)
        }
      }
      let own = FieldPath(steps: [.name(Array(column.name.utf8))])
      let rank = column.headers.count
      add(own, column.name, GatheredFields.Want(column: index, rank: rank, isFallback: rank > 0))
    }
  }

  private mutating func add(_ path: FieldPath, _ title: String, _ want: GatheredFields.Want) {
    var node = 0
    for step in (foldsNames ? path.folded : path).steps { node = child(of: node, at: step) }
    nodes[node].wants.append(want)
    nodes[node].title = title
  }

  private mutating func child(of node: Int, at step: FieldPath.Step) -> Int {
    let known =
      switch step {
      case .name(let name): nodes[node].names[name]
      case .index(let index): nodes[node].indices[index]
      case .every: nodes[node].every
      }
    if let known { return known }
    let new = nodes.count
    nodes.append(Node())
    switch step {
    case .name(let name): nodes[node].names[name] = new
    case .index(let index): nodes[node].indices[index] = new
    case .every: nodes[node].every = new
    }
    return new
  }
}
