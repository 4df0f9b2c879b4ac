/// The first numbers of seed 7, worked out by another implementation of SplitMix64 and the polar
/// method, with the logarithm's series in the same order.
enum SeededReference {
  static let first: UInt64 = 0x63cb_e1e4_5932_0dd7
  static let firstNormal = -0.04174152338145234
  static let secondNormal = 0.8764814690994567
}
