internal import NetworkFiles
internal import Phrases
internal import Texts

extension Surroundings {
  /// Reads a file of answers or names, which must be UTF-8, or says what keeps it from being read;
  /// `absent` where there is none.
  func text(of file: Argument, absent: Phrase) throws(CommandError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(Platform.ReadFailure) {
      bytes = try read(file)
    } catch {
      throw .unreadable(file, error, absent: absent)
    }
    guard bytes.count <= Limits.sheetsSize else {
      throw .about(file, .sheetTooLarge(Limits.sheetsSize))
    }
    if let offset = bytes.firstNotUTF8 {
      throw .at(SourcePosition(of: offset, inFile: bytes), of: file, .notUTF8)
    }
    return bytes
  }
}
