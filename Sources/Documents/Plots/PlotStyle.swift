/// The look of plots, in light and dark.
enum PlotStyle {
  /// What frames, curves, lines of neurons and their names look like.
  static let text = """
    text{font:13px system-ui,sans-serif;fill:#222}.headline{font-size:17px;font-weight:600}\
    .title{font-weight:600}.end{text-anchor:end}.middle{text-anchor:middle}.paper{fill:#fff}\
    .grid{stroke:#d5dae0;fill:none;stroke-opacity:.7}.frame{fill:none;stroke:#8a939d}\
    .curve{stroke-width:2;fill:none;stroke-linejoin:round}.c0{stroke:#1f5fa8}\
    .c1{stroke:#a34a00;stroke-dasharray:7 4}.c2{stroke:#2d7a37;stroke-dasharray:2 3}\
    .c3{stroke:#7a3f9d;stroke-dasharray:9 3 2 3}\(ClassMarks.style)\
    .dot{stroke-width:2;fill:#fff;stroke-dasharray:none}.dot.c0{fill:#1f5fa8}\
    .bent{stroke:#5a6570;stroke-width:1;fill:none;stroke-opacity:.6}\
    .cut{stroke:#222;stroke-width:1.6;stroke-dasharray:7 4;fill:none}\
    .many{stroke-width:1;stroke-opacity:.5}.onto{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\
    @media (prefers-color-scheme:dark){text{fill:#e8e8e8}.paper{fill:#16181c}\
    .grid{stroke:#3a414a}.frame{stroke:#77818c}.c0{stroke:#8cc0ff}.c1{stroke:#ffb27a}\
    .c2{stroke:#8fd19a}.c3{stroke:#d5a6f0}\(ClassMarks.darkStyle).bent{stroke:#b6c0ca}\
    .cut{stroke:#e8e8e8}.onto{stroke:#16181c}.dot{fill:#16181c}.dot.c0{fill:#8cc0ff}}
    """
}
