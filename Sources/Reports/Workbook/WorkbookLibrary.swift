import CXLSXWriter

/// The library that workbooks are written with; it is loaded when it is first asked for.
public enum WorkbookLibrary {
  /// Its name and release, such as `libxlsxwriter 1.1.4`; nil if it is not there, and no workbook can be written.
  public static var release: String? {
    guard let functions = functions(), let release = functions.lxw_version() else { return nil }
    // A text that lasts as long as the library, which stays loaded.
    return "libxlsxwriter \(String(cString: release))"
  }

  /// The functions of the library; nil if it is not there.
  static func functions() -> txw_library? {
    // Room that C fills, or that is not looked at.
    withUnsafeTemporaryAllocation(of: txw_library.self, capacity: 1) { room in
      guard let start = room.baseAddress, txw_load(start) else { return nil }
      return start.pointee
    }
  }
}
