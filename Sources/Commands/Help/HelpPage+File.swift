internal import Derivations
internal import NetworkFiles
internal import Phrases
internal import Texts

extension HelpPage {
  /// What a network file says: a sample with every key, and the words that may stand in it, taken
  /// from what is read.
  var networkFile: String {
    func paragraph(_ phrase: Phrase) -> String {
      phrase[language].lines(ofWidth: width).joined(separator: "\n") + "\n"
    }
    let words = NetworkFile.words + [("notation", Notation.names)]
    return paragraph(.fileOpening) + "\n" + Phrase.fileSample[language] + "\n\n"
      + paragraph(.fileWords) + table(words.map { ($0.0, $0.1.joined(separator: ", ")) }) + "\n"
      + paragraph(.fileCSV)
  }
}
