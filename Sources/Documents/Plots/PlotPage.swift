internal import Phrases
internal import Texts

/// The sheet that plots stand on: what those are told who see nothing, the look, and a headline.
struct PlotPage {
  /// What the picture is called, and what can be seen in it.
  let title, description: Wording
  /// What stands above the plots: any text.
  let headline: String
  let width, height: Double
  /// What the picture's marks look like besides.
  var style = ""

  /// What a picture of something with a title of its own is called.
  static func title(_ name: Wording, of title: String, _ language: Language) -> Wording {
    guard !title.isEmpty else { return name }
    return name + Phrase.colon.wording(in: language) + Wording(words: title.visible)
  }

  func begin(to output: TextOutput) {
    output.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width.short) \(height.short)" \
      role="img" aria-labelledby="title desc">
      <title id="title">\(title.text.inXML)</title>
      <desc id="desc">\(description.text.inXML)</desc>
      <style>\(PlotStyle.text)\(style)</style>
      <rect class="paper" width="100%" height="100%"/>

      """)
    output.write(PlotFrame.text(cutHeadline, 24, 30, "headline"))
  }

  static func end(to output: TextOutput) { output.write("</svg>\n") }

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
}
