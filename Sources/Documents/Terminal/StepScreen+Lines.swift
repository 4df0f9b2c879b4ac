internal import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What a window shows of a step: as much as it has room for, the equation in any case.

extension StepScreen {
  /// The least window in which there is more than the equation.
  private static let (leastWidth, leastHeight) = (20, 4)
  /// The title, the heading, and the keys.
  private static let fixedLines = 3

  /// The lines of a window, from top to bottom: exactly as many as it is high, none wider than it is.
  ///
  /// - Parameters:
  ///   - style: with the width of the window.
  ///   - height: the lines of the window.
  package func lines(_ style: TerminalStyle, height: Int) -> [String] {
    guard count > 0, height > 0, style.width > 0 else { return [] }
    guard style.width >= Self.leastWidth, height >= Self.leastHeight else {
      return tinyLines(style, height: height)
    }
    let equation = equation(style, atMost: height - Self.fixedLines)
    let room = Room(
      height - Self.fixedLines - equation.count, sketch: sketchHeight(style),
      reason: reason(style).count)
    var lines = [titleLine(style), heading(style)]
    if room.gaps > 2 { lines.append("") }
    lines += sketch(style, height: room.sketch)
    if room.gaps > 0 { lines.append("") }
    lines += reason(style, atMost: room.reason)
    if room.gaps > 1 { lines.append("") }
    lines += equation
    lines += Array(repeating: "", count: max(0, height - 1 - lines.count))
    return (lines + [keyLine(style)]).map { $0.cutInk(to: style.width) }
  }

  /// The step in as few words as there are.
  private func tinyLines(_ style: TerminalStyle, height: Int) -> [String] {
    let step = stops.step(at: position)
    let text = derivation.symbol(of: step).text + " = " + result(step, style)
    let spelt = style.isASCII ? text.inASCII : text
    return [spelt.cut(to: style.width, "")] + Array(repeating: "", count: height - 1)
  }

  /// Lines that something writes.
  private func written(_ style: TerminalStyle, _ body: (TerminalPen) -> Void) -> [String] {
    var bytes: [UInt8] = []
    let output = TextOutput {
      bytes += $0
      return nil
    }
    body(TerminalPen(style: style, output: output))
    output.flush()
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  // MARK: Parts of the window

  private func titleLine(_ style: TerminalStyle) -> String {
    written(style) { pen in
      let place = pen.spelt(
        Phrase.placeAmongSteps(position + 1, of: count)[style.language])
      let room = max(0, style.width - DisplayWidth.columns(of: place) - 2)
      let title = pen.spelt(title).cut(to: room, pen.spelt("…"))
      pen.write(title, .heading)
      pen.pad(style.width - DisplayWidth.columns(of: title) - DisplayWidth.columns(of: place))
      pen.line(place, .remark)
    }.first ?? ""
  }

  private func heading(_ style: TerminalStyle) -> String {
    let heading = derivation.heading(of: stops.block(at: position))[style.language]
    return written(style) { $0.line($0.spelt(heading).cut(to: style.width, "…"), .heading) }
      .first ?? ""
  }

  /// The rule and why it holds, as a paragraph of so many lines at most.
  private func reason(_ style: TerminalStyle, atMost count: Int = .max) -> [String] {
    guard count > 0 else { return [] }
    let rule = derivation.rule(of: stops.block(at: position))
    let name = rule.name[style.language]
    return written(style) { pen in
      let title = pen.spelt(name.prefix(1).uppercased() + name.dropFirst())
      let stop = Phrase.fullStop.followed(by: Phrase("", ""))[style.language]
      var lines = (title + stop + pen.spelt(rule.reason[style.language]))
        .lines(ofWidth: style.width)
      if lines.count > count {
        let rest = lines[(count - 1)...].joined(separator: " ")
        lines = lines[..<(count - 1)] + [rest.cut(to: style.width, pen.spelt("…"))]
      }
      for (n, line) in lines.enumerated() {
        let isHead = n == 0 && line.hasPrefix(title)
        if isHead { pen.write(title, .heading) }
        pen.line(String(line.dropFirst(isHead ? title.count : 0)), .remark)
      }
    }
  }

  private func result(_ step: Step, _ style: TerminalStyle) -> String {
    hidesResult ? "?" : FormulaText(derivation, format: style.format).number(step)
  }

  /// The step's equation, in so many lines at most: without symbols, at last without numbers where there
  /// is no room for them.
  private func equation(_ style: TerminalStyle, atMost rows: Int) -> [String] {
    let step = stops.step(at: position)
    let rule = derivation.rule(of: stops.block(at: position))
    let text = FormulaText(derivation, format: style.format)
    let symbol = derivation.symbol(of: step).text
    let result = result(step, style)
    var parts = [result]
    if let formula = rule.formula {
      let symbols = rule.isOwnName ? "" : text.text(formula, .symbols, at: step.indices)
      let numbers = text.text(formula, .numbers, at: step.indices)
      // A number that is only copied would say the result twice, or give it away.
      let copied = text.number(step)
      parts = [symbols, numbers].filter {
        !$0.isEmpty && $0.replacing("−", with: "-") != copied
      }
      parts.append(result)
    }
    for skipped in parts.indices {
      let equation = Equation(symbol, Array(parts[skipped...]))
      let lines = written(style) { EquationList(pen: $0).write([equation]) }
      let isFitting = lines.count <= rows && lines.allSatisfy { $0.columns <= style.width }
      if isFitting { return lines }
    }
    // A symbol that is as wide as the window leaves its line to the result.
    let lines = written(style) { pen in
      pen.line(pen.spelt(symbol).cut(to: style.width, pen.spelt("…")), .symbol)
      pen.write("= ")
      pen.line(result, .result)
    }
    return Array(lines.suffix(rows))
  }

  // MARK: The picture

  /// No picture is higher.
  private static let mostRows = 20

  private func picture(_ style: TerminalStyle) -> NetworkSketch {
    var sketch = NetworkSketch(derivation, format: style.format)
    sketch.sample = stops.step(at: position).sample
    sketch.expected = [.beforeUpdate, .everything]
    return sketch
  }

  /// How many lines the picture would have: as many as in the end, so that what stands below it stays.
  private func sketchHeight(_ style: TerminalStyle) -> Int {
    let whole = written(style) {
      picture(style).write(with: $0, height: Self.mostRows, values: .everything)
    }
    return max(whole.count, drawn(style, height: Self.mostRows).count)
  }

  private func sketch(_ style: TerminalStyle, height: Int) -> [String] {
    let lines = drawn(style, height: height)
    return lines + Array(repeating: "", count: max(0, height - lines.count))
  }

  private func drawn(_ style: TerminalStyle, height: Int) -> [String] {
    let sketch = picture(style)
    let known = NetworkSketch.Values {
      stops.isKnown($0, sample: sketch.sample, at: position, hidesResult: hidesResult)
    }
    return written(style) {
      sketch.write(with: $0, height: height, marking: stops.nodes(at: position), values: known)
    }
  }
}

extension NetworkSketch.Values {
  /// All there is, after the update.
  fileprivate static var everything: NetworkSketch.Values { NetworkSketch.Values { _ in true } }

  /// All there is when the backward pass is done.
  fileprivate static var beforeUpdate: NetworkSketch.Values {
    NetworkSketch.Values { if case .output(_, .after) = $0 { false } else { true } }
  }
}

/// How the lines of a window between its heading and its equation are dealt out.
private struct Room {
  var sketch: Int
  var reason: Int
  /// Blank lines: below the picture, above the equation, above the picture.
  var gaps = 3

  /// Shortens what can be spared least last.
  init(_ rows: Int, sketch: Int, reason: Int) {
    self.sketch = sketch
    self.reason = reason
    while self.sketch + self.reason + gaps > rows {
      if self.reason > 3 {
        self.reason -= 1
      } else if gaps > 2 {
        gaps -= 1
      } else if self.sketch > 5 {
        self.sketch -= 1
      } else if self.reason > 2 {
        self.reason -= 1
      } else if gaps > 0 {
        gaps -= 1
      } else if self.reason > 1 {
        self.reason -= 1
      } else if self.sketch > 1 {
        self.sketch -= 1
      } else if self.reason > 0 {
        self.reason -= 1
      } else if self.sketch > 0 {
        self.sketch -= 1
      } else {
        gaps = 0
        return
      }
    }
  }
}
