/// The part of OSCAL's catalog model that Tenken writes
/// (<https://pages.nist.gov/OSCAL-Reference/models/v1.1.3/catalog/json-reference/>).
struct OSCALDocument: Encodable {
  struct Catalog: Encodable {
    let uuid: String
    let metadata: Metadata
    let groups: [Group]?
  }

  struct Metadata: Encodable {
    enum CodingKeys: String, CodingKey {
      case title, published, version, props, roles, parties, remarks
      case lastModified = "last-modified"
      case oscalVersion = "oscal-version"
      case responsibleParties = "responsible-parties"
    }

    let title: String
    let published: String
    let lastModified: String
    let version: String
    let oscalVersion: String
    let props: [Property]
    let roles: [Role]
    let parties: [Party]
    let responsibleParties: [ResponsibleParty]
    let remarks: String
  }

  struct Role: Encodable {
    let id: String
    let title: String
  }

  struct Party: Encodable {
    let uuid: String
    let type: String
    let name: String
  }

  struct ResponsibleParty: Encodable {
    enum CodingKeys: String, CodingKey {
      case roleID = "role-id"
      case partyUUIDs = "party-uuids"
    }

    let roleID: String
    let partyUUIDs: [String]
  }

  struct Property: Encodable {
    let name: String
    let ns: String?
    let value: String
  }

  struct Link: Encodable {
    let href: String
    let rel: String
    let text: String
  }

  struct Group: Encodable {
    let id: String
    let title: String
    let props: [Property]
    let controls: [Control]
  }

  struct Control: Encodable {
    let id: String
    let title: String
    let props: [Property]
    let links: [Link]?
    let parts: [Part]?
    let controls: [Control]?
  }

  struct Part: Encodable {
    enum CodingKeys: String, CodingKey {
      case id, name, ns, prose
      case className = "class"
    }

    let id: String
    let name: String
    var ns: String?
    var className: String?
    let prose: String
  }

  let catalog: Catalog
}
