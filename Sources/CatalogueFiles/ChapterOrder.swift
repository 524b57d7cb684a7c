import Compliance
import StrictYAML
import Wording

/// The order of the chapters of one guideline: that of its list in `guidelines.yaml`, else that of the files.
enum ChapterOrder {
  /// Puts chapters in order, and reports numbers that occur twice, chapters that the list leaves out and, unless a file of
  /// the folder could not be read, such as no file has.
  static func ordered(
    _ chapters: [ChapterFile], by listed: [Placed<String>]?, isComplete: Bool, _ log: ProblemLog
  ) -> [ChapterFile] {
    let places = places(of: chapters.map(\.number), log)
    guard let listed else { return chapters }
    let ranks = Dictionary(
      listed.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
    self.places(of: listed, log)
    for number in listed where places[number.value] == nil && isComplete {
      let meant = nearest(to: number.value, among: places.keys)
      log.report(at: number.place, Wording.listedChapterWithoutFile(number.value, meant: meant))
    }
    for chapter in chapters where ranks[chapter.number.value] == nil {
      log.report(at: chapter.number.place, Wording.chapterNotListed(chapter.number.value))
    }
    return chapters.enumerated()
      .sorted { a, b in
        (ranks[a.element.number.value] ?? .max, a.offset) < (ranks[b.element.number.value] ?? .max, b.offset)
      }
      .map(\.element)
  }

  /// The first place of each number; later ones are reported.
  @discardableResult
  private static func places(of numbers: [Placed<String>], _ log: ProblemLog) -> [String: Place] {
    numbers.reduce(into: [:]) { places, number in
      if let first = places[number.value] {
        log.report(at: number.place, Wording.duplicateChapter(number.value, first: first))
      } else {
        places[number.value] = number.place
      }
    }
  }
}
