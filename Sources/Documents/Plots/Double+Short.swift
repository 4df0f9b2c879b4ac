internal import Texts

extension Double {
  /// The number for a picture, to a tenth.
  var short: String { NumberFormat.significant(6).text((self * 10).rounded() / 10) }
}
