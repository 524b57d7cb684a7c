import Compliance
import StrictYAML
import Wording

/// Reads an OSCAL catalog from JSON. Keys that Tenken makes nothing of are passed over; those that it does must be right.
struct OSCALReader {
  private let log: ProblemLog
  private var groups: [OSCALCatalog.Group] = []
  private var parameters: [String: OSCALCatalog.Parameter] = [:]
  private var links = 0

  /// Reads a file; nil only if a problem was reported.
  static func read(_ bytes: [UInt8], file: String, _ log: ProblemLog) -> OSCALCatalog? {
    guard let root = JSONNode(file: file, bytes: bytes, log)?.object else { return nil }
    guard let catalog = root["catalog"] else {
      root.report(Wording.noOSCALCatalog())
      return nil
    }
    var reader = OSCALReader(log: log)
    return catalog.object.flatMap { reader.read($0) }
  }

  private init(log: ProblemLog) { self.log = log }

  private mutating func read(_ catalog: JSONNode) -> OSCALCatalog? {
    let metadata = catalog.required("metadata")?.object.flatMap(readMetadata)
    readParameters(catalog)
    let loose = catalog.objects("controls").compactMap { readControl($0) }
    if !loose.isEmpty {
      groups.append(OSCALCatalog.Group(place: catalog.place, id: nil, titles: [], properties: [], controls: loose))
    }
    for group in catalog.objects("groups") { readGroup(group, below: []) }
    if groups.isEmpty, log.problems.isEmpty { catalog.report(Wording.noOSCALControls()) }
    let resources = catalog["back-matter"]?.object?.items("resources").count ?? 0
    return metadata.map {
      OSCALCatalog(metadata: $0, groups: groups, parameters: parameters, resources: resources, links: links)
    }
  }

  private func readMetadata(_ node: JSONNode) -> OSCALCatalog.Metadata? {
    let title = node.required("title")?.words
    let version = node.required("version")?.words
    let lastModified = node.required("last-modified")?.words
    let properties = readProperties(node)
    let (published, oscalVersion) = (node["published"]?.words, node["oscal-version"]?.words)
    let issuer = readIssuer(node)
    guard let title, let version, let lastModified else { return nil }
    return OSCALCatalog.Metadata(
      title: title, version: version, lastModified: lastModified, published: published, oscalVersion: oscalVersion,
      issuer: issuer, properties: properties)
  }

  /// The publisher or creator by name, or else the first party that has one.
  private func readIssuer(_ metadata: JSONNode) -> String? {
    let parties = metadata.objects("parties").compactMap { party in
      party["name"]?.words.map { (uuid: party["uuid"]?.text, name: $0) }
    }
    let responsible = metadata.objects("responsible-parties").filter { entry in
      entry["role-id"]?.text.map(["publisher", "creator"].contains) ?? false
    }
    let uuids = responsible.flatMap { $0.items("party-uuids").compactMap(\.text) }
    return (parties.first { $0.uuid.map(uuids.contains) ?? false } ?? parties.first)?.name
  }

  private mutating func readGroup(_ node: JSONNode, below titles: [String]) {
    let id = node["id"]?.words
    let titles = titles + [node.required("title")?.words].compactMap(\.self)
    let properties = readProperties(node)
    readParameters(node)
    let controls = node.objects("controls").compactMap { readControl($0) }
    if !controls.isEmpty {
      groups.append(
        OSCALCatalog.Group(place: node.place, id: id, titles: titles, properties: properties, controls: controls))
    }
    for group in node.objects("groups") { readGroup(group, below: titles) }
  }

  private mutating func readControl(_ node: JSONNode) -> OSCALCatalog.Control? {
    let id = node.required("id")?.words
    let title = node.required("title")?.words
    readParameters(node)
    links += node.items("links").count
    let properties = readProperties(node)
    let parts = node.objects("parts").compactMap(readPart)
    let controls = node.objects("controls").compactMap { readControl($0) }
    guard let id, let title else { return nil }
    return OSCALCatalog.Control(
      place: node.place, id: id, title: title, properties: properties, parts: parts, controls: controls)
  }

  private func readPart(_ node: JSONNode) -> OSCALCatalog.Part? {
    let name = node.required("name")?.words
    let (namespace, className) = (node["ns"]?.text, node["class"]?.text)
    let (title, prose) = (node["title"]?.text, node["prose"]?.text)
    let label = readProperties(node).label
    let parts = node.objects("parts").compactMap(readPart)
    guard let name else { return nil }
    return OSCALCatalog.Part(
      name: name, namespace: namespace, className: className, title: title, label: label, prose: prose, parts: parts)
  }

  private func readProperties(_ node: JSONNode) -> [OSCALCatalog.Property] {
    node.objects("props").compactMap { node in
      let (name, value) = (node.required("name")?.words, node.required("value")?.text)
      let (namespace, className) = (node["ns"]?.text, node["class"]?.text)
      guard let name, let value else { return nil }
      return OSCALCatalog.Property(name: name, namespace: namespace, className: className, value: value)
    }
  }

  private mutating func readParameters(_ node: JSONNode) {
    for node in node.objects("params") {
      let id = node.required("id")?.words
      let label = node["label"]?.words
      let values = node.items("values").compactMap(\.text)
      let select = node["select"]?.object
      let choices = select?.items("choice").compactMap(\.text) ?? []
      let howMany = select?["how-many"]?.text
      guard let id else { continue }
      let parameter = OSCALCatalog.Parameter(label: label, values: values, choices: choices, howMany: howMany)
      if parameters.updateValue(parameter, forKey: id) != nil { node.report(Wording.duplicateParameter(id)) }
    }
  }
}
