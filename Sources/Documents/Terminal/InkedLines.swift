internal import Texts

// Lines with colours in them.

extension String {
  /// The columns of a line without the sequences that colour it.
  package var columns: Int {
    var count = 0
    var isSequence = false
    for scalar in unicodeScalars {
      if isSequence {
        isSequence = scalar != "m"
      } else if scalar == "\u{1B}" {
        isSequence = true
      } else {
        count += DisplayWidth.columns(of: scalar)
      }
    }
    return count
  }

  /// As much of a coloured line as has room, its colour ended.
  func cutInk(to width: Int) -> String {
    guard columns > width else { return self }
    var kept = ""
    var used = 0
    var (isSequence, isColored) = (false, false)
    for scalar in unicodeScalars {
      if isSequence || scalar == "\u{1B}" {
        isSequence = scalar != "m"
        isColored = true
      } else {
        used += DisplayWidth.columns(of: scalar)
        if used > width { break }
      }
      kept.unicodeScalars.append(scalar)
    }
    return isColored ? kept + "\u{1B}[0m" : kept
  }
}
