import CatalogueFiles
import Checks
import Compliance
import Synchronization

/// Answers what plugins ask of the catalogue. Look-up and search are prepared at the first question: most plugins ask none.
final class CatalogueAnswers: Sendable {
  private let catalogue: Catalogue
  private let lookup = Mutex<RequirementLookup?>(nil)
  private let search = Mutex<CatalogueSearch?>(nil)
  private let map = Mutex<CatalogueMap?>(nil)

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  var access: CatalogueAccess {
    CatalogueAccess(
      catalogue, find: { self.find($0) }, search: { self.search($0, limit: $1) },
      map: { self.map($0, to: $1) })
  }

  private func find(_ text: String) -> RequirementID? {
    if let id = RequirementID(text), catalogue[id] != nil { return id }
    let lookup = lookup.withLock { prepared in
      let lookup = prepared ?? RequirementLookup(catalogue)
      prepared = lookup
      return lookup
    }
    guard case .found(let ids) = lookup.find(text) else { return nil }
    return ids.first
  }

  private func map(_ id: RequirementID, to guideline: GuidelineID) -> [(RequirementID, CorrespondenceStatus)] {
    let map = map.withLock { prepared in
      let map = prepared ?? CatalogueMap(catalogue)
      prepared = map
      return map
    }
    return map.mapping(of: id, to: guideline).counterparts.map { ($0.requirement, $0.status) }
  }

  private func search(_ words: String, limit: Int) -> [RequirementID] {
    let search = search.withLock { prepared in
      let search = prepared ?? CatalogueSearch(catalogue)
      prepared = search
      return search
    }
    return search.find(words, limit: limit)?.hits.map(\.requirement.id) ?? []
  }
}
