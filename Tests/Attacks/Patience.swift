import Glibc

/// How many times longer than usual scripts may run in tests. Under a sanitizer they are slow, and what should meet the end of its memory
/// would meet that of its time; `make sanitize` sets it.
public let patience: Double = {
  // getenv's text is copied at once; nothing in the tests sets the environment.
  guard let text = getenv("TENKEN_TEST_PATIENCE"), let value = Double(String(cString: text)), value >= 1 else {
    return 1
  }
  return value
}()
