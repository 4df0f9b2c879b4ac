internal import Derivations
internal import NetworkFiles
internal import Phrases

extension HelpPage {
  /// What a network file says: a sample with every key, and the words that may stand in it, taken
  /// from what is read.
  var networkFile: String {
    let words = NetworkFile.words + [("notation", Notation.names)]
    return paragraph(.fileOpening) + "\n" + Phrase.fileSample[language] + "\n\n"
      + paragraph(.fileWords) + table(words.map { ($0.0, $0.1.joined(separator: ", ")) }) + "\n"
      + paragraph(.fileCSV) + "\n" + paragraph(.fileMaps) + "\n"
      + Phrase.fileMapsSample[language] + "\n\n" + paragraph(.fileTargets)
      + "\n" + paragraph(.filePretraining) + "\n" + Phrase.filePretrainingSample[language] + "\n"
  }
}
