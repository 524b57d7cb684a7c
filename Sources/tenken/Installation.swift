import Compliance
import Glibc
import Wording

/// The files that come with Tenken: the catalogue, the plugins, the sample hospital.
///
/// They are found from the program's own place: `PREFIX/share/tenken` beside `PREFIX/bin/tenken`, or the checkout that it was built in.
struct Installation {
  let catalogueFolder: String
  let pluginsFolder: String
  let sampleFolder: String
  /// Where the administrator of the machine sets what no site may exceed. Fixed, so that who runs a sweep cannot name another.
  static let limitsFile = "/etc/tenken/limits.yaml"

  static func find() throws(Failure) -> Installation {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let program = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    var folder = program.parentFolder
    let installed = "\(folder.parentFolder)/share/tenken"
    if isFolder("\(installed)/Catalogue") {
      return Installation(
        catalogueFolder: "\(installed)/Catalogue", pluginsFolder: "\(installed)/Plugins",
        sampleFolder: "\(installed)/SampleHospital")
    }
    while folder != "/", !folder.isEmpty {
      if isFolder("\(folder)/Catalogue"), isFolder("\(folder)/Plugins") {
        return Installation(
          catalogueFolder: "\(folder)/Catalogue", pluginsFolder: "\(folder)/Plugins",
          sampleFolder: "\(folder)/Sources/tenken/SampleHospital")
      }
      folder = folder.parentFolder
    }
    throw .input(Wording.Command.installationNotFound(program))
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension String {
  /// The folder that holds a path; of `/` and of a bare name, the empty string.
  var parentFolder: String {
    lastIndex(of: "/").map { String(self[..<$0]) } ?? ""
  }
}
