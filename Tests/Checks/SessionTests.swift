import Compliance
import Lua
import Testing
import Wording
import Workers

@testable import Checks

/// Sessions, in workers of the built command.
@Suite struct SessionTests {
  /// Answers with what it was asked.
  private final class Echo: SessionHost {
    var asked: [SessionQuestion] = []

    func answer(_ question: SessionQuestion) -> SessionAnswer {
      asked.append(question)
      if question.topic == .sweep { return .refused(LocalizedText(ja: "ない", en: "none")) }
      return .value(.fields(["topic": .text(question.topic.rawValue), "text": .text(question.text)]))
    }
  }

  private let echo = Echo()
  private let printed = Printed()

  private final class Printed {
    var text = ""
  }

  private func session(_ limits: LuaLimits = Session.limits) -> Session {
    Session(command(), catalogue: SharedBytes { [] }, language: .en, limits: limits, host: echo)
  }

  private func run(
    _ text: String, in session: Session, most: Int = 100, wish: @escaping () -> Session.Wish = { .goOn }
  ) -> Session.Result {
    session.run(
      text, of: "test", line: 1, most: most,
      for: Session.Audience(printed: { printed.text += $0 }, noted: { _ in }, wish: wish))
  }

  private func values(_ text: String, in session: Session, most: Int = 100) throws -> [ExploredValue] {
    guard case .values(let values) = run(text, in: session, most: most) else {
      throw Unexpected(result: "\(run(text, in: session))")
    }
    return values
  }

  private struct Unexpected: Error {
    let result: String
  }

  @Test(
    arguments: [
      ("1 + 1", [.integer(2)]), ("=1 + 1", [.integer(2)]), ("x = 1", []),
      ("1, nil, 'a'", [.integer(1), .nothing, .text("a")]),
      ("{ 1, { a = true } }", [.list([.integer(1), .fields(["a": .boolean(true)])])]),
      ("{}", [.list([])]), ("print", [.object("function")]), ("1 / 2", [.number(0.5)]),
      ("require 'tenken' == tenken", [.boolean(true)]), ("local t = {} t.t = t; return type(t)", [.text("table")]),
    ] as [(String, [ExploredValue])])
  func `inputs give values`(input: String, expected: [ExploredValue]) throws {
    #expect(try values(input, in: session()) == expected)
  }

  @Test func `variables stay, and so does what was printed in order`() throws {
    let session = session()
    #expect(try values("x = 1 print('one', x)", in: session) == [])
    #expect(try values("x = x + 1 print('two')", in: session) == [])
    #expect(try values("x, _", in: session) == [.integer(2), .nothing])
    #expect(try values("_", in: session) == [.integer(2)])
    #expect(printed.text == "one\t1\ntwo\n")
  }

  @Test func `a long list is cut, and says so`() throws {
    let code = "local t = {} for i = 1, 10 do t[i] = i end return t"
    #expect(try values(code, in: session(), most: 3) == [.list([.integer(1), .integer(2), .integer(3)], isCut: true)])
  }

  @Test func `questions reach the host and answers come back as data`() throws {
    let session = session()
    #expect(try values("source_of = run('a/b', {{ n = 1 }}).text", in: session) == [])
    #expect(try values("source_of, checks().topic", in: session) == [.text("a/b"), .text("checks")])
    #expect(
      echo.asked == [SessionQuestion(.run, "a/b", rows: ["": [["n": "1"]]]), SessionQuestion(.checks)])
    guard case .failed(let failure) = run("\nsweep()", in: session) else { throw Unexpected(result: "no failure") }
    #expect(failure.place == Place(file: "test", line: 2))
    #expect(failure.text.en.contains("none"))
  }

  @Test(arguments: ["for i = 1, 2 do", "f(", "1 +", "x = {", "=1 +", "'a' .."])
  func `an input that ends too early is told`(input: String) throws {
    guard case .failed(let failure) = run(input, in: session()) else { throw Unexpected(result: "no failure") }
    #expect(failure.isUnfinished)
  }

  @Test(arguments: ["x = )", "x y", "1 + )", "error('<eof>')", "= x y"])
  func `an input that is wrong is not unfinished`(input: String) throws {
    guard case .failed(let failure) = run(input, in: session()) else { throw Unexpected(result: "no failure") }
    #expect(!failure.isUnfinished)
    #expect(failure.place == Place(file: "test", line: 1))
  }

  @Test func `who waits can interrupt, and the session goes on`() throws {
    let session = session()
    _ = try values("kept = 1", in: session)
    let result = run("print 'begun' while true do pcall(error) end", in: session) {
      printed.text.isEmpty ? .goOn : .interrupt
    }
    guard case .failed(let failure) = result else { throw Unexpected(result: "\(result)") }
    #expect(failure.text.en == "Stopped.")
    #expect(try values("kept", in: session) == [.integer(1)])
  }

  @Test func `who waits can end it, and the next input begins anew`() throws {
    let session = session()
    _ = try values("kept = 1", in: session)
    let result = run("print 'begun' while true do end", in: session) {
      printed.text.isEmpty ? .goOn : .end
    }
    guard case .ended(let text) = result else { throw Unexpected(result: "\(result)") }
    #expect(text.en.contains("variables are gone"))
    #expect(try values("kept", in: session) == [.nothing])
  }

  @Test func `a limit ends the input and not the session`() throws {
    var limits = Session.limits
    limits.callSeconds = 0.2
    let session = session(limits)
    _ = try values("kept = 1", in: session)
    guard case .failed = run("while true do end", in: session) else { throw Unexpected(result: "no failure") }
    guard case .failed = run("local t = {} for i = 1, 1e9 do t[i] = { i } end", in: session) else {
      throw Unexpected(result: "no failure")
    }
    #expect(try values("kept", in: session) == [.integer(1)])
  }

  @Test func `names that may follow are known without running anything`() throws {
    let session = session()
    _ = try values("mine = { first = 1, second = { deep = 2 } }", in: session)
    #expect(Set(session.names(after: [])).isSuperset(of: ["find", "req", "mine", "string", "print", "tenken"]))
    #expect(Set(session.names(after: ["mine"])) == ["first", "second"])
    #expect(session.names(after: ["mine", "second"]) == ["deep"])
    #expect(session.names(after: ["string"]).contains("gsub"))
    #expect(session.names(after: ["nothing", "there"]).isEmpty)
    _ = try values("trap = setmetatable({}, { __index = function() error('run') end })", in: session)
    #expect(session.names(after: ["trap", "x"]).isEmpty)
  }

  @Test func `what a session calls is what is explained`() throws {
    let session = session()
    let callable = try values(
      "local names = {} for name, value in pairs(_G) do if type(value) == 'function' then names[#names + 1] = name end end return names",
      in: session)
    guard case .list(let names, _)? = callable.first else { throw Unexpected(result: "\(callable)") }
    #expect(names.count >= 10)
    for case .text(let name) in names {
      #expect(Wording.ReplTopic.all.contains { $0.name == name }, ":doc does not explain \(name)")
    }
  }
}
