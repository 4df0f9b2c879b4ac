internal import Phrases
package import ScalarBackprop
package import Texts

extension TrainingReport {
  /// The paths of all optimizers from where this training began, as a picture; nothing where training
  /// moves another number of parameters than two.
  ///
  /// - Parameter rounding: as the training was made with.
  package func writePaths(rounding: Rounding?, to output: TextOutput) {
    guard let surface = LossSurface(first, on: samples, training) else { return }
    // The file's own optimizer keeps its constants, so that its path is this training's.
    let own = training.rule.optimizer
    let landscape = LossLandscape(
      surface, paths: Optimizer.usual.map { $0.name == own.name ? own : $0 },
      atMost: PathsPlot.mostSteps, aspect: PathsPlot.aspect, rounding: rounding)
    PathsPlot(
      title: title, surface: surface, landscape: landscape, symbols: symbols, language: language,
      format: .significant(3),
      rate: typedLearningRate ?? NumberFormat.significant(17).text(training.rule.learningRate),
      policy: policy
    ).write(to: output)
  }

  /// How the first hidden layer moves the plane of the inputs after the training, as a picture; nothing
  /// where there are not two inputs and two neurons behind them.
  package func writeLayers(to output: TextOutput) {
    guard let stages = PlaneStages(result.network, on: samples) else { return }
    LayersPlot(title: title, stages: stages, symbols: symbols, language: language)
      .write(to: output)
  }
}
