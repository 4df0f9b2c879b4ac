import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// The lesson's plain Python does the step of the example, to the same digits.
struct PythonTests {
  private static let program = "Lessons/20-next/step.py"

  @Test(arguments: try Page.both(in: "Lessons/20-next/"))
  func `the page shows the program as it is`(_ page: Page) throws {
    let block = try #require(page.blocks(of: "python").first)
    #expect(page.lines[block].joined(separator: "\n") + "\n" == (try text(of: Self.program)))
    #expect(block.count <= 40, "about thirty lines")
  }

  @Test func `each number that it prints is one of the trace`() throws {
    guard let printed = Python.run([Self.program]) else {
      FileHandle.standardError.write(Data("No python3 here: \(Self.program) is not run.\n".utf8))
      return
    }
    let trace = run("trace", "mazur", "--detail", "results").output
    let numbers = Set(trace.matches(of: Page.decimal).map { String($0.0) })
    let own = printed.flatMap { $0.matches(of: Page.decimal).map { String($0.0) } }
    #expect(own.count > 15, "\(printed)")
    for number in own { #expect(numbers.contains(number), "\(number)") }
    let result = run(["check", "mazur", "-"], input: Array(printed.joined(separator: "\n").utf8))
    #expect(result.code == 0, "\(result.output)")
  }
}
