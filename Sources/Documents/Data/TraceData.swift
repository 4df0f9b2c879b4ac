package import Derivations
internal import Phrases
internal import ScalarBackprop
package import Texts

/// A trace as JSON or CSV, for programs: exact values, with the formula and the numbers put in as
/// text, the same whatever language people read.
package struct TraceData {
  let derivation: Derivation
  let formulas: FormulaText
  let selection: StepSelection?

  /// Takes what is to be told as data.
  ///
  /// - Parameters:
  ///   - format: of the numbers within formulas; values are always exact.
  ///   - selection: the steps to tell; `nil` for all.
  package init(
    _ derivation: Derivation, format: NumberFormat, selection: StepSelection? = nil
  ) {
    self.derivation = derivation
    formulas = FormulaText(derivation, format: format)
    self.selection = selection
  }

  /// Writes the fixed JSON form, version 1, one step a line; the steps of a training's step bear the
  /// number of their sample.
  package func writeJSON(title: String, policy: String, to output: TextOutput) {
    let json = JSONWriter(output)
    json.object(layout: .lines) {
      json.field("format", "backprop-trace")
      json.field("version", 1)
      json.field("title", title)
      json.field("notation", derivation.notation.name)
      json.field("deltaSign", derivation.trace.convention.deltaSign.rawValue)
      json.field("policy", policy)
      if let state = derivation.state {
        json.field("step", state.step)
        json.field("epoch", state.epoch)
      } else {
        json.field("sample", derivation.sampleNumber(0))
      }
      json.array("steps", layout: .lines) {
        derivation.forEachStep(selection) { step, rule in write(step, rule, json) }
      }
    }
  }

  private func write(_ step: Step, _ rule: Rule, _ json: JSONWriter) {
    json.object {
      if let sample = sampleNumber(step) { json.field("sample", sample) }
      for field in Field.allCases {
        json.field(field.rawValue) { write(field, of: step, rule, into: &$0) }
      }
      json.field("value", step.value)
    }
  }

  /// The number of a step's sample, in a step of a training.
  private func sampleNumber(_ step: Step) -> Int? {
    derivation.state == nil ? nil : step.sample.map(derivation.sampleNumber)
  }

  /// Writes CSV with a header; a value beyond Double is an empty field. In a step of a training the
  /// sample's number stands first.
  package func writeCSV(to output: TextOutput) {
    let fields: [Field] = [.id, .symbol, .phase, .formula, .substitution]
    let isOfTraining = derivation.state != nil
    output.write(
      (isOfTraining ? "sample," : "") + fields.map(\.rawValue).joined(separator: ",")
        + ",value\n")
    derivation.forEachStep(selection) { step, rule in
      output.write { buffer in
        if isOfTraining { buffer.append(sampleNumber(step).map(String.init) ?? "", ",") }
        for field in fields {
          buffer.appendCSV { write(field, of: step, rule, into: &$0) }
          buffer.append(UInt8(ascii: ","))
        }
        if step.value.isFinite { buffer.append(shortest: step.value) }
        buffer.append(UInt8(ascii: "\n"))
      }
    }
  }

  /// What is told of a step beside its value, in the order of JSON; raw values are keys there.
  private enum Field: String, CaseIterable {
    case id, phase, symbol, rule, formula, substitution
  }

  private func write(
    _ field: Field, of step: Step, _ rule: Rule, into buffer: inout TextBuffer
  ) {
    switch field {
    case .id: derivation.symbols.ids.write(idOf: step.quantity, into: &buffer)
    case .phase: buffer.append(step.phase.rawValue)
    case .symbol: buffer.append(derivation.symbol(of: step))
    case .rule: buffer.append(rule.name[.english])
    case .formula: write(rule.formula, .symbols, step, into: &buffer)
    case .substitution: write(rule.formula, .numbers, step, into: &buffer)
    }
  }

  private func write(
    _ formula: Formula?, _ form: FormulaForm, _ step: Step, into buffer: inout TextBuffer
  ) {
    if let formula { formulas.write(formula, form, at: step.indices, into: &buffer) }
  }
}
