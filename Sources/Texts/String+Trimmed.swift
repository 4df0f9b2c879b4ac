extension String {
  /// The text without white space at its ends.
  public var trimmed: String {
    let scalars = unicodeScalars
    let isInk: (Unicode.Scalar) -> Bool = { !$0.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: isInk), let last = scalars.lastIndex(where: isInk)
    else { return "" }
    return String(scalars[first...last])
  }
}
