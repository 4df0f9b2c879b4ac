internal import Phrases

extension Example {
  static let overfitting = Example(
    name: "overfitting",
    title: Phrase("A curve through every point", "穿过每个点的曲线"),
    summary: Phrase(
      "seven points near a line, learned by heart: other points are met worse and worse (overfitting)",
      "直线附近的七个点被“背”了下来：对其他点越来越不准（过拟合）"),
    source: """
      // «All points lie near the line on which the target is the input. At first the network finds the
      // line; then it bends through each of the seven samples, and the loss on the validation samples,
      // which it is never trained on, rises again. See both losses with --plot overfitting.svg.|所有点都在“目标值等于输入”这条直线附近。网络先找到这条直线，然后弯曲着穿过七个样本中的每一个，
      // 而验证样本（不参与训练）上的损失又升高了。用 --plot overfitting.svg 看两条损失曲线。»
      {
        title: "@title",
        inputs: ["x"],
        layers: [
          { neurons: 6, activation: "tanh", weights: { random: "uniform", from: -5, to: 5, seed: 7 },
            biases: { random: "uniform", from: -5, to: 5, seed: 8 } },
          { neurons: ["y"], activation: "identity",
            weights: { random: "uniform", from: -0.5, to: 0.5, seed: 9 }, biases: [0] },
        ],
        learningRate: 0.3,
        samples: [
          { inputs: [-0.9], targets: [-0.7] }, { inputs: [-0.6], targets: [-0.9] },
          { inputs: [-0.3], targets: [0.0] }, { inputs: [0.0], targets: [-0.3] },
          { inputs: [0.3], targets: [0.6] }, { inputs: [0.6], targets: [0.3] },
          { inputs: [0.9], targets: [1.1] },
        ],
        validation: [
          { inputs: [-0.85], targets: [-0.75] }, { inputs: [-0.7], targets: [-0.8] },
          { inputs: [-0.5], targets: [-0.4] }, { inputs: [-0.35], targets: [-0.45] },
          { inputs: [-0.15], targets: [-0.05] }, { inputs: [0.1], targets: [0.0] },
          { inputs: [0.2], targets: [0.3] }, { inputs: [0.45], targets: [0.35] },
          { inputs: [0.7], targets: [0.8] }, { inputs: [0.8], targets: [0.7] },
        ],
        epochs: 3000,
        batchSize: "all",
      }

      """)
}
