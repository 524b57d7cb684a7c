import CXML
import CZlib

/// The libraries that read files of others.
public enum SourceLibraries {
  /// Their releases, such as `libxml2 2.9.14`.
  public static var releases: [String] {
    // zlibVersion(3) gives a string that lasts as long as the program.
    ["libxml2 \(LIBXML_DOTTED_VERSION)", "zlib \(String(cString: zlibVersion()))"]
  }
}
