/// Times what whole processes do not show. Usage: Benchmarks FOLDER-OF-THE-CATALOGUE [NUMBER-OF-REQUIREMENTS]
@main
enum Benchmarks {
  static func main() throws {
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
