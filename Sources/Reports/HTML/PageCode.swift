import Crypto
import FoundationEssentials

/// The style sheet or the script of the page: files of ours beside this one, built into the program.
struct PageCode {
  static let style = PageCode(PackageResources.report_css)
  static let script = PageCode(PackageResources.report_js)

  let text: String

  private init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// How a Content Security Policy names it (<https://www.w3.org/TR/CSP3/#grammardef-hash-source>).
  var hashSource: String { "'sha256-\(base64(SHA256.hash(data: Array(text.utf8))))'" }

  private func base64(_ digest: SHA256.Digest) -> String { Data(digest).base64EncodedString() }
}
