public import Phrases

/// A network file that comes with the tool.
public struct Example: Sendable {
  /// The name by which the command line knows it.
  public let name: String
  /// What it shows, in a line.
  public let summary: Phrase
  /// The file, with comments, to be read and edited.
  public let source: String

  /// All of them, in the order in which they are best met.
  public static let all = [
    mango, line, mazur, documents, hanKamber, xor, reluSoftmax, fourHidden, plateau, tooFast,
    deepSigmoid, symmetric, linearLayers, noBias, leastSquares, threeClasses, oddEven, curve,
  ]

  /// The example of this name.
  public static func named(_ name: String) -> Example? { all.first { $0.name == name } }
}
