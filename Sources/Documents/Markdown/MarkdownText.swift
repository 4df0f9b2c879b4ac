internal import Texts

extension String {
  /// The text as Markdown that shows it as it is: nothing in it is taken for markup, HTML or
  /// mathematics.
  var inMarkdown: String {
    var result = ""
    for scalar in visible.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "^":
        result += "\\" + String(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // What looks for mathematics after Markdown has been read would find a bare dollar sign.
      case "$": result += "<span>\\$</span>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
