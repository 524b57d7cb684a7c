import Foundation

/// The compatibility composition of a text (Unicode Standard Annex 15), by Foundation.
func nfkc(_ text: String) -> String {
  text.precomposedStringWithCompatibilityMapping
}
