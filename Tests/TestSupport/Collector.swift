package import Texts

/// Takes what is written, in memory.
package final class Collector {
  private var bytes: [UInt8] = []

  package init() {}

  package var textOutput: TextOutput {
    TextOutput { [self] in
      bytes += $0
      return nil
    }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
