/// The walk through one record of an XML document, along the paths of all columns at once.
struct ElementWalk {
  private struct Path {
    let path: ElementPath
    let want: GatheredFields.Want
    let title: String
  }

  /// A path, and how many of its steps have been taken.
  private struct State {
    let path: Int
    let taken: Int
  }

  /// The text of an element while it is gathered.
  private struct Capture {
    let path: Int
    let depth: Int
    var text: [UInt8] = []
  }

  private let paths: [Path]

  /// - Throws: what is wrong with the path of a column.
  init(_ columns: [SourceDeclaration.Column]) throws(LayoutFault) {
    var paths: [Path] = []
    for (index, column) in columns.enumerated() {
      for (rank, header) in column.headers.enumerated() {
        let path = try ElementPath(header, fromRoot: false)
        paths.append(Path(path: path, want: GatheredFields.Want(column: index, rank: rank), title: header))
      }
      // The column's own name is an attribute of the record, or else an element in it.
      let (own, rank) = (Array(column.name.utf8), column.headers.count)
      for (offset, path) in [ElementPath(steps: [], attribute: own), ElementPath(steps: [.init(name: own)])]
        .enumerated()
      {
        let want = GatheredFields.Want(column: index, rank: rank + offset, isFallback: rank > 0)
        paths.append(Path(path: path, want: want, title: column.name))
      }
    }
    self.paths = paths
  }

  /// Reads from the beginning of a record's element, which is the current piece, to its end.
  func read(_ events: XMLEvents, into fields: inout GatheredFields) throws(TreeFault) {
    // The states of each open element stand behind each other; `starts` tells where those of each begin.
    var states = paths.indices.map { State(path: $0, taken: 0) }
    var starts: [Int] = []
    var captures: [Capture] = []
    enter(states[...], events, depth: 0, &captures, &fields)
    starts.append(0)
    while !starts.isEmpty, let kind = try events.next() {
      switch kind {
      case .start:
        captures.removeAll { paths[$0.path].want.isFallback }  // what holds elements is not meant by a mere name
        let parent = (starts.last ?? 0)..<states.count
        starts.append(states.count)
        for index in parent {
          let state = states[index]
          let steps = paths[state.path].path.steps
          if state.taken < steps.count, steps[state.taken].matches(events) {
            states.append(State(path: state.path, taken: state.taken + 1))
          }
        }
        enter(states[parent.upperBound...], events, depth: starts.count - 1, &captures, &fields)
      case .end:
        let depth = starts.count - 1
        while let capture = captures.last, capture.depth == depth {
          put(paths[capture.path], capture.text, &fields)
          captures.removeLast()
        }
        states.removeSubrange((starts.popLast() ?? 0)...)
      case .text:
        for index in captures.indices where captures[index].text.count <= GatheredFields.mostBytes {
          captures[index].text.append(contentsOf: events.text)
        }
      }
    }
  }

  /// Takes what an element gives that has just begun: attributes at once, text when it ends.
  private func enter(
    _ states: ArraySlice<State>, _ events: XMLEvents, depth: Int, _ captures: inout [Capture],
    _ fields: inout GatheredFields
  ) {
    for state in states where state.taken == paths[state.path].path.steps.count {
      guard let attribute = paths[state.path].path.attribute else {
        captures.append(Capture(path: state.path, depth: depth))
        continue
      }
      if let value = events.attribute(attribute) { put(paths[state.path], Array(value), &fields) }
    }
  }

  private func put(_ path: Path, _ value: [UInt8], _ fields: inout GatheredFields) {
    fields.put([path.want], key: path.title, value.span)
  }
}
