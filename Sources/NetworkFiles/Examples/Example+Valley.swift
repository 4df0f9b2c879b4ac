internal import Phrases

extension Example {
  static let valley = Example(
    name: "valley",
    title: Phrase("A long narrow valley", "狭长的山谷"),
    summary: Phrase(
      "two weights whose loss is a narrow valley; see it with --plot-paths",
      "两个权重，损失是狭长的山谷；可加 --plot-paths 查看"),
    source: """
      // «The second input is several times as large as the first, so the loss curves 27 times as
      // strongly along one direction as along the other: a valley. Its lowest point, the weights 2 and 1,
      // fits both samples exactly: 1·2 + 4·1 = 6 and 1·2 - 6·1 = -4.|第二个输入是第一个的好几倍，所以损失在一个方向上的弯曲是另一方向的 27 倍：像一条山谷。
      // 谷底在权重 2 和 1 处，两个样本都恰好拟合：1·2 + 4·1 = 6，1·2 - 6·1 = -4。»
      {
        title: "@title",
        inputs: 2,
        layers: [ { neurons: ["y"], activation: "identity", weights: [[0, 0]] } ],
        learningRate: 0.05,
        samples: [
          { inputs: [1, 4], targets: [6] },
          { inputs: [1, -6], targets: [-4] },
        ],
        epochs: 60,
        batchSize: "all",
      }

      """)
}
