internal import Derivations
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A network named on the command line, read: a file, `-`, or an example.
struct NetworkSource {
  /// What errors about it begin with.
  let place: String
  private(set) var file: NetworkFile
  /// Its title, in every language where it is an example's; `nil` where it has none.
  let title: Phrase?

  /// Reads a network; a seed draws its random parameters anew.
  init(
    _ name: Argument, _ console: Console, seed: UInt64? = nil
  ) throws(CommandError) {
    place = name.text.visible
    let surroundings = console.surroundings
    let (bytes, builtIn) = try NetworkSource.contents(name, console)
    do throws(SourceError) {
      file = try NetworkFile(
        parsing: bytes, notations: Notation.names,
        companion: name.text == "-" ? nil : { NetworkSource.companion($0, of: name, surroundings) },
        seed: seed)
    } catch {
      throw CommandError(error, place: place)
    }
    title = builtIn ?? file.title.map { Phrase(verbatim: $0) }
    if let note = file.note { console.note(note) }
  }

  /// The network that a command is about: its first operand, or that of `--random`.
  init(_ invocation: Invocation) throws(CommandError) {
    guard let random = try invocation.randomNetwork() else {
      guard let name = invocation.operands.first else { throw .usage(.needsNetworkOrRandom) }
      let seed = try invocation.wholeNumber(.weightSeed, in: 0...Int.max).map(UInt64.init)
      let varies = invocation.has(.vary)
      self = try NetworkSource(name, invocation.console, seed: varies ? nil : seed)
      if varies { file = file.varied(seed: seed ?? 1) }
      return
    }
    guard invocation.operands.isEmpty else { throw .usage(.networkAndRandom) }
    if !random.isDiscriminating {
      invocation.console.note(.noDiscriminating(invocation.text(.random) ?? ""))
    }
    place = Option.random.spelling
    do throws(SourceError) {
      let bytes = Array(random.source.utf8)
      file = try NetworkFile(parsing: bytes, notations: Notation.names)
    } catch {
      throw CommandError(error, place: place)
    }
    title = random.title
  }

  /// What is wrong with the network as a whole.
  func error(_ phrase: Phrase) -> CommandError { .file(place: "backprop: \(place)", phrase) }

  /// What keeps its samples from being trained on, with the place of the first one that does.
  func error(_ error: SamplesError) -> CommandError {
    CommandError(
      SourceError(
        position: error.sample.map { file.samplePositions[$0] }, phrase: error.phrase,
        file: error.sample == nil ? nil : file.samplesFile), place: place)
  }

  /// A file's bytes; or, where there is none of that name, those of an example, with its title.
  private static func contents(
    _ name: Argument, _ console: Console
  ) throws(CommandError) -> (bytes: [UInt8], title: Phrase?) {
    do throws(Platform.ReadFailure) {
      return (try console.surroundings.read(name), nil)
    } catch {
      if case .absent = error {
        let language = console.language
        if let example = Example.named(name.text) {
          return (Array(example.source(in: language).utf8), example.title)
        }
        if let set = DataSet.named(name.text) {
          return (Array(set.source(in: language).utf8), set.title())
        }
      }
      throw .unreadable(
        name, error,
        absent: .noSuchFile(Suggestion.nearest(to: name.text, among: Example.names)))
    }
  }

  /// Reads a file that lies beside the network's.
  private static func companion(
    _ file: String, of name: Argument, _ surroundings: Surroundings
  ) -> [UInt8]? {
    let slash = UInt8(ascii: "/")
    let folder = name.bytes.lastIndex(of: slash).map { name.bytes[...$0] } ?? []
    let path = file.hasPrefix("/") ? Array(file.utf8) : folder + Array(file.utf8)
    return try? surroundings.contents(of: path)
  }
}

extension CommandError {
  /// An error at a place of a file, or about the whole of it.
  init(_ error: SourceError, place: String) {
    let file = error.file.map { companion in
      let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? ""
      return (companion.hasPrefix("/") ? companion : folder + companion).visible
    }
    let name = file ?? place
    if let position = error.position {
      self = .file(place: "\(name):\(position.line):\(position.column)", error.phrase)
    } else {
      self = .file(place: "backprop: \(name)", error.phrase)
    }
  }
}
