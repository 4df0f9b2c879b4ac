package import ScalarBackprop

/// An answer as it stands on a sheet.
package struct Answer: Hashable, Sendable {
  /// The name as the sheet wrote it.
  package var name: String
  /// The number as the sheet wrote it.
  package var text: String
  /// The line of the sheet on which it stands, counted from 1.
  package var line = 1
  /// The column of that line, counted from 1.
  package var column = 1
  /// The number as read; `nil` where it is blank or unreadable.
  package var number: WrittenNumber?
  /// The sign that the name itself says.
  package var says = Sign.nothing
  /// Why there is no number.
  package var problem: WrittenNumber.Problem?

  /// What a name says of the sign of its number.
  package enum Sign: Hashable, Sendable {
    /// That of the notation.
    case nothing
    /// +∂E/∂…, as in ∂E/∂net.
    case gradient
    /// −∂E/∂…, as in target − output.
    case descent
    /// That of a threshold, which is subtracted.
    case threshold

    /// Whether numbers so called have the other sign than a convention's.
    package func isTurned(in convention: Convention) -> Bool {
      switch self {
      case .nothing: false
      case .gradient: convention.deltaSign != .gradient
      case .descent: convention.deltaSign != .descent
      case .threshold: !convention.subtractsThresholds
      }
    }
  }

  /// Reads the number of an answer.
  package init(name: String, text: String, line: Int = 1) {
    self.name = name
    self.text = text
    self.line = line
    do throws(WrittenNumber.Problem) {
      number = try WrittenNumber(text)
    } catch {
      problem = error
    }
  }
}
