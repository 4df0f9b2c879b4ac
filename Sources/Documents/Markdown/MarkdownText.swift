internal import Texts

extension String {
  /// The text as Markdown that shows it as it is: nothing in it is taken for markup, HTML,
  /// mathematics or an address.
  var inMarkdown: String {
    let scalars = Array(visible.unicodeScalars)
    var result = ""
    for (n, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "^":
        result += "\\" + String(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // What looks for mathematics after Markdown has been read would find a bare dollar sign.
      case "$": result += "<span>\\$</span>"
      // What looks for addresses finds http://, www. and @ also where they are escaped.
      case "@": result += "<span>@</span>"
      case "/" where n + 1 < scalars.count && scalars[n + 1] == "/": result += "<span>/</span>"
      case "." where scalars[..<n].endWithWWW: result += "<span>.</span>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether the last three letters are those with which addresses begin.
  fileprivate var endWithWWW: Bool {
    count >= 3 && suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }
}
