import TestSupport
import Texts

/// A number in a page's prose.
struct ProseNumber: Sendable {
  var line: Int
  var text: String
  var value: Double
  /// Of its last digit.
  var unit: Double
}

/// What stands before a sign of equality, worked out, and the number behind it.
struct ProseEquation: Sendable {
  var text: String
  var result: ProseNumber
  var value: Double
}

extension Page {
  /// The numbers in its prose that someone must have calculated: those with two digits or more
  /// behind the point.
  var numbers: [ProseNumber] {
    prose.flatMap { line, text in
      text.replacing(#/\]\([^)]*\)/#, with: "]").matches(of: Self.decimal).compactMap { match in
        ProseNumber(line: line, String(match.0))
      }
    }
  }

  /// The equations between numbers in its prose, such as ½·(1 − 0.6)² = 0.08, which a calculator can
  /// work out.
  var equations: [ProseEquation] {
    prose.flatMap { line, text in
      Page.spans(in: text).flatMap { Page.equations(in: $0, line: line) }
    }
  }

  private static func equations(in span: String, line: Int) -> [ProseEquation] {
    let parts = span.split(separator: " = ").map { String($0).trimmed }
    var found: [ProseEquation] = []
    for (left, right) in zip(parts, parts.dropFirst()) {
      guard let value = try? Calculator.value(of: left),
        let result = ProseNumber(line: line, right)
      else { continue }
      found.append(ProseEquation(text: "\(left) = \(right)", result: result, value: value))
    }
    return found
  }

  /// What stands between backquotes in a line, or, where nothing does, the line.
  private static func spans(in line: String) -> [String] {
    let spans = line.matches(of: /`([^`]+)`/).map { String($0.1) }
    return spans.isEmpty ? [line] : spans
  }

  static var decimal: Regex<(Substring, Substring?)> {
    #/[-−]?[0-9]+\.[0-9]{2,}(e[-−]?[0-9]+)?|[-−]?[0-9](?:\.[0-9]+)?e[-−]?[0-9]+/#
  }
}

extension ProseNumber {
  init?(line: Int, _ text: String) {
    let plain = text.replacing("−", with: "-")
    guard plain.wholeMatch(of: #/-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?/#) != nil,
      let value = Double(plain)
    else { return nil }
    let parts = plain.split(separator: "e")
    let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(
      line: line, text: plain, value: value, unit: Double("1e\(exponent - decimals)") ?? 0)
  }

  /// Whether it is that value, rounded, whatever their signs: prose says that something falls by 0.3.
  func rounds(_ other: Double) -> Bool {
    abs(abs(value) - abs(other)) <= 0.5000001 * unit
  }
}
