internal import CYaml
internal import Compliance
import Wording

/// Builds the tree from libyaml's events.
///
/// The events are used, not the nodes of Yams: its nodes lose the places of aliases, and it throws at the first duplicate
/// key. An explicit stack and a limit on depth keep hostile nesting from the call stack.
struct YAMLComposer {
  /// How deep lists and mappings may lie within each other. The files of Tenken need 6.
  static let deepestNesting = 64

  private let file: String
  private let log: ProblemLog
  private var stack: [OpenCollection] = []
  private var root: YAMLNode?

  init(file: String, _ log: ProblemLog) {
    self.file = file
    self.log = log
  }

  /// Builds the tree of a file in well-formed UTF-8; nil if there is none, which is then reported.
  mutating func compose(_ bytes: [UInt8]) -> YAMLNode? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      log.report(at: Place(file: file), Wording.yamlSyntax("out of memory"))
      return nil
    }
    // `parser` is a local that is only ever passed inout to libyaml, whose own pointers lead to its heap and to the
    // buffer of `bytes`; the closure below does not let that buffer outlive the parsing.
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { whole in
      // libyaml would count a byte order mark as a column, and take what follows it for a second document.
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let buffer = UnsafeBufferPointer(rebasing: whole.starts(with: mark) ? whole.dropFirst(mark.count) : whole[...])
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          reportSyntaxError(parser, Array(buffer))
          return nil
        }
        defer { yaml_event_delete(&event) }
        switch take(event) {
        case .goOn: continue
        case .end: return root
        case .giveUp: return nil
        }
      }
    }
  }

  private enum Step { case goOn, end, giveUp }

  private mutating func take(_ event: yaml_event_t) -> Step {
    let place = place(event.start_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT where root != nil:
      log.report(at: place, Wording.yamlSecondDocument())
      return .end
    case YAML_ALIAS_EVENT:
      log.report(at: place, Wording.yamlAlias())
      add(YAMLNode(place: place, content: .refused))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      refuse(anchor: scalar.anchor, tag: scalar.tag, at: place)
      // libyaml gives `length` bytes at `value` that live until the event is deleted; the string copies them.
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      add(YAMLNode(place: place, content: .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)))
    case YAML_SEQUENCE_START_EVENT:
      refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: place)
      return open(OpenCollection(place: place, isMapping: false))
    case YAML_MAPPING_START_EVENT:
      refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: place)
      return open(OpenCollection(place: place, isMapping: true))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      if let finished = stack.popLast() { add(finished.node) }
    case YAML_STREAM_END_EVENT:
      if root?.isAbsent ?? true {
        log.report(at: Place(file: file), Wording.yamlEmptyFile())
        return .giveUp
      }
      return .end
    default:
      break
    }
    return .goOn
  }

  private mutating func open(_ collection: OpenCollection) -> Step {
    guard stack.count < Self.deepestNesting else {
      log.report(at: collection.place, Wording.yamlTooDeep(limit: Self.deepestNesting))
      return .giveUp
    }
    stack.append(collection)
    return .goOn
  }

  /// Puts a finished value where it belongs: into the innermost open collection, or at the root.
  private mutating func add(_ node: YAMLNode) {
    guard !stack.isEmpty else {
      root = node
      return
    }
    stack[stack.count - 1].add(node, log)
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at place: Place
  ) {
    if anchor != nil { log.report(at: place, Wording.yamlAnchor()) }
    // A tag, like every string of an event, ends with a zero byte and lives until the event is deleted.
    if let tag { log.report(at: place, Wording.yamlTag(String(cString: tag))) }
  }

  private func place(_ mark: yaml_mark_t) -> Place {
    Place(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func reportSyntaxError(_ parser: yaml_parser_t, _ bytes: [UInt8]) {
    // libyaml's problem texts are string literals.
    let text = parser.problem.map { String(cString: $0) } ?? "out of memory"
    let place =
      parser.error == YAML_READER_ERROR
      ? YAMLDocument.place(of: Int(parser.problem_offset), in: bytes, file: file) : place(parser.problem_mark)
    // From 1000 levels on, libyaml looks so far ahead that it finds the nesting before the events tell of it.
    let isTooDeep = text.hasPrefix("Maximum nesting level")
    log.report(at: place, isTooDeep ? Wording.yamlTooDeep(limit: Self.deepestNesting) : Wording.yamlSyntax(text))
  }
}

/// A list or mapping whose end has not been reached.
private struct OpenCollection {
  enum Key {
    case named(String, Place)
    /// A key that was reported; its value is passed over.
    case refused
  }

  let place: Place
  let isMapping: Bool
  private var items: [YAMLNode] = []
  private var entries: [YAMLEntry] = []
  private var lines: [String: Int] = [:]
  private var key: Key?

  init(place: Place, isMapping: Bool) {
    self.place = place
    self.isMapping = isMapping
  }

  var node: YAMLNode {
    YAMLNode(place: place, content: isMapping ? .mapping(entries) : .sequence(items))
  }

  mutating func add(_ node: YAMLNode, _ log: ProblemLog) {
    guard isMapping else {
      items.append(node)
      return
    }
    switch key {
    case nil:
      key = accepted(node, log)
    case .named(let name, let place):
      entries.append(YAMLEntry(key: name, place: place, value: node))
      key = nil
    case .refused:
      key = nil
    }
  }

  private mutating func accepted(_ node: YAMLNode, _ log: ProblemLog) -> Key {
    guard case .scalar(let name, _) = node.content, !name.isEmpty else {
      if case .refused = node.content {} else { log.report(at: node.place, Wording.yamlKeyIsNoText()) }
      return .refused
    }
    if let first = lines[name] {
      log.report(at: node.place, Wording.yamlDuplicateKey(name, firstLine: first))
      return .refused
    }
    lines[name] = node.place.line
    return .named(name, node.place)
  }
}
