/// What is said in one language: words, with the mathematics of a notation between them.
///
/// Letters enter a sentence only through such places, as symbols of the notation in use, so that no
/// sentence speaks in other letters than the formula beside it; and each format writes them in its
/// own way.
package struct Wording: Hashable, Sendable, CustomStringConvertible {
  /// Words, or a formula between them.
  package enum Piece: Hashable, Sendable {
    case words(String)
    case math([MathPart])
  }

  /// In the order in which they are said; no two of words behind each other.
  package private(set) var pieces: [Piece] = []

  /// Makes a wording of words that are made elsewhere: a name, a number, a list.
  package init(words: String) { append(words: words) }

  /// Everything as plain text.
  package var text: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .math(let parts): parts.text
      }
    }.joined()
  }

  /// The same, so that a wording put into a text says what it says.
  package var description: String { text }

  /// With the space that keeps a name apart from Chinese words behind it; a bracket does that itself.
  var spaced: Wording {
    if case .words(let words)? = pieces.last, words.hasSuffix("）") { return self }
    return self + " "
  }

  /// With the space that keeps something else than Chinese words apart from those before it.
  var setApart: Wording {
    guard case .words(let words)? = pieces.first, let first = words.unicodeScalars.first else {
      return self
    }
    return first.isASCII ? " " + self : self
  }

  /// Whether nothing is said.
  package var isEmpty: Bool { pieces.isEmpty }

  /// Adds words.
  package mutating func append(words: String) {
    guard !words.isEmpty else { return }
    if case .words(let before)? = pieces.last {
      pieces[pieces.count - 1] = .words(before + words)
    } else {
      pieces.append(.words(words))
    }
  }

  /// Adds a formula.
  package mutating func append(math: [MathPart]) {
    if !math.isEmpty { pieces.append(.math(math)) }
  }

  /// Adds what another wording says.
  package mutating func append(_ other: Wording) {
    for piece in other.pieces {
      switch piece {
      case .words(let words): append(words: words)
      case .math(let parts): append(math: parts)
      }
    }
  }

  /// One wording behind the other.
  package static func + (a: Wording, b: Wording) -> Wording {
    var result = a
    result.append(b)
    return result
  }
}

extension Wording: ExpressibleByStringInterpolation {
  /// Takes words as they are written.
  package init(stringLiteral words: String) { self.init(words: words) }

  /// Takes words with what is put into them.
  package init(stringInterpolation parts: Interpolation) { self = parts.wording }

  /// What may be put into a sentence: words, numbers, other wordings, and mathematics.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var wording = Wording(words: "")

    /// Begins with nothing.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds what stands there.
    package mutating func appendLiteral(_ words: String) { wording.append(words: words) }

    /// Puts in words.
    package mutating func appendInterpolation(_ words: String) { wording.append(words: words) }

    /// Puts in a number of things.
    package mutating func appendInterpolation(_ count: Int) { wording.append(words: String(count)) }

    /// Puts in a wording.
    package mutating func appendInterpolation(_ other: Wording) { wording.append(other) }

    /// Puts in a symbol.
    package mutating func appendInterpolation(_ symbol: Symbol) {
      wording.append(math: [.symbol(symbol)])
    }

    /// Puts in a formula.
    package mutating func appendInterpolation(_ math: [MathPart]) { wording.append(math: math) }
  }
}
