import Compliance

/// What is wrong with something that a plugin says about a source.
public struct LayoutFault: Error, Sendable, Hashable {
  /// What the plugin wrote, by which its place is found.
  public let written: String
  /// What is wrong with it.
  public let text: LocalizedText

  init(written: String, _ text: LocalizedText) {
    (self.written, self.text) = (written, text)
  }
}
