import CommandTestSupport
import TestSupport
import Testing

/// Pictures of trainings that were looked at and approved.
struct PictureGoldenTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [
    ("valley.paths.svg", ["valley", "--plot-paths"]),
    ("xor.layers.zh.svg", ["xor", "--epochs", "2000", "--lang", "zh", "--plot-layers"]),
  ])
  func `a picture is what was approved`(_ name: String, _ arguments: [String]) throws {
    #expect(run(["train"] + arguments + [folder.path(name)]).code == 0)
    try expectGolden(folder.text(of: name), "Tests/DocumentsTests/Golden/\(name)")
  }
}
