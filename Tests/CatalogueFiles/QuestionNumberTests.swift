import CatalogueFiles
import Testing

struct QuestionNumberTests {
  @Test(arguments: [
    ("企Q-22", "management", 22), ("概Q-3", "overview", 3), ("シQ-31", "control", 31), ("経Q-1", "governance", 1),
    ("企Ｑ－２２", "management", 22), ("ｼq31", "control", 31),
  ])
  func `a number says its volume`(text: String, volume: String, number: Int) throws {
    let question = try #require(QuestionNumber(text))
    #expect(question.volume == volume)
    #expect(question.number == number)
  }

  @Test(arguments: [
    "", "企", "企Q", "企Q-", "企Q-0", "企Q-+1", "企Q--1", "企Q-1 ", "企15⑬", "Q-22", "企画Q-22", "企Q-22a",
    "企Q-99999999999999999999",
  ])
  func `anything else is none`(text: String) { #expect(QuestionNumber(text) == nil) }
}
