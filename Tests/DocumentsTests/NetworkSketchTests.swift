import Derivations
import NetworkFiles
import Phrases
import ScalarBackprop
import TestSupport
import Testing
import Texts

@testable import Documents

/// The picture of a network in characters.
struct NetworkSketchTests {
  static let names = [
    "mango", "mazur", "documents", "xor", "deep-sigmoid", "convolution", "lenet", "autoencoder",
    "more-nodes",
  ]

  /// The first step of an example in a notation.
  static func derivation(_ name: String, _ notation: Notation? = nil) throws -> Derivation {
    let file = try example(name)
    let notation = notation ?? Notation.named(file.notation ?? "") ?? .documents
    let trace = try file.network.trace(
      file.samples[0], rule: file.training.rule, convention: notation.convention)
    var typed = TypedNumbers()
    typed.samples = Array(file.typedSamples.prefix(1))
    return Derivation(of: trace, in: notation, typed: typed)
  }

  static func picture(
    _ derivation: Derivation, width: Int = 80, height: Int = 20, marking: Set<Int> = [],
    _ values: NetworkSketch.Values = .given, isASCII: Bool = false, isColored: Bool = false,
    language: Language = .english
  ) -> String {
    let collector = Collector()
    let output = collector.textOutput
    let style = TerminalStyle(
      width: width, isColored: isColored, isASCII: isASCII, language: language,
      format: .significant(6))
    NetworkSketch(derivation, format: style.format).write(
      with: TerminalPen(style: style, output: output), height: height, marking: marking,
      values: values)
    output.flush()
    return collector.text
  }

  @Test func `two by two by two`() throws {
    #expect(
      try Self.picture(Self.derivation("mazur")) == """
         i1 = 0.05 ─┬─ out_h1 ─┬─ out_o1   target_o1 = 0.01
                    │          │
         i2 = 0.10 ─┴─ out_h2 ─┴─ out_o2   target_o2 = 0.99

        """)
    #expect(
      try Self.picture(Self.derivation("mazur"), marking: [2], isASCII: true) == """
         i1 = 0.05 -+-[out_h1]-+- out_o1   target_o1 = 0.01
                    |          |
         i2 = 0.10 -+- out_h2 -+- out_o2   target_o2 = 0.99

        """)
  }

  @Test func `layers of different size stand in the middle of each other`() throws {
    #expect(
      try Self.picture(Self.derivation("documents"), marking: [0, 5]) == """
                    ┌─ a_4 ─┐
        [x_1 = 0.5]─┤       │
                    ├─ a_5 ─┼─ y_1   t_1 = 0.9
         x_2 = 0.2 ─┤       │
                    ├─[a_6]─┼─ y_2   t_2 = 0.1
         x_3 = 0.8 ─┤       │
                    └─ a_7 ─┘

        """)
  }

  @Test func `in a low window a layer shows its first and its last nodes, and what is marked`()
    throws
  {
    #expect(
      try Self.picture(Self.derivation("documents"), height: 3, marking: [4]) == """
         x_1 = 0.5 ─┬─ a_4 ─┬─ y_1   t_1 = 0.9
         x_2 = 0.2 ─┼─[a_5]─┤
         x_3 = 0.8 ─┘  ⋮    └─ y_2   t_2 = 0.1

        """)
    #expect(
      try Self.picture(Self.derivation("documents"), height: 1, marking: [4], .none) == """
         x_1 ⋮ ───[a_5 ⋮]─── y_1 ⋮

        """)
  }

  @Test(
    arguments: [
      ([], 4, [0, 1, nil, 9]), ([5], 5, [0, nil, 5, nil, 9]), ([0, 9], 4, [0, 1, nil, 9]),
      ([5], 3, [nil, 5, nil]), ([4, 5, 6, 7, 8], 4, [nil, 4, 5, nil]), ([5], 2, [0, 5]),
      ([5], 1, [5]), ([], 10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
      ([], 9, [0, 1, 2, 3, 4, 5, 6, nil, 9]),
      ([8], 4, [0, nil, 8, 9]), ([7], 5, [0, nil, 7, 8, 9]),
    ] as [(Set<Int>, Int, [Int?])])
  func `of ten nodes those are chosen`(_ marking: Set<Int>, _ rows: Int, _ expected: [Int?]) {
    #expect(NetworkSketch.nodes(0..<10, marking, rows: rows) == expected)
  }

  @Test func `maps are told in words, a marked node of them by its name`() throws {
    let derivation = try Self.derivation("convolution")
    let marked = try text(of: .output(26, .before), in: derivation)
    let output = try text(of: .output(45, .before), in: derivation)
    #expect(
      Self.picture(derivation, width: 100, marking: [26], .all) == """
         map of 5 × 5 ─── map of 4 × 4 ─────────── map of 2 × 2 ─── y_1 = \(output)   t_1 = 1
                         [a^(1)_1,2 = \(marked)]

        """)
    #expect(Self.picture(derivation, language: .chinese).hasPrefix(" 5 × 5 的图 ───"))
  }

  private func text(of quantity: Quantity, in derivation: Derivation) throws -> String {
    NumberFormat.significant(6).text(try #require(derivation.trace[quantity]))
  }

  @Test func `numbers stand where they are known`() throws {
    let derivation = try Self.derivation("mazur")
    // out_h1 as Mazur has it.
    let known = Self.picture(
      derivation, NetworkSketch.Values { $0 == .output(2, .before) || $0 == .input(1) })
    #expect(
      known == """
         i1 ────────┬─ out_h1 = 0.593270 ─┬─ out_o1
                    │                     │
         i2 = 0.10 ─┴─ out_h2 ────────────┴─ out_o2

        """)
    let after = Self.picture(derivation, NetworkSketch.Values { _ in true })
    #expect(after.contains("out_o1⁺ = "))
  }

  @Test func `what is left out in a narrow window`() throws {
    let deep = try Self.derivation("deep-sigmoid")
    #expect(
      Self.picture(deep, width: 60)
        == " x_1 = 1───a_2───a_3───a_4───a_5───a_6───a_7───y_1   t_1 = 1\n")
    #expect(Self.picture(deep, width: 30, marking: [4]) == " …───a_4──[a_5]──a_6───…\n")
    #expect(Self.picture(deep, width: 30) == " x_1───a_2───…───a_7───y_1\n")
    #expect(
      try Self.picture(Self.derivation("mazur"), width: 40) == """
         i1 = 0.05 ─┬─ out_h1 ─┬─ out_o1
                    │          │
         i2 = 0.10 ─┴─ out_h2 ─┴─ out_o2

        """)
  }

  @Test func `colour says what the brackets say`() throws {
    let derivation = try Self.derivation("mazur")
    let colored = Self.picture(derivation, marking: [3], isColored: true)
    #expect(colored.contains("\u{1B}[7m[out_h2]\u{1B}[0m"))
    let plain = Self.picture(derivation, marking: [3])
    #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
  }

  @Test(arguments: names, Notation.profiles.map(\.name))
  func `it fits into any window, and what is marked is seen`(_ name: String, _ notation: String)
    throws
  {
    let notation = try #require(Notation.named(notation))
    let layers = try example(name).network.layers.count
    guard !notation.needsOneHiddenLayer || layers == 2 else { return }
    let derivation = try Self.derivation(name, notation)
    let count = derivation.symbols.topology.nodes.count
    for node in stride(from: 0, to: count, by: max(1, count / 23)) {
      for (width, height) in [(20, 1), (20, 4), (40, 2), (40, 6), (60, 3), (60, 12), (80, 20)] {
        for isASCII in [false, true] {
          let language = node % 2 == 0 ? Language.english : .chinese
          let picture = Self.picture(
            derivation, width: width, height: height, marking: [node], .all, isASCII: isASCII,
            language: language)
          let lines = picture.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          #expect((1...height).contains(lines.count), "\(picture)")
          for line in lines {
            #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
            #expect(!line.hasSuffix(" "))
          }
          let quantity: Quantity =
            node < derivation.symbols.topology.inputs.count ? .input(node) : .output(node, .before)
          let symbol = derivation.symbols.symbol(for: quantity).text
          let mark = "[" + (isASCII ? symbol.inASCII : symbol)
          // Of a name that is wider than the window its beginning is seen.
          #expect(picture.contains(mark.prefix(width - 5)), "\(picture)")
        }
      }
    }
  }
}
