import Compliance

/// What Tenken takes from an OSCAL catalog (<https://pages.nist.gov/OSCAL-Reference/models/latest/catalog/json-reference/>),
/// as the file has it.
struct OSCALCatalog {
  /// Bibliographic data.
  struct Metadata {
    let title: String
    let version: String
    let lastModified: String
    let published: String?
    let oscalVersion: String?
    /// Who issued it, if the file says so.
    let issuer: String?
    let properties: [Property]
  }

  /// A group with controls of its own, out of the groups around it.
  struct Group {
    let place: Place
    let id: String?
    /// The titles from the outermost group inwards; empty for the controls outside of any group.
    let titles: [String]
    let properties: [Property]
    let controls: [Control]
  }

  /// A control.
  struct Control {
    let place: Place
    let id: String
    let title: String
    let properties: [Property]
    let parts: [Part]
    let controls: [Control]
  }

  /// A property of something.
  struct Property {
    let name: String
    let namespace: String?
    let className: String?
    let value: String
  }

  /// A piece of a control's text.
  struct Part {
    let name: String
    let namespace: String?
    let className: String?
    let title: String?
    let label: String?
    let prose: String?
    let parts: [Part]
  }

  /// What an organisation is to fill in.
  struct Parameter {
    let label: String?
    let values: [String]
    let choices: [String]
    let howMany: String?
  }

  let metadata: Metadata
  let groups: [Group]
  let parameters: [String: Parameter]
  /// How many resources the back matter has, which nothing is made of.
  let resources: Int
  /// How many links the controls have, which nothing is made of.
  let links: Int
}

extension OSCALCatalog.Property {
  /// Whether the property is of OSCAL itself, not of somebody's namespace.
  var isStandard: Bool { namespace == nil || namespace == "http://csrc.nist.gov/ns/oscal" }
}

extension [OSCALCatalog.Property] {
  /// The value of a property that Tenken gave.
  func own(_ name: String) -> String? {
    first { $0.name == name && $0.namespace == OSCALNames.namespace }?.value
  }

  /// The label that people cite: the one without a class before those with one.
  var label: String? {
    let labels = filter { $0.name == "label" && $0.isStandard }
    return (labels.first { $0.className == nil } ?? labels.first)?.value
  }
}
