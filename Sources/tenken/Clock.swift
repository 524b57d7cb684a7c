import Glibc
import SiteData
import Wording

/// The machine's clock and processors.
enum Clock {
  /// The present in a time zone.
  static func now(in zone: SiteTimeZone) throws(Failure) -> Moment {
    Moment(unixSeconds: time(nil), in: zone)
  }

  /// The moment that `--at` names; without it the present.
  static func now(in zone: SiteTimeZone, unless at: String?) throws(Failure) -> Moment {
    guard let at else { return try now(in: zone) }
    guard let moment = Moment(iso: at, in: zone) else { throw .usage([Wording.Command.badMoment(at)]) }
    return moment
  }

  /// The processors that are online.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
