import ArgumentParser

/// A format of answers that are no report of a sweep.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
