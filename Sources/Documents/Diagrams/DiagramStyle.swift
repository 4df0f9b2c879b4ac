extension NetworkDiagram {
  /// What all pictures look like; a page adds what the current step lights.
  static let style = """
    svg text{font-family:system-ui,sans-serif;text-anchor:middle;fill:#222}\
    .paper{fill:#fff}.node{fill:#f3f6fb;stroke:#345;stroke-width:1.5}\
    .edge{stroke:#8fa3b8;fill:none}.even{stroke-width:1.2}.name{font-weight:600}\
    .number,.bias,.delta{font-size:14px;paint-order:stroke;stroke:#fff;\
    stroke-width:4px;stroke-linejoin:round}.legend{fill:#57606a}\
    .gradient,.new,.delta{display:none}\
    @media (prefers-color-scheme:dark){svg text{fill:#e8e8e8}.paper{fill:#16181c}\
    .node{fill:#232a35;stroke:#9bd}.edge{stroke:#788a9c}.number,.bias,.delta{stroke:#16181c}\
    .legend{fill:#a3adb8}}
    """

  /// What those with maps have besides.
  static let mapStyle = """
    .cell{stroke-width:1}.shade{fill:#1d4f8c;stroke-width:.3}.kernel .cell{fill:#fff}\
    .count,.skipped{font-size:12px;fill:#57606a}.fan{fill:#8fa3b8;fill-opacity:.12}\
    .window{fill:none;stroke:#b45309;stroke-width:1.2}.window .seen{stroke-width:3}\
    .received,.window:not(.first){display:none}\
    @media (prefers-color-scheme:dark){.shade{fill:#9bd}.kernel .cell{fill:#16181c}\
    .count,.skipped{fill:#a3adb8}.window{stroke:#fbbf24}}
    """
}
