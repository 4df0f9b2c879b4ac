internal import Phrases

// The pictures of a training besides `--plot`.

extension Option {
  static let plotPaths = Option(
    name: "plot-paths", value: "FILE.svg",
    help: Phrase(
      "plot the loss over two parameters, and the paths of all optimizers",
      "画出损失随两个参数变化的等高线，以及各优化算法的路径"))
  static let plotLayers = Option(
    name: "plot-layers", value: "FILE.svg",
    help: Phrase(
      "plot what a hidden layer of two neurons makes of two inputs, step by step",
      "逐步画出两个神经元的隐藏层怎样变换两个输入的平面"))
}
