import Foundation
import Testing

@testable import SiteData

/// The bytes of a file in Fixtures.
func fixture(_ name: String, at file: StaticString = #filePath) throws -> [UInt8] {
  let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(component: "Fixtures")
  return Array(try Data(contentsOf: folder.appending(component: name)))
}

/// The values of the records of a fixture; every other step is a failure of the test.
func records(
  _ name: String, _ declaration: SourceDeclaration, at location: SourceLocation = #_sourceLocation
) throws -> [[Value]] {
  let seen = try read(try fixture(name), declaration).seen
  return seen.compactMap { step in
    if case .record(_, let values) = step { return values }
    Issue.record("\(step)", sourceLocation: location)
    return nil
  }
}
