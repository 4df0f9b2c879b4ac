/// An answer as it stands on a sheet.
public struct Answer: Hashable, Sendable {
  /// The name as the sheet wrote it.
  public var name: String
  /// The number as the sheet wrote it.
  public var text: String
  /// The line of the sheet on which it stands, counted from 1.
  public var line = 1
  /// The column of that line, counted from 1.
  public var column = 1
  /// The number as read; `nil` where it is blank or unreadable.
  public var number: WrittenNumber?
  /// Whether the sheet writes the derivative with the other sign than the notation: the number is
  /// turned.
  public var isTurned = false
  /// +1, or −1 where the sheet's own sign is the other one.
  public var sign: Double { isTurned ? -1 : 1 }
  /// Why there is no number.
  public var problem: WrittenNumber.Problem?

  /// Reads the number of an answer.
  public init(name: String, text: String, line: Int = 1) {
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
