import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// No number of the lessons is made up.
struct NumberTests {
  @Test(arguments: try Course.pagesWithWay())
  func `equations in the text are right`(_ name: String) throws {
    for page in try Page.both(name) {
      for equation in page.equations {
        #expect(
          abs(equation.value - equation.result.value) <= 0.5000001 * equation.result.unit,
          "\(equation.text) comes to \(equation.value)",
          sourceLocation: page.location(ofLine: equation.result.line))
      }
    }
  }

  /// Each stands in what a command of the page prints or makes, in a sheet or a network beside the
  /// page, in a mistake that is tried, or in an equation that was worked out.
  @Test(arguments: try Course.pagesWithWay())
  func `numbers in the text come from the program`(_ name: String) throws {
    for page in try Page.both(name).filter(Page.isRun) {
      let known = try Self.sources(of: page)
      let inEquations = Set(
        page.equations.flatMap {
          $0.text.replacing("−", with: "-").matches(of: Page.decimal).map { String($0.0) }
        })
      for number in page.numbers where !inEquations.contains(number.text) {
        // Bounds of the values that round to it.
        let low = known.partition { $0 >= abs(number.value) - 0.6 * number.unit }
        let isKnown = known[low...].prefix { $0 <= abs(number.value) + 0.6 * number.unit }
          .contains { number.rounds($0) }
        #expect(
          isKnown, "\(number.text) is printed by no command of this page",
          sourceLocation: page.location(ofLine: number.line))
      }
    }
  }

  /// The sizes of all numbers that a page's text may use, in order.
  private static func sources(of page: Page) throws -> [Double] {
    var texts = page.comments("mistake: ").map(\.text) + page.comments("backprop ").map(\.text)
    for outcome in try PageRun.of(page).outcomes {
      texts += outcome.printed ?? []
      texts += outcome.files.map { path, text in
        // Of a picture what is written in it, not where its lines are.
        guard path.hasSuffix(".svg") else { return path.hasSuffix(".html") ? "" : text }
        return text.matches(of: />([^<>]+)</).map { String($0.1) }.joined(separator: "\n")
      }
    }
    if page.path != "Lessons/README.md", page.path != "Lessons/README.zh.md" {
      for file in try Course.files(in: page.folder) where file.contains(/\.(txt|json|csv)$/) {
        texts.append(try text(of: page.folder + file))
      }
    }
    return texts.flatMap { text in
      text.replacing("−", with: "-").matches(of: #/[0-9]+(\.[0-9]+)?(e-?[0-9]+)?/#).compactMap {
        Double($0.0)
      }
    }.sorted()
  }
}

extension [Double] {
  /// Where the first element stands that is so; the array is in order.
  fileprivate func partition(_ isAbove: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAbove(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
