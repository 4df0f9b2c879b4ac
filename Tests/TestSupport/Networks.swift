import Derivations
package import NetworkFiles

/// Reads a network file's text.
package func networkFile(_ text: String) throws -> NetworkFile {
  try NetworkFile(parsing: Array(text.utf8), notations: Notation.names)
}

/// A built-in example, read.
package func example(_ name: String) throws -> NetworkFile {
  try networkFile(Example.named(name)?.source ?? "")
}
