internal import Derivations
package import ScalarBackprop
package import Texts

// What someone answers who was asked for one quantity.

/// An answer to the question for one quantity.
package struct AskedAnswer: Sendable {
  /// The answer with its number.
  package var answer: Answer
  /// As it goes on a sheet, behind the name: 0.3775, or 0.15*0.05 + 0.35 = 0.3575.
  package var text: String
  /// What a working comes to that stands there without its result; `nil` where one was written.
  package var worked: String?
  /// The same answer in no more digits than the numbers in its working allow for, as they may have been
  /// rounded; `nil` where that is all of them.
  package var rounded: (answer: Answer, text: String, worked: String)?
  /// What its working comes to where that is not what was written.
  package var disagreement: (working: String, value: String)?

  /// Why nothing was made of what was typed.
  package enum Problem: Error, Hashable, Sendable {
    /// It names another quantity.
    case isOf(Quantity)
    /// It has a name that may be of several quantities.
    case isUnclear(String)
    /// Letters stand in its working.
    case hasLetters
    /// It is no number, and nothing comes to one.
    case unreadable
  }
}

extension SheetReader {
  /// Reads what someone answers: a number, a working, both, or these behind the quantity's name.
  ///
  /// - Parameters:
  ///   - typed: one line.
  ///   - quantity: what was asked for.
  ///   - format: of the number that a working comes to.
  package func answer(
    _ typed: String, askedFor quantity: Quantity, format: NumberFormat
  ) throws(AskedAnswer.Problem) -> AskedAnswer {
    let text = try withoutName(Self.respelt(typed.visible.trimmed), of: quantity)
    if let answer = read(text, of: quantity) { return answer }
    guard let last = Spelling.plain(text).split(separator: "=").last.map({ String($0).trimmed })
    else { throw .unreadable }
    guard let (value, room) = Arithmetic.estimate(of: last) else {
      throw last.namesOthers && (last.holdsNumber || last.isFormula) ? .hasLetters : .unreadable
    }
    // What comes of exact numbers has as many digits as anyone may want.
    let worked = room > 0 ? format.roundedText(value) : Self.worked(value, 0, format)
    guard var answer = read("\(text) = \(worked)", of: quantity) else { throw .unreadable }
    answer.worked = worked
    let rounded = Self.worked(value, room, format)
    if rounded != worked, let other = read("\(text) = \(rounded)", of: quantity) {
      answer.rounded = (other.answer, other.text, rounded)
    }
    return answer
  }

  /// The answer of a line that has a number, as a sheet would be read that has nothing else on it.
  private func read(_ text: String, of quantity: Quantity) -> AskedAnswer? {
    let line = "\(derivation.symbols.id(of: quantity)) = \(text)"
    let reading = readings(of: SheetText(Array(line.utf8))).first
    guard let answer = reading?.answers[quantity], answer.number != nil else { return nil }
    // Where it is more than a working and its number, only the number is sure to be read again.
    var asked = AskedAnswer(answer: answer, text: text.isWorking ? text : answer.text)
    let parts = Spelling.plain(text).split { "=≈".contains($0) }.map { String($0).trimmed }
    if parts.count > 1, let number = parts.last,
      let value = Arithmetic.result(of: parts[parts.count - 2], unlike: number)
    {
      asked.disagreement = (parts[parts.count - 2], value)
    }
    return asked
  }

  /// What stands behind the name, where one stands before it.
  private func withoutName(
    _ text: String, of quantity: Quantity
  ) throws(AskedAnswer.Problem) -> String {
    let plain = Spelling.plain(text)
    guard let sign = plain.firstIndex(where: { "=≈".contains($0) }) else { return text }
    let name = String(plain[..<sign]).trimmed
    guard name.isEmpty || isName(name) else { return text }
    let rest = String(plain[plain.index(after: sign)...]).trimmed
    guard !name.isEmpty else { return rest }
    let reading = readings(of: SheetText(Array("\(name) = 0.5".utf8))).first
    let named = Set((reading?.answers ?? [:]).keys).union((reading?.restated ?? [:]).keys)
    guard !named.contains(quantity) else { return rest }
    if let other = named.count == 1 ? named.first : own(name)?.quantity, other != quantity {
      throw .isOf(other)
    }
    if own(name) == nil { throw .isUnclear(name) }
    return rest
  }

  /// What a working comes to: in no more digits than the numbers in it allow for, three at least; in four
  /// at least where they are exact.
  private static func worked(_ value: Double, _ room: Double, _ format: NumberFormat) -> String {
    guard value != 0 else { return format.roundedText(value) }
    let magnitude = WrittenNumber.magnitude(of: value)
    let text = format.roundedText(value)
    guard room > 0 else {
      let isShort = (try? WrittenNumber(text))?.significantDigits ?? 0 < 4
      guard isShort, case .significant(let digits) = format, digits > 3 else { return text }
      return NumberFormat.decimals(max(0, 3 - magnitude)).text(value)
    }
    var digits = 17
    while digits > 3, WrittenNumber.unit(digits - 1 - magnitude) < room { digits -= 1 }
    switch format {
    case .significant(let most): return NumberFormat.significant(min(most, digits)).text(value)
    case .decimals(let most):
      return NumberFormat.decimals(max(0, min(most, digits - 1 - magnitude))).text(value)
    }
  }

  /// A line as it would be written: with points for commas that stand in a number as its decimal point,
  /// `*` for a cross between numbers, and without the mark of a doubt.
  private static func respelt(_ text: String) -> String {
    var text = withPoints(text)
    while let last = text.last, "?？。".contains(last), text.count > 1 {
      text = String(text.dropLast()).trimmed
    }
    text = text.replacing("负", with: "-")
    let characters = Array(text)
    return String(
      characters.indices.map { n in
        guard "xX".contains(characters[n]) else { return characters[n] }
        let before = characters[..<n].last { !$0.isWhitespace }
        let after = characters[(n + 1)...].first { !$0.isWhitespace }
        let isBetween =
          before.map { $0.isASCIIDigit || $0 == ")" } ?? false
          && after.map { $0.isASCIIDigit || ".(-".contains($0) } ?? false
        return isBetween ? "*" : characters[n]
      })
  }

  /// A line with points for commas that stand in a number as its decimal point.
  private static func withPoints(_ text: String) -> String {
    var result = ""
    var number = ""
    for character in text {
      if character.isASCIIDigit || ".,，".contains(character) {
        number.append(character)
      } else {
        result += pointed(number) + String(character)
        number = ""
      }
    }
    return result + pointed(number)
  }

  private static func pointed(_ number: String) -> String {
    let parts = number.split(omittingEmptySubsequences: false) { ",，".contains($0) }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(".") }) else {
      return number
    }
    return parts.joined(separator: ".")
  }
}

extension String {
  /// Whether it holds numbers, signs, and what a calculator knows, and nothing else.
  fileprivate var isWorking: Bool {
    let words = split { !$0.isLetter }
    return words.allSatisfy {
      ["e", "E", "exp", "ln", "tanh", "sqrt", "sigmoid", "sigma", "σ"].contains($0)
    }
      && allSatisfy { $0.isLetter || $0.isASCIIDigit || " .+-*/()^=·×÷−≈".contains($0) }
  }
}
