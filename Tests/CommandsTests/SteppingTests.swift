import CommandTestSupport
import Documents
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing
import Texts

@testable import Commands
@testable import Derivations

/// `trace --step`, as far as it goes without a terminal.
struct SteppingTests {
  private func terminal(_ term: String = "xterm", isInput: Bool = true) -> Surroundings {
    var surroundings = Surroundings(environment: ["TERM": term], isTerminal: true)
    surroundings.isInputTerminal = isInput
    return surroundings
  }

  @Test func `without a terminal it says what to do instead`() {
    for surroundings in [Surroundings(), terminal(isInput: false), terminal("dumb")] {
      let step = run(["trace", "mazur", "--step"], in: surroundings)
      #expect(step.code == 2)
      #expect(step.output.isEmpty)
      #expect(step.error.contains("'backprop trace mazur'"))
      #expect(step.error.contains("'backprop export mazur -o page.html'"))
    }
    let chinese = run(["trace", "mazur", "--step", "--lang", "zh"], in: Surroundings())
    #expect(chinese.code == 2)
    #expect(chinese.error.contains("终端"))
  }

  @Test(arguments: [
    ["--format", "json"], ["--detail", "full"], ["--matrix"], ["--with-gradcheck"],
  ])
  func `what has no effect on it is refused`(_ option: [String]) {
    let step = run(["trace", "mazur", "--step"] + option, in: terminal())
    #expect(step.code == 2)
    #expect(step.error == "backprop: '\(option[0])' has no effect in --step; remove it\n")
  }

  @Test func `only trace has it`() {
    let step = run("export", "mazur", "--step")
    #expect(step.code == 2)
    #expect(step.error.contains("trace"))
  }

  private func stepping() throws -> Stepping {
    let file = try example("mazur")
    let trace = try file.network.trace(file.samples[0], rule: file.training.rule)
    let screen = StepScreen(Derivation(of: trace, in: .documents), title: "")
    let style = TerminalStyle(
      width: 80, isColored: false, isASCII: false, language: .english, format: .significant(6))
    return Stepping(screen, style: style, width: nil)
  }

  @Test func `keys lead through the steps`() throws {
    var stepping = try stepping()
    let last = stepping.screen.count - 1
    func take(_ key: Key) -> Bool { stepping.take(key) }
    let moves: [(Key, Int)] = [
      (.right, 1), (.space, 2), (.enter, 3), (.letter("l"), 4), (.letter("n"), 5), (.left, 4),
      (.backspace, 3), (.letter("p"), 2), (.letter("x"), 2), (.home, 0), (.left, 0), (.end, last),
      (.right, last), (.home, 0),
    ]
    for (key, position) in moves {
      #expect(take(key))
      #expect(stepping.screen.position == position, "\(key)")
    }
    #expect(take(.down))
    let first = stepping.screen.position
    #expect(first > 0)
    #expect(take(.pageDown))
    #expect(stepping.screen.position > first)
    #expect(take(.up))
    #expect(stepping.screen.position == first)
    #expect(take(.pageUp))
    #expect(stepping.screen.position == 0)
    #expect(take(.letter("h")))
    #expect(stepping.screen.isHiding)
    for key in [Key.escape, .endOfInput, .letter("q")] { #expect(!take(key)) }
  }

  @Test func `a frame erases what was there before`() {
    let frame = Stepping.frame(["ab", "abc", "\u{1B}[1ma\u{1B}[0m"], columns: 3)
    // Behind a full line there is nothing to erase but its last character.
    #expect(
      String(decoding: frame, as: UTF8.self)
        == "\u{1B}[Hab\u{1B}[K\r\nabc\r\n\u{1B}[1ma\u{1B}[0m\u{1B}[J")
  }
}
