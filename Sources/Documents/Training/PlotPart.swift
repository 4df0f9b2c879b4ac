internal import Texts

/// A picture that stands below the loss in a training's plot.
protocol PlotPart {
  /// Writes it at a place of the larger picture, a square of `RegionPlot.side`.
  func write(x left: Double, y top: Double, to output: TextOutput)
  /// Its look, light and dark.
  static var style: String { get }
  static var darkStyle: String { get }
}
