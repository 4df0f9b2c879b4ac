public import Derivations
internal import Phrases
internal import ScalarBackprop
public import Texts

/// A trace as JSON or CSV, for programs: exact values, with the formula and the numbers put in as
/// text.
public struct TraceData {
  let derivation: Derivation
  let format: NumberFormat
  let language: Language
  let selection: StepSelection?

  /// - Parameters:
  ///   - format: of the numbers within formulas; values are always exact.
  ///   - selection: the steps to tell; `nil` for all.
  public init(
    _ derivation: Derivation, format: NumberFormat, language: Language,
    selection: StepSelection? = nil
  ) {
    self.derivation = derivation
    self.format = format
    self.language = language
    self.selection = selection
  }

  /// Writes the fixed JSON form, version 1, one step a line.
  public func writeJSON(
    title: String, policy: String, sample: Int, to output: TextOutput
  ) {
    let head: [(key: String, value: String)] = [
      ("title", title), ("notation", derivation.notation.name),
      ("deltaSign", derivation.trace.convention.deltaSign.rawValue), ("policy", policy),
    ]
    output.write { buffer in
      buffer.append("{\n  \"format\": \"backprop-trace\",\n  \"version\": 1,\n")
      for (key, value) in head {
        buffer.append("  \"\(key)\": ")
        buffer.append(json: value)
        buffer.append(",\n")
      }
      buffer.append("  \"sample\": \(sample),\n  \"steps\": [")
    }
    var isFirst = true
    forEachRecord { record in
      output.write { write(record, isFirst: isFirst, into: &$0) }
      isFirst = false
    }
    output.write(isFirst ? "]\n}\n" : "\n  ]\n}\n")
  }

  private func write(_ record: Record, isFirst: Bool, into buffer: inout TextBuffer) {
    buffer.append(isFirst ? "\n    {" : ",\n    {")
    for (key, text) in record.fields {
      buffer.append(" \"\(key)\": ")
      buffer.append(json: text)
      buffer.append(",")
    }
    buffer.append(" \"value\": ")
    buffer.append(shortest: record.value)
    buffer.append(" }")
  }

  /// Writes CSV with a header; a value beyond Double is an empty field.
  public func writeCSV(to output: TextOutput) {
    output.write("id,symbol,phase,formula,substitution,value\n")
    forEachRecord { record in
      output.write { buffer in
        for key in ["id", "symbol", "phase", "formula", "substitution"] {
          for field in record.fields where field.key == key { buffer.append(csv: field.text) }
          buffer.append(",")
        }
        if record.value.isFinite { buffer.append(shortest: record.value) }
        buffer.append("\n")
      }
    }
  }

  private struct Record {
    var fields: [(key: String, text: String)]
    var value: Double
  }

  private func forEachRecord(_ body: (Record) -> Void) {
    let writer = FormulaText(derivation, format: format)
    let symbols = derivation.symbols
    derivation.forEachStep(selection) { step, rule in
      func text(_ form: FormulaForm) -> String {
        rule.formula.map { writer.text($0, form, at: step.indices) } ?? ""
      }
      let fields = [
        ("id", symbols.id(of: step.quantity)), ("phase", step.phase.rawValue),
        ("symbol", symbols.symbol(for: step.quantity).text), ("rule", rule.name[language]),
        ("formula", text(.symbols)), ("substitution", text(.numbers)),
      ]
      body(Record(fields: fields, value: step.value))
    }
  }
}
