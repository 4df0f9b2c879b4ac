public import Phrases

/// A network file that comes with the tool.
public struct Example: Sendable {
  /// The name by which the command line knows it.
  public let name: String
  /// The title of its file as it is said in Chinese.
  public let chineseTitle: String
  /// What it shows, in a line.
  public let summary: Phrase
  /// The file, with comments, to be read and edited.
  public let source: String

  /// Examples of one kind, under a heading.
  public struct Group: Sendable {
    /// What they are for.
    public let heading: Phrase
    /// In the order in which they are best met.
    public let examples: [Example]
  }

  /// All of them by kind.
  public static let groups = [
    Group(
      heading: Phrase("To be worked out by hand", "适合手算"),
      examples: [mango, line, mazur, documents, hanKamber, xor, reluSoftmax, perceptron, adam]),
    Group(
      heading: Phrase("To be trained", "适合训练"),
      examples: [fourHidden, curve, leastSquares, threeClasses, moreNodes, moreLayers]),
    Group(
      heading: Phrase("What goes wrong, and why", "会出什么问题，为什么"),
      examples: [
        tooFast, saturated, deadReLU, deepSigmoid, deepReLU, symmetric, plateau, linearLayers,
        noBias, oddEven, remainder,
      ]),
  ]

  /// All of them, in the order in which they are best met.
  public static let all = groups.flatMap(\.examples)

  /// The names of all of them, and of the data sets.
  public static let names = all.map(\.name) + DataSet.allCases.map(\.name)

  /// The example of this name.
  public static func named(_ name: String) -> Example? { all.first { $0.name == name } }
}
