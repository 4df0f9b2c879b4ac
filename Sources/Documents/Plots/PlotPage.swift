internal import Phrases
internal import Texts

/// A picture of plots: what it is called, its paper, and text below its frames.
struct PlotPage {
  /// What those are told who do not see it.
  let title, description: String
  /// What stands above everything.
  let headline: String

  static let width = 760.0

  /// Writes everything before the first frame.
  func begin(height: Double, to output: TextOutput) {
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width.short) \(height.short)" \
      role="img" aria-labelledby="title desc">
      <title id="title">\(title.inXML)</title>
      <desc id="desc">\(description.inXML)</desc>
      <style>\(PlotStyle.text)\(PlotStyle.lines)</style>
      <rect class="paper" width="100%" height="100%"/>

      """)
    output.write(PlotFrame.text(cutHeadline, 24, 30, "headline"))
  }

  /// The headline, cut where it would leave the picture.
  private var cutHeadline: String {
    let room = 76
    var text = ""
    for character in headline.visible {
      guard DisplayWidth.columns(of: text) < room else { return text + "…" }
      text.append(character)
    }
    return text
  }

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
