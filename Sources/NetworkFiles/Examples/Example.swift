package import Phrases
package import Texts

/// A network file that comes with the tool.
package struct Example: Sendable {
  /// The name by which the command line knows it.
  package let name: String
  /// The title of its file.
  package let title: Phrase
  /// What it shows, in a line.
  package let summary: Phrase
  /// The file in all languages: `@title` stands for the title, `«English|中文»` for what else people
  /// read in it.
  private let template: String

  init(name: String, title: Phrase, summary: Phrase, source: String) {
    self.name = name
    self.title = title
    self.summary = summary
    template = source
  }

  /// Where the title stands in the file.
  static let titlePlace = "@title"

  /// The file with comments, to be read and edited. Its numbers and the names of its nodes are the
  /// same in every language.
  package func source(in language: Language = .english) -> String {
    template.inOneLanguage(language, replacing: Example.titlePlace, by: title[language])
  }

  /// Examples of one kind, under a heading.
  package struct Group: Sendable {
    /// What they are for.
    package let heading: Phrase
    /// In the order in which they are best met.
    package let examples: [Example]
  }

  /// All of them by kind.
  package static let groups = [
    Group(
      heading: Phrase("To work out by hand", "适合手算"),
      examples: [
        mango, line, twoFactors, mazur, documents, hanKamber, xor, reluSoftmax, perceptron, adam,
      ]),
    Group(
      heading: Phrase("To train", "适合训练"),
      examples: [
        fourHidden, curve, leastSquares, threeClasses, signs, valley, moreNodes, moreLayers,
      ]),
    Group(
      heading: Phrase(
        "Weights that are used more than once, and outputs that are inputs", "多处共用的权重，以及以输入为目标的网络"),
      examples: [convolution1D, convolution, edges, lenet, autoencoder, pretraining]),
    Group(
      heading: Phrase("What goes wrong, and why", "会出什么问题，为什么"),
      examples: [
        tooFast, saturated, deadReLU, deepSigmoid, deepReLU, symmetric, plateau, linearLayers,
        noBias, oddEven, remainder, overfitting,
      ]),
  ]

  /// All of them, in the order in which they are best met.
  package static let all = groups.flatMap(\.examples)

  /// The names of all of them, and of the data sets.
  package static let names = all.map(\.name) + DataSet.allCases.map(\.name)

  /// The example of this name.
  package static func named(_ name: String) -> Example? { all.first { $0.name == name } }
}

extension String {
  /// The text with one of `English|中文` in place of each `«English|中文»`, and a title in its place.
  func inOneLanguage(
    _ language: Language, replacing place: String = "", by title: String = ""
  ) -> String {
    let spans = split(separator: "«", omittingEmptySubsequences: false).map { span in
      let parts = span.split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return String(span) }
      let texts = parts[0].split(separator: "|", omittingEmptySubsequences: false)
      let own = language == .english ? texts.first : texts.last
      return (own.map(String.init) ?? "") + parts[1]
    }
    let text = spans.joined()
    guard !place.isEmpty else { return text }
    return text.split(separator: place, omittingEmptySubsequences: false).joined(separator: title)
  }
}
