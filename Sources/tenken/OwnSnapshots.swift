import CatalogueFiles
import Glibc

extension Snapshots {
  /// Where this program keeps snapshots: `tenken` in the folder that the XDG Base Directory Specification 0.8 says. Nil where there
  /// is no such folder, or the program cannot tell itself from others.
  static var own: Snapshots? {
    guard let cache = Terminal.cacheFolder, let program else { return nil }
    return Snapshots(folder: "\(cache)/tenken", program: program)
  }

  /// The version and the very file that runs: a program that was built anew may read the catalogue in another way. Nobody can set
  /// when a file was changed last (ctime).
  private static var program: String? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    return "\(Tenken.version) \(status.st_dev) \(status.st_ino) \(status.st_size) "
      + "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
  }
}
