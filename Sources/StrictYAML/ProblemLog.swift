public import Compliance
import Wording

/// Where readers put what they find wrong, so that one fault does not hide the next.
///
/// It keeps the first 1000 problems: a file with more was not meant to be read, and nobody mends a longer list.
public final class ProblemLog {
  /// The most problems that are kept.
  public static let capacity = 1000

  /// The problems in the order in which they were found; empty if everything was in order.
  public private(set) var problems: [Problem] = []

  /// Whether further problems are dropped: no need then to look for what somebody may have meant.
  public var isFull: Bool { problems.count > Self.capacity }

  /// Starts without problems.
  public init() {}

  /// Adds a problem. The text is only made if it is kept.
  public func report(at place: Place, _ text: @autoclosure () -> LocalizedText) {
    if problems.count < Self.capacity {
      problems.append(Problem(at: place, text()))
    } else if problems.count == Self.capacity {
      problems.append(Problem(at: place, Wording.moreProblems(than: Self.capacity)))
    }
  }

  /// Throws everything that was found, if anything was.
  public func throwIfAny() throws(Problems) {
    if !problems.isEmpty { throw Problems(problems) }
  }
}
