import CExpat
import CZlib

/// The libraries that read files of others.
public enum SourceLibraries {
  /// Their releases, such as `Expat 2.5.0`.
  public static var releases: [String] {
    let expat = XML_ExpatVersionInfo()
    // zlibVersion(3) gives a string that lasts as long as the program.
    return ["Expat \(expat.major).\(expat.minor).\(expat.micro)", "zlib \(String(cString: zlibVersion()))"]
  }
}
