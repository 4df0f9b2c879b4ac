internal import Documents
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// The files of `--plot`, `--plot-paths`, `--plot-layers` and `--save`.
struct TrainingFiles {
  private let plot, paths, layers, save: OutputFile?
  private let isLogarithmic: Bool

  /// Takes those that are asked for, which can be written and drawn as far as can be known before the
  /// training.
  init(_ invocation: Invocation, _ exercise: TrainingExercise) throws(CommandError) {
    isLogarithmic = invocation.has(.logScale)
    func file(_ option: Option) throws(CommandError) -> OutputFile? {
      guard let name = invocation.argument(option) else { return nil }
      return try OutputFile(name, invocation, option: option)
    }
    func picture(_ option: Option) throws(CommandError) -> OutputFile? {
      guard let file = try file(option) else { return nil }
      guard file.isDevice || file.ending == "svg" else {
        throw .usage(.plotIsSVG(option.spelling))
      }
      return file
    }
    plot = try picture(.plot)
    paths = try picture(.plotPaths)
    layers = try picture(.plotLayers)
    save = try file(.save)
    let network = exercise.file.network
    if paths != nil {
      // Which parameters are frozen is settled only behind the stages.
      if invocation.has(.pretrain) {
        throw .usage(.exclusiveOptions(Option.plotPaths.spelling, Option.pretrain.spelling))
      }
      if let problem = TrainingFiles.problem(ofPathsOf: network, exercise.file.samples.count) {
        throw exercise.source.error(problem)
      }
    }
    if layers != nil, let problem = TrainingFiles.problem(ofLayersOf: network) {
      throw exercise.source.error(problem)
    }
    let parameters = network.parameterValues.count
    if plot != nil, network.inputs.count == 2, parameters > DecisionPlane.mostParameters {
      invocation.console.note(.plotWithoutPlane(parameters, DecisionPlane.mostParameters))
    }
    try OutputFile.check([plot, paths, layers, save].compactMap { $0 })
  }

  /// What keeps the paths of optimizers from being drawn.
  private static func problem(ofPathsOf network: Network, _ samples: Int) -> Phrase? {
    let option = Option.plotPaths.spelling
    guard network.loss.hasGradient else { return .pathsNeedGradient(option) }
    let count = network.trainableParameters.count
    guard count == 2 else { return .pathsNeedTwo(option, count: count) }
    let products = network.parameterValues.count.multipliedReportingOverflow(by: samples)
    guard !products.overflow, products.partialValue <= LossSurface.mostProducts else {
      return .pathsTooLarge(option, products.partialValue, most: LossSurface.mostProducts)
    }
    return nil
  }

  /// What keeps the frames of a hidden layer from being drawn.
  private static func problem(ofLayersOf network: Network) -> Phrase? {
    let option = Option.plotLayers.spelling
    guard network.inputs.count == 2, network.isDense, network.layers.count > 1,
      network.layers[0].neurons.count == 2
    else { return .layersNeedTwo(option) }
    let count = network.parameterValues.count
    guard count > DecisionPlane.mostParameters else { return nil }
    return .layersTooLarge(option, count, most: DecisionPlane.mostParameters)
  }

  /// Writes all of them, or none.
  ///
  /// - Parameters:
  ///   - report: of the training of the whole network.
  ///   - network: the trained network as `--save` keeps it, in the file that it came from.
  ///   - rounding: the training's.
  func write(
    _ report: TrainingReport, _ network: Network, of file: NetworkFile, rounding: Rounding?
  ) throws(CommandError) {
    let isLogarithmic = isLogarithmic
    try OutputFile.write(
      [
        plot.map { ($0, { report.writePlot(isLogarithmic: isLogarithmic, to: $0) }) },
        paths.map { ($0, { output in report.writePaths(rounding: rounding, to: output) }) },
        layers.map { ($0, report.writeLayers) },
        save.map { ($0, { output in file.write(network, to: output) }) },
      ].compactMap { $0 })
  }
}
