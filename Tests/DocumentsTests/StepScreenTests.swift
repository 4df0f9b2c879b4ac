import CommandTestSupport
import Derivations
import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing
import Texts

@testable import Documents

/// What a window shows of a step, and how keys lead through the steps.
struct StepScreenTests {
  static let sizes = [
    (20, 5), (20, 4), (40, 12), (60, 20), (80, 24), (100, 8), (200, 60), (300, 100),
  ]

  static func style(
    _ width: Int, _ language: Language = .english, isColored: Bool = false, isASCII: Bool = false
  ) -> TerminalStyle {
    TerminalStyle(
      width: width, isColored: isColored, isASCII: isASCII, language: language,
      format: .significant(6))
  }

  private func mazur() throws -> StepScreen {
    StepScreen(try NetworkSketchTests.derivation("mazur"), title: "Mazur")
  }

  /// Goes to the step of a quantity.
  private func mazur(at id: String) throws -> StepScreen {
    var screen = try mazur()
    while screen.derivation.symbols.id(of: screen.stops.step(at: screen.position).quantity) != id {
      let before = screen.position
      screen.goOn()
      try #require(screen.position > before)
    }
    return screen
  }

  @Test func `a net value in a usual window`() throws {
    let screen = try mazur(at: "net[h1]")
    #expect(
      screen.lines(Self.style(72), height: 16).joined(separator: "\n") == """
        Mazur                                                      step 19 of 84
        Forward, layer 1 (sigmoid)

         i1 = 0.05─┬[out_h1]────────────┬─out_o1               target_o1 = 0.01
                   │                    │
         i2 = 0.10─┴─out_h2─────────────┴─out_o2               target_o2 = 0.99


        Net value. Add up each input times its weight, then add the bias.

         net_h1 = w1·i1 + w2·i2 + b1 = 0.15·0.05 + 0.2·0.10 + 0.35 = 0.3775




         ← → step   ↑ ↓ part   Home End first, last   h hide results   q quit
        """)
  }

  @Test func `a result is guessed first`() throws {
    var screen = try mazur(at: "out[h1]")
    let before = screen.position
    screen.toggleHiding()
    let hidden = screen.lines(Self.style(80), height: 24).joined(separator: "\n")
    // As Mazur has it.
    #expect(!hidden.contains("0.593270"))
    #expect(hidden.contains("= ?"))
    #expect(hidden.contains(" → result   "))
    screen.goOn()
    #expect(screen.position == before)
    let shown = screen.lines(Self.style(80), height: 24).joined(separator: "\n")
    #expect(shown.contains("= 0.593270"))
    #expect(shown.contains("[out_h1 = 0.593270]"))
    screen.goOn()
    #expect(screen.position == before + 1)
    #expect(screen.hidesResult)
    screen.goBack()
    #expect(screen.hidesResult)
    screen.toggleHiding()
    #expect(!screen.hidesResult)
  }

  @Test func `what is given is not hidden`() throws {
    var screen = try mazur()
    screen.toggleHiding()
    #expect(!screen.hidesResult)
    #expect(screen.lines(Self.style(80), height: 24).contains(" i1 = 0.05"))
    screen.goOn()
    #expect(screen.position == 1)
  }

  @Test func `keys lead to parts and ends, and no further`() throws {
    var screen = try mazur()
    func heading() -> String { screen.lines(Self.style(80), height: 24)[1] }
    screen.goBack()
    #expect(screen.position == 0)
    var headings: [String] = []
    for _ in 0..<20 {
      if headings.last != heading() { headings.append(heading()) }
      screen.goToPart(isOnward: true)
    }
    #expect(
      headings == [
        "Given", "Forward, layer 1 (sigmoid)", "Forward, layer 2 (sigmoid)", "Loss",
        "Backward, output layer", "Backward, layer 1 (hidden)", "Backward, gradients", "Update",
        "After the update",
      ])
    screen.goOn()
    #expect(screen.position == screen.count - 1)
    screen.goToPart(isOnward: false)
    #expect(heading() == "After the update")
    screen.goToPart(isOnward: false)
    #expect(heading() == "Update")
    screen.goToStart()
    #expect(screen.position == 0)
    screen.goToEnd()
    #expect(screen.lines(Self.style(80), height: 24)[0].hasSuffix("step 84 of 84"))
  }

  @Test func `only what is chosen is gone through, and what came before is known`() throws {
    let derivation = try NetworkSketchTests.derivation("mazur")
    let selection = StepSelection(phases: [.error], quantities: [])
    let screen = StepScreen(derivation, title: "", selection: selection)
    #expect(screen.count == 3)
    let lines = screen.lines(Self.style(80), height: 24)
    #expect(lines[0].hasSuffix("step 1 of 3"))
    #expect(lines.contains { $0.contains("out_h1 = 0.593270") && $0.contains("target_o1 = 0.01") })
  }

  @Test func `everything is known to the last step of all`() throws {
    var screen = try mazur()
    screen.goToEnd()
    let lines = screen.lines(Self.style(90), height: 24)
    // The published results of the step: the outputs before are gone, the deltas are there.
    #expect(lines.contains { $0.contains("[out_o1⁺ = ") })
    #expect(lines.contains { $0.contains("δ_o1 = 0.138499") })
  }

  @Test(arguments: Sampled.of(Example.all.map(\.name), every: 1))
  func `every step fits into every window`(_ name: String) throws {
    let profiles = try Notation.profiles.filter { notation in
      try !notation.needsOneHiddenLayer || example(name).network.layers.count == 2
    }
    var number = 0
    for notation in Sampled.of(profiles, every: 2) {
      let derivation = try NetworkSketchTests.derivation(name, notation)
      var screen = StepScreen(derivation, title: "标题 of \(name)")
      let text = FormulaText(derivation, format: .significant(6))
      let stride = max(1, screen.count / (Sampled.isWhole ? 50 : 12))
      for position in Swift.stride(from: 0, to: screen.count, by: stride) {
        while screen.position < position { screen.goOn() }
        number += 1
        let (width, height) = Self.sizes[number % Self.sizes.count]
        let style = Self.style(
          width, number % 2 == 0 ? .english : .chinese, isColored: number % 3 == 0,
          isASCII: number % 5 == 0)
        let lines = screen.lines(style, height: height)
        let step = screen.stops.step(at: position)
        #expect(lines.count == height)
        for line in lines { #expect(line.columns <= width, "\(line)") }
        let result = text.number(step)
        #expect(lines.contains { $0.contains(result) }, "\(lines)")
        var hidden = screen
        hidden.toggleHiding()
        guard hidden.hidesResult, result.count > 5 else { continue }
        let all = hidden.lines(style, height: height).joined(separator: "\n")
        #expect(all.contains("= ") && all.contains("?"), "\(all)")
        // It may have come before, or be among the numbers that are put in.
        let formula = derivation.rule(of: screen.stops.block(at: position)).formula
        let numbers = formula.map { text.text($0, .numbers, at: step.indices) } ?? ""
        let digits = result.drop { $0 == "-" }
        let isKnown = (0..<position).contains {
          text.number(screen.stops.step(at: $0)).hasSuffix(digits)
        }
        if !isKnown, !numbers.contains(digits) { #expect(!all.contains(digits), "\(all)") }
      }
    }
  }

  @Test func `a window of any size is filled and no more`() throws {
    var screen = try mazur(at: "delta[h1]")
    for isHidden in [false, true] {
      for width in 1...40 {
        for height in 1...12 {
          let lines = screen.lines(Self.style(width, isColored: true), height: height)
          #expect(lines.count == height)
          for line in lines { #expect(line.columns <= width) }
          if isHidden { #expect(!lines.joined().contains("0.00877")) }
        }
      }
      screen.toggleHiding()
    }
    #expect(screen.lines(Self.style(80), height: 0).isEmpty)
  }

  @Test func `colours are cut with their line`() {
    #expect("\u{1B}[1mabc\u{1B}[0m".columns == 3)
    #expect("\u{1B}[1mabc\u{1B}[0m".cutInk(to: 2) == "\u{1B}[1mab\u{1B}[0m")
    #expect("中文字".cutInk(to: 5) == "中文")
    #expect("abc".cutInk(to: 3) == "abc")
  }
}
