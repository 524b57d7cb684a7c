/// Times what whole processes do not show. Usage: Benchmarks FOLDER-OF-THE-CATALOGUE [NUMBER-OF-REQUIREMENTS]; or, to make the input of
/// other benchmarks, Benchmarks history FILE NUMBER-OF-SWEEPS
@main
enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "history", let count = Int(arguments[3]) {
      return try PastSweeps.append(count, to: arguments[2])
    }
    guard let folder = CommandLine.arguments.dropFirst().first else {
      fatalError("Usage: Benchmarks FOLDER-OF-THE-CATALOGUE [NUMBER-OF-REQUIREMENTS]")
    }
    try Calls.run()
    print()
    try Standings.run(catalogue: folder)
    print()
    try Search.run(
      catalogue: folder, count: CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 100_000)
  }
}
