import Foundation
import Testing

/// Sentences have no letters of their own: a symbol stands in a phrase only where the notation in use
/// puts it, or the sentence would contradict the formula beside it in another notation.
struct LettersInPhrasesTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file of the sources, by its path in them.
  static let files: [String] = {
    let folder = root.appending(path: "Sources").path(percentEncoded: false)
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted()
  }()

  @Test func `all files are looked at`() {
    #expect(Self.files.count > 200)
    #expect(Self.files.contains("Phrases/Phrase+BackwardRules.swift"))
  }

  @Test(arguments: files)
  func `no phrase has a letter that is not the notation's`(_ file: String) throws {
    let url = Self.root.appending(path: "Sources/" + file)
    let literals = SwiftLiterals(of: try String(contentsOf: url, encoding: .utf8))
    for (text, line, isInPhrase) in literals.found
    where isInPhrase || file.hasPrefix("Phrases/Phrase+") {
      for sentence in Self.prose(of: text) {
        let letter = Self.letter(in: sentence)
        #expect(letter == nil, "\(file):\(line): '\(letter ?? "")' in: \(sentence)")
      }
    }
  }

  @Test(arguments: [
    "the δ of a neuron", "w_ji times x", "f′ was forgotten", "sigma(net) of E(w)", "E is the loss",
    "the number n of outputs", "a(1 − a)", "误差项 δ 乘以", "损失 E", "e^net",
  ])
  func `a letter is noticed`(_ sentence: String) {
    #expect(Self.letter(in: sentence) != nil)
  }

  @Test(arguments: [
    "A weight's gradient is a sum of its samples' gradients.", "I see 1e-3 and 2-2-1",
    "the loss \u{FFFC} falls", "softmax 把各净输入变成和为 1 的正数。", "tanh and ln 0",
  ])
  func `words are no letters`(_ sentence: String) {
    #expect(Self.letter(in: sentence) == nil)
  }

  /// What is said in words: without code in quotes, and of a listing only the comments.
  private static func prose(of text: String) -> [String] {
    let isListing = text.contains("{\n")
    return text.split(separator: "\n").compactMap { line -> String? in
      let said = isListing ? line.split(separator: "//", maxSplits: 1).dropFirst().last : line
      return said.map { withoutCode(String($0)) }
    }
  }

  /// The text without what stands between single quotes; an apostrophe opens none.
  private static func withoutCode(_ text: String) -> String {
    var result = ""
    var isCode = false
    for character in text {
      if character == "'", isCode || !(result.last?.isASCIILetter ?? false) {
        isCode.toggle()
      } else if !isCode {
        result.append(character)
      }
    }
    return result
  }

  /// The first letter that stands for something: a Greek one, one with a mark behind it, a lone one.
  private static func letter(in sentence: String) -> String? {
    let text = Array(sentence)
    for (n, letter) in text.enumerated() {
      let before = n > 0 ? text[n - 1] : " "
      let after = n + 1 < text.count ? text[n + 1] : " "
      let isGreek = letter.unicodeScalars.contains { (0x370...0x3FF).contains($0.value) }
      if isGreek { return String(letter) }
      guard letter.isASCIILetter else { continue }
      if "_′(^".contains(after) { return String([letter, after]) }
      let isLone = !before.isPartOfWord && !after.isPartOfWord
      if isLone, !"aAI".contains(letter) { return String(letter) }
    }
    return nil
  }
}

extension Character {
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }

  /// Whether a letter beside it does not stand alone.
  fileprivate var isPartOfWord: Bool { isASCII && (isLetter || isNumber) || "'’-".contains(self) }
}
