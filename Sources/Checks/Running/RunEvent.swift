import Compliance
import SiteData
import Workers

/// What running checks tells while it goes on. Checks are meant by their position in the work.
enum RunEvent: Hashable, Sendable {
  /// A check found something that is kept.
  case found(Int, Finding)
  /// A check begins anew: what it has found so far does not count.
  case restarted(Int)
  /// A check has its result.
  case settled(Int, Settlement)
  /// The records of a slice have been read: where the next one begins, and the processor time in seconds that checks took.
  case sliceEnded(FilePosition, seconds: [Int: Double])
  /// What the plugin printed, in all.
  case printed(String)
  /// Which lines of the plugin ran.
  case ran(LineTrace)
}

/// The result of one check without its findings, which were told before.
struct Settlement: Hashable, Sendable {
  /// The outcome: the findings combined, or what stood in the way of having any.
  var outcome: Outcome
  /// How many findings there were, those that were not kept included.
  var counts = OutcomeCounts()
  /// Why there is no ordinary result.
  var problem: Problem?
  /// The files that were read.
  var sources: [SourceEvidence] = []
  /// The wall time of the pass in milliseconds.
  var milliseconds = 0
}

/// Somebody whom the running of checks tells what happens.
protocol RunListener: AnyObject {
  /// Something happened.
  func take(_ event: RunEvent)
  /// The plugin's code is called from here on.
  func begin(_ position: RunPosition)
  /// It has returned.
  func end()
  /// Records of a file of a source come next.
  func read(source: Int, file: Int)
  /// Who is told of the calls of some checks, many at a time; nil if nobody wants to know.
  func watch(_ checks: [Int]) -> CallWatch?
}

/// What a call into the plugin's code is about.
struct RunPosition: Hashable, Sendable {
  /// The position of the check; nil while the plugin's file itself runs.
  var check: Int?
  /// The position of the source among all of the work, by id.
  var source = 0
  /// The position of the file among those of the source.
  var file = 0
  /// The line where the record begins; 0 for none.
  var line = 0
}
