import Testing

/// The rooms of the house: in each module a folder knows those before it, and none behind it.
struct RoomTests {
  /// The folders of each module, each behind those that it may know; "" are the files in none.
  static let rooms: [(module: String, folders: [String])] = [
    ("ScalarBackprop", ["", "Rules", "Networks", "Quantities", "Engine", "Training", "Analysis"]),
    ("Texts", [""]),
    ("Phrases", ["Wording", ""]),
    ("Derivations", ["Formulas", "Notations", "Rules", "", "Observations"]),
    ("NetworkFiles", ["Examples", "JSON", ""]),
    ("Sheets", ["", "Spelling", "Names", "Lines", "Reading"]),
    ("Marking", ["Numbers", "Misconceptions", "Workings", "Verdicts"]),
    (
      "Documents",
      [
        "Formulas", "Plots", "Data", "Diagrams", "Composition", "HTML", "Markdown", "TeX",
        "Terminal", "", "Training", "Worksheets", "Reports", "Practice",
      ]
    ),
    (
      "Commands",
      [
        "Platform", "CommandLine", "Files", "Steps", "Stepping", "Trace", "Check", "Practise",
        "Train",
        "Help",
        "",
      ]
    ),
    ("backprop", [""]),
  ]

  @Test func `every folder is a room`() {
    let found = Set(SourceFile.all.map { "\($0.module)/\($0.folder)" })
    let known = Set(Self.rooms.flatMap { room in room.folders.map { "\(room.module)/\($0)" } })
    #expect(found == known)
    #expect(SourceFile.all.count > 300)
  }

  @Test func `what a file knows is seen`() throws {
    let file = try #require(SourceFile.all.first { $0.path.hasSuffix("Networks/Topology.swift") })
    #expect(file.declared == ["Topology"])
    #expect(file.used.isSuperset(of: ["Network", "BiasKind", "LayerForm", "Range", "Int"]))
    #expect(!file.used.contains("Topology"))
  }

  @Test(arguments: rooms.map(\.module))
  func `no arrow leads back`(_ module: String) throws {
    let folders = try #require(Self.rooms.first { $0.module == module }).folders
    let files = SourceFile.all.filter { $0.module == module }
    var owners: [String: Set<String>] = [:]
    for file in files {
      for name in file.declared { owners[name, default: []].insert(file.folder) }
    }
    for file in files {
      let own = try #require(folders.firstIndex(of: file.folder))
      for name in file.used.sorted() {
        guard let homes = owners[name], homes.count == 1, let home = homes.first else { continue }
        let other = try #require(folders.firstIndex(of: home))
        #expect(other <= own, "\(file.path) knows \(name) of \(home), which stands behind it")
      }
    }
  }

  @Test func `a file fits on a few screens`() {
    // A table or an exhaustive switch may be longer.
    for file in SourceFile.all {
      #expect(file.lines <= 265, "\(file.path) has \(file.lines) lines")
    }
  }
}
