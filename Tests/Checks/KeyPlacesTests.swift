import Testing

@testable import Checks

@Suite struct KeyPlacesTests {
  static let text = """
    local x = { title = 1 }
      title= 2, subtitle = 3, b.title = 4, title == 5,
    点検 = "title", title   = 6
    ["no-wep"] = 7, ['quoted'] = 8, other["no-wep"] = 9
    """

  @Test(arguments: [
    ("title", 1, 1, 13), ("title", 2, 2, 3), ("title", 3, 3, 15), ("subtitle", 1, 2, 13), ("no-wep", 1, 4, 1),
    ("quoted", 1, 4, 17), ("x", 1, 1, 7),
  ])
  func `a key is found at or after a line`(key: String, after: Int, line: Int, column: Int) {
    let found = KeyPlaces(of: Array(Self.text.utf8)).position(of: key, after: after)
    #expect(found?.line == line && found?.column == column)
  }

  @Test func `what is not there has no place`() {
    let places = KeyPlaces(of: Array(Self.text.utf8))
    for (key, line) in [
      ("titl", 1), ("title", 4), ("title", 5), ("title", 0), ("title", -1), ("missing", 1), ("title", .max),
    ] {
      #expect(places.position(of: key, after: line) == nil)
    }
    #expect(KeyPlaces(of: []).position(of: "x", after: 1) == nil)
    #expect(KeyPlaces(of: Array("x".utf8)).position(of: "x", after: 1) == nil)
  }

  @Test func `a string is found with its quotes`() {
    let places = KeyPlaces(of: Array("a \"b\" 'c' \"c'\n\"点\" x".utf8))
    #expect(places.position(ofString: "b", after: 1).map { [$0.line, $0.column] } == [1, 3])
    #expect(places.position(ofString: "c", after: 1).map { [$0.line, $0.column] } == [1, 7])
    #expect(places.position(ofString: "点", after: 1).map { [$0.line, $0.column] } == [2, 1])
    #expect(places.position(ofString: "x", after: 1) == nil)
  }
}
