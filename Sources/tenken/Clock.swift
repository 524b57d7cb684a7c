import Glibc
import SiteData
import Wording

/// The machine's clock and processors.
enum Clock {
  /// The present in a time zone.
  static func now(in zone: SiteTimeZone) throws(Failure) -> Moment {
    Moment(unixSeconds: time(nil), in: zone)
  }

  /// The processors that are online.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
