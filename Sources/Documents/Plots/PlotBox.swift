/// Room in a picture.
struct PlotBox {
  var left, top, width, height: Double

  var middle: (x: Double, y: Double) { (left + width / 2, top + height / 2) }
  var right: Double { left + width }
  var bottom: Double { top + height }

  func meets(_ other: PlotBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func holds(x: Double, y: Double) -> Bool {
    left < x && x < right && top < y && y < bottom
  }
}
