internal import Phrases
internal import Texts

/// The frame of a page: one file that asks for nothing else, and lets nothing else in.
struct HTMLPage {
  let language: Language
  /// What the browser's window is called.
  let title: String
  /// What the page looks like.
  let style: String
  /// What the page does; empty for one that only stands there.
  var script = ""

  /// Everything before the body's content.
  var opening: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.tag)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title.inXML)</title>
    <style>\(style)</style>
    </head>
    <body>

    """
  }

  /// Everything behind it.
  var closing: String {
    (script.isEmpty ? "" : "<script>\(script)</script>\n") + "</body>\n</html>\n"
  }

  /// Nothing from anywhere, but the style and the script that stand in the page.
  private var policy: String {
    let scripts = script.isEmpty ? "" : "; script-src 'sha256-\(ContentHash.sha256(script))'"
    return "default-src 'none'; style-src 'sha256-\(ContentHash.sha256(style))'\(scripts); "
      + "base-uri 'none'; form-action 'none'"
  }
}

extension Language {
  /// The language as pages name it.
  var tag: String {
    switch self {
    case .english: "en"
    case .chinese: "zh-Hans"
    }
  }
}
