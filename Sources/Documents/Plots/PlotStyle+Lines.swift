extension PlotStyle {
  /// Lines that were, and up to seven lines that are told apart by colour and by dashes.
  static let lines = """
    path.past{stroke:#5a6570;stroke-width:1.4;stroke-dasharray:1.5 3.5;fill:none}\
    text.past{fill:#5a6570;font-size:12px}.small{font-size:11px}\
    .contour{stroke:#8a939d;stroke-width:.8;fill:none;stroke-opacity:.8}\
    .way{stroke-width:1.6;fill:none;stroke-linejoin:round}.stop{stroke:none}\
    .end-ring{stroke-width:2;fill:#fff;stroke-dasharray:none}\
    \(colors(light, isFirst: true))\
    @media (prefers-color-scheme:dark){path.past{stroke:#b6c0ca}text.past{fill:#b6c0ca}\
    .contour{stroke:#77818c}.end-ring{fill:#16181c}\(colors(dark, isFirst: false))}
    """

  private static func colors(_ colors: [String], isFirst: Bool) -> String {
    zip(colors, dashes).enumerated().map { n, look in
      let dash = isFirst && !look.1.isEmpty ? ";stroke-dasharray:\(look.1)" : ""
      return ".w\(n){stroke:\(look.0)\(dash)}.stop.w\(n){fill:\(look.0);stroke:none}"
    }.joined()
  }

  private static let light = [
    "#1f5fa8", "#a34a00", "#2d7a37", "#7a3f9d", "#b0246a", "#00707a", "#222",
  ]
  private static let dark = [
    "#8cc0ff", "#ffb27a", "#8fd19a", "#d5a6f0", "#ff9cc8", "#6fd6de", "#e8e8e8",
  ]
  private static let dashes = ["", "7 4", "2 3", "9 3 2 3", "12 4", "4 2", "1 4"]
}
