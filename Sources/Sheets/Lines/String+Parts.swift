internal import Texts

// What a piece of a line is.

extension String {
  /// The same with * for an x between two numbers.
  var withTimes: String {
    guard contains(" x ") else { return self }
    var pieces = split(separator: " x ", omittingEmptySubsequences: false).map(String.init)
    for n in pieces.indices.dropLast() {
      let isFactor = pieces[n].last.map { $0.isASCIIDigit || $0 == ")" } ?? false
      let isNumber = pieces[n + 1].first.map { $0.isASCIIDigit || ".(-".contains($0) } ?? false
      pieces[n] += isFactor && isNumber ? " * " : " x "
    }
    return pieces.joined()
  }

  /// Whether a number begins here.
  var startsNumber: Bool {
    let text = trimmed
    guard let first = text.first else { return false }
    if first.isASCIIDigit { return true }
    guard "+-.".contains(first) else { return false }
    return text.dropFirst().first.map { $0.isASCIIDigit || $0 == "." } ?? false
  }

  /// Whether it is a word of a sentence, and no sign or number.
  var isWord: Bool { contains(where: \.isLetter) && !contains { "=/*+^".contains($0) } }

  /// Whether several words stand here.
  var isProse: Bool {
    let words = split(whereSeparator: \.isWhitespace)
    guard words.count > 1, words.allSatisfy({ $0.first?.isLetter ?? false }) else { return false }
    return words.dropLast().allSatisfy { $0.allSatisfy { $0.isLetter || ",'’-".contains($0) } }
  }

  /// Whether it goes on with what was said before: "and of the hidden weights".
  var goesOn: Bool {
    ["and ", "und ", "et ", "y ", "e ", "en ", "oraz ", "и ", "以及"].contains {
      lowercased().hasPrefix($0)
    }
  }

  /// Whether it begins by saying that it is about the parameters after the update.
  var isAfterUpdate: Bool {
    guard first?.isLetter ?? false else { return false }
    let words = NameParser.words(of: firstWords.lowercased()).prefix(Words.longest)
    return words.indices.dropFirst().contains { Words.meaning(of: words[...$0]) == .role(.after) }
  }

  /// The words that it begins with, up to the first sign or symbol.
  var firstWords: String { String(prefix { $0.isLetter || $0.isWhitespace }) }

  /// Whether it begins with a word of at least three letters.
  var startsWithWord: Bool {
    let word = prefix { !$0.isWhitespace }
    let letters = word.hasSuffix(":") ? word.dropLast() : word
    return letters.count > 2 && letters.allSatisfy(\.isLetter)
      && !["exp", "tanh", "sin", "times", "sigmoid"].contains(letters.lowercased())
  }

  /// Whether a number and a word stand here with more than a blank between.
  var holdsWideGap: Bool {
    let behind = trimmed.drop { !$0.isWhitespace }
    let word = String(behind).trimmed
    return behind.count - word.count > 1
      && word.allSatisfy { $0.isLetter || $0.isNumber || "_'".contains($0) }
  }

  /// Words with a decimal number behind them: "total .2984".
  var wordsThenNumber: (String, String)? {
    guard let blank = trimmed.lastIndex(where: \.isWhitespace) else { return nil }
    let (words, number) = (String(trimmed[..<blank]), String(trimmed[blank...]).trimmed)
    return number.contains(".") && number.isPlainNumber && words.contains(where: \.isLetter)
      && words.count < 30 ? (words.trimmed, number) : nil
  }

  /// Whether a single = stands here, and no other sign.
  var hasOneSign: Bool {
    utf8.count { $0 == UInt8(ascii: "=") } == 1 && !contains { "≈→←:".contains($0) }
  }

  var holdsDigit: Bool { contains(where: \.isASCIIDigit) }

  var isPlainNumber: Bool { isNumberOrComma }

  /// A number and, behind a blank, a name.
  var numberThenName: (String, String)? {
    let text = trimmed
    let isList = text.first.map { "([".contains($0) } ?? false
    let end =
      isList
      ? text.firstIndex(where: { ")]".contains($0) }).map(text.index(after:))
      : text.firstIndex(where: \.isWhitespace)
    guard isList || startsNumber, let blank = end else { return nil }
    let (number, name) = (String(text[..<blank]), String(text[blank...]).trimmed)
    guard !isList || text[blank...].first?.isWhitespace ?? false,
      !isList || WrittenValue(number).numbers.count > 1
    else { return nil }
    return (isList || number.isPlainNumber) && name.first.map { $0.isLetter || $0 == "∂" } ?? false
      ? (number, name) : nil
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
