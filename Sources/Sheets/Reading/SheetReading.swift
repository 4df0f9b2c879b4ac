package import Phrases
package import ScalarBackprop

/// What one person's sheet says: its answers, and what no answer could be made of.
package struct SheetReading: Sendable {
  /// The column of a class; empty for a sheet of one's own.
  package var student: String
  /// The answers, by what they are of; in a batch, those about the batch as a whole.
  package var answers: [Quantity: Answer] = [:]
  /// In a batch, the answers about each sample, by its place.
  package var samples: [Int: [Quantity: Answer]] = [:]
  /// Lines and cells with a number that no answer was made of, in the order of the sheet.
  package var unread: [UnreadLine] = []
  /// Given numbers, as the sheet restates them, where they are others in the network.
  package var restated: [Quantity: Double] = [:]
  /// In a batch, those of a sample.
  package var restatedOfSamples: [Place: Double] = [:]
  /// What was noticed while reading.
  package var remarks: [ReadingRemark] = []
  /// How many remarks there are of each kind.
  var counts: [ReadingRemark.Code: Int] = [:]

  /// Given numbers that stand there as they are in the network, and remarks on others.
  private var agreed: Set<Quantity> = []
  private var differing: [Quantity: ReadingRemark] = [:]

  /// A given number stands there as it is in the network: a letter that has another number elsewhere is of
  /// something else there.
  mutating func agree(_ quantity: Quantity) {
    agreed.insert(quantity)
    guard let remark = differing.removeValue(forKey: quantity) else { return }
    remarks.removeAll { $0 == remark }
    restated[quantity] = nil
  }

  /// A given number is another one there.
  mutating func differ(_ quantity: Quantity, _ value: Double, _ sentence: Phrase) {
    guard !agreed.contains(quantity) else { return }
    restated[quantity] = value
    differing[quantity] = ReadingRemark(.givenDiffers, sentence)
    add(.givenDiffers, sentence)
  }

  /// A sheet on which nothing was read yet.
  package init(student: String) { self.student = student }

  /// Whether any number was read.
  package var hasNumbers: Bool {
    ([answers] + samples.values).contains { $0.values.contains { $0.number != nil } }
  }

  /// Whether it numbers weights, nodes or layers otherwise than the network does.
  package var isNumberedOtherwise: Bool {
    remarks.contains { [.numberedBySource, .layersFromHidden, .indicesFromZero].contains($0.code) }
  }

  /// All given numbers that are restated otherwise, each at its place.
  package var placedGivens: [Place: Double] {
    Dictionary(uniqueKeysWithValues: restated.map { (Place($0), $1) })
      .merging(restatedOfSamples) { common, _ in common }
  }

  /// All answers, each at its place.
  package var placed: [Place: Answer] {
    var placed: [Place: Answer] = [:]
    for (quantity, answer) in answers { placed[Place(quantity)] = answer }
    for (sample, answers) in samples {
      for (quantity, answer) in answers { placed[Place(quantity, sample: sample)] = answer }
    }
    return placed
  }
}

/// A line or cell with a number that no answer was made of.
package struct UnreadLine: Hashable, Sendable {
  /// The line of the sheet and the column on it, counted from 1.
  package var line: Int
  package var column: Int
  /// What stands there.
  package var text: String
  /// Why it was not read.
  package var reason: Phrase
  /// The nearest thing it might mean; `nil` where there is none.
  package var suggestion: Phrase?

  /// Lists a line.
  package init(
    line: Int, column: Int = 1, text: String, reason: Phrase, suggestion: Phrase? = nil
  ) {
    self.line = line
    self.column = column
    self.text = text
    self.reason = reason
    self.suggestion = suggestion
  }
}

/// What was noticed about a sheet while it was read.
package struct ReadingRemark: Hashable, Sendable {
  /// The word that JSON has for it. Raw values are fixed.
  package enum Code: String, Hashable, Sendable {
    case givenDiffers = "given-differs"
    case readAsNew = "read-as-new"
    case layersFromHidden = "layers-from-hidden"
    case indicesFromZero = "indices-from-zero"
    case numberedBySource = "numbered-by-source"
    case transposedLayout = "transposed-layout"
    case workingDisagrees = "working-disagrees"
    case writtenTwice = "written-twice"
    case derivativeSign = "derivative-sign"
    case otherLoss = "other-loss"
    case readAsChange = "read-as-change"
  }
  package var code: Code
  package var sentence: Phrase

  /// Remarks on something in a sentence.
  package init(_ code: Code, _ sentence: Phrase) {
    self.code = code
    self.sentence = sentence
  }
}
