internal import Phrases
internal import Texts

// Sentences below the frames of a picture.

extension PlotPage {
  /// The width of a picture that nothing makes wider.
  static let width = 760.0

  /// Sentences in the lines that there is room for.
  private static func lines(
    of captions: [Phrase], room: Double, _ language: Language
  ) -> [String] {
    // No equation is broken at its sign.
    captions.flatMap { caption in
      caption[language].replacing(" = ", with: "\u{A0}=\u{A0}")
        .lines(ofWidth: Int(room / columnWidth))
    }
  }

  private static let (columnWidth, lineHeight) = (6.7, 18.0)

  /// How high sentences below each other are.
  static func height(of captions: [Phrase], room: Double, _ language: Language) -> Double {
    lineHeight * Double(lines(of: captions, room: room, language).count)
  }

  /// Writes sentences below each other, and gives the place of what comes below them.
  static func write(
    _ captions: [Phrase], x: Double, y: Double, room: Double, _ language: Language,
    to output: TextOutput
  ) -> Double {
    var y = y
    for line in lines(of: captions, room: room, language) {
      output.write(PlotFrame.text(line, x, y, ""))
      y += lineHeight
    }
    return y
  }
}
