import Derivations
import NetworkFiles
import ScalarBackprop
import Sheets
import TestSupport
import Testing

@testable import Marking

/// The search for what was done is bounded, the same on every machine, and says where it was cut.
struct SearchTests {
  private func marker(_ file: NetworkFile) throws -> Marker {
    try RandomStep(file, notation: "documents").marker
  }

  private func answers(_ texts: [Quantity: String]) -> [Quantity: Answer] {
    texts.mapValues { Answer(name: "", text: $0) }
  }

  @Test(arguments: ["documents", "more-layers", "spiral"])
  func `a lone late answer takes no more than there is`(_ name: String) throws {
    let source = Example.named(name)?.source() ?? DataSet.named(name)?.source() ?? ""
    let marker = try marker(networkFile(source))
    var budget = SearchBudget(sheets: 1, most: 400_000)
    let sheet = marker.mark(answers([.loss(.after): "9"]), within: &budget)
    #expect(sheet.answers.map(\.verdict) == [.wrong])
    #expect(sheet.remarks.contains { $0.code == "search-cut" })
    // A sheet has half of it, an answer half of that, and what was begun is ended.
    #expect((200_000...300_000).contains(budget.left))
  }

  @Test func `each sheet has its share of the search, and what is cut is said`() throws {
    let file = try example("mazur")
    let sheet = answers([.loss(.after): "9", .output(4, .after): "0.9876"])
    let whole = try marker(file).mark(sheet)
    #expect(!whole.remarks.contains { $0.code == "search-cut" })
    // The first ones may use what the others have no need of.
    var budget = SearchBudget(sheets: 8, most: 200_000)
    var cut: [[Quantity]] = []
    for _ in 0..<8 {
      let marked = try marker(file).mark(sheet, within: &budget)
      #expect(marked.answers.map(\.verdict) == whole.answers.map(\.verdict))
      for remark in marked.remarks {
        if case .searchCut(let rows) = remark { cut.append(rows.map(\.quantity)) }
      }
    }
    #expect(!cut.isEmpty && cut.allSatisfy { !$0.isEmpty })
    #expect(budget.left > -100_000)
  }

  @Test func `what a search finds does not depend on when it is made`() throws {
    var results: [[[Diagnosis]]] = []
    let file = try example("relu-softmax")
    for _ in 0..<2 {
      let marker = try marker(file)
      let trace = try file.network.trace(file.samples[0])
      var budget = SearchBudget(sheets: 1, most: 600_000)
      var sheet: [Quantity: String] = [:]
      for block in trace.blocks where block.phase == .update || block.phase == .after {
        for n in 0..<block.count { sheet[trace.quantity(n, of: block)] = "0.\(n + 1)25" }
      }
      let marked = marker.mark(answers(sheet), within: &budget)
      results.append(marked.answers.map(\.diagnoses))
    }
    #expect(results[0] == results[1])
  }

  @Test func `a chain of steps as long as a network is deep is worked out`() throws {
    let layers = (0..<240).map { _ in "{ weights: [[0.9]], biases: [0.1] }" }
    let marker = try marker(
      networkFile(
        "{ inputs: 1, layers: [\(layers.joined(separator: ", "))], "
          + "samples: [{ inputs: [1], targets: [0] }] }"))
    var budget = SearchBudget(sheets: 1, most: 400_000)
    let sheet = marker.mark(answers([.loss(.after): "9", .delta(1): "0.5"]), within: &budget)
    #expect(sheet.answers.map(\.verdict) == [.wrong, .wrong])
  }

  @Test func `of many equal zeros each makes trivial what first follows from it`() throws {
    let marker = try marker(example("documents"))
    let trace = try example("documents").network.trace(example("documents").samples[0])
    var sheet: [Quantity: String] = [:]
    for block in trace.blocks where block.phase != .given {
      for n in 0..<block.count { sheet[trace.quantity(n, of: block)] = "0.0000" }
    }
    let marked = marker.mark(answers(sheet))
    var rows: [Quantity] = []
    for remark in marked.remarks {
      if case .trivialCarry(let cells, _) = remark { rows += cells.map(\.quantity) }
    }
    #expect(Set(rows).count == rows.count)
    #expect(Set(rows) == Set(marked.answers.filter(\.isTrivial).map(\.quantity)))
  }
}
