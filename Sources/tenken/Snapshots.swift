import CatalogueFiles
import Glibc

extension CatalogueSnapshots {
  /// Where this program keeps snapshots: `tenken` in the folder that the XDG Base Directory Specification 0.8 says. Nil where there
  /// is no such folder, or the program cannot tell itself from others.
  static var own: CatalogueSnapshots? {
    let named = Terminal.value("XDG_CACHE_HOME")
    let home = Terminal.value("HOME")
    // By the specification a relative path counts as none.
    let cache = named.hasPrefix("/") ? named : home.hasPrefix("/") ? "\(home)/.cache" : nil
    guard let cache, let program else { return nil }
    return CatalogueSnapshots(folder: "\(cache)/tenken", program: program)
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
