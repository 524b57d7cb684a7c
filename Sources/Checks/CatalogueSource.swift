import Compliance
import Synchronization

/// A catalogue that is made when a plugin asks for the first time: most plugins ask nothing.
public final class CatalogueSource: Sendable {
  private let make: @Sendable () -> CatalogueAccess
  private let made = Mutex<CatalogueAccess?>(nil)

  /// Says how the catalogue is made.
  public init(_ make: @escaping @Sendable () -> CatalogueAccess) { self.make = make }

  /// The catalogue.
  public var access: CatalogueAccess {
    made.withLock { made in
      let access = made ?? make()
      made = access
      return access
    }
  }

  /// Whether anybody has asked.
  var hasBeenAsked: Bool { made.withLock { $0 != nil } }

  /// Counts as asked here what a worker asked of its own copy.
  func noteAsked() { _ = access }

  /// A catalogue that can only be asked for ids.
  public static func byID(_ catalogue: Catalogue) -> CatalogueSource { CatalogueSource { .byID(catalogue) } }
}
