internal import Phrases

// Networks that look for something, and learn what it looks like.

extension Example {
  static let edges = Example(
    name: "edges",
    title: Phrase("A kernel that finds vertical edges", "寻找竖直边缘的卷积核"),
    summary: Phrase(
      "a 2 × 2 kernel learns to mark vertical edges, and only those",
      "2 × 2 卷积核学会标出竖直边缘，而且只标竖直的"),
    source: """
      // «The targets are 1 where dark turns into light from left to right, -1 where light turns into dark,
      // half of that where only one of the two rows does, and 0 elsewhere, at horizontal edges too. The
      // kernel comes to the right column minus the left one.|目标值：从左到右由暗变亮处为 1，由亮变暗处为 -1；两行中只有一行变化时取一半；
      // 其余各处为 0，水平边缘处也是 0。卷积核最终学到：右列减左列。»
      {
        title: "@title",
        inputs: { height: 5, width: 5 },
        layers: [
          { kind: "convolution", kernel: [2, 2], activation: "identity",
            weights: { random: "uniform", from: -0.5, to: 0.5, seed: 1 }, biases: [0] },
        ],
        learningRate: 0.05,
        epochs: 100,
        samples: [
          {
            name: "«a bar|竖条»",
            inputs: [
              [0, 0, 1, 1, 0],
              [0, 0, 1, 1, 0],
              [0, 0, 1, 1, 0],
              [0, 0, 1, 1, 0],
              [0, 0, 1, 1, 0],
            ],
            targets: [
              0, 1, 0, -1,
              0, 1, 0, -1,
              0, 1, 0, -1,
              0, 1, 0, -1,
            ],
          },
          {
            name: "«a beam|横条»",
            inputs: [
              [0, 0, 0, 0, 0],
              [0, 0, 0, 0, 0],
              [1, 1, 1, 1, 1],
              [1, 1, 1, 1, 1],
              [0, 0, 0, 0, 0],
            ],
            targets: [
              0, 0, 0, 0,
              0, 0, 0, 0,
              0, 0, 0, 0,
              0, 0, 0, 0,
            ],
          },
          {
            name: "«a nine|数字 9»",
            inputs: [
              [0, 1, 1, 1, 0],
              [0, 1, 0, 1, 0],
              [0, 1, 1, 1, 0],
              [0, 0, 0, 1, 0],
              [0, 0, 0, 1, 0],
            ],
            targets: [
              1, -0.5, 0.5, -1,
              1, -0.5, 0.5, -1,
              0.5, 0, 0.5, -1,
              0, 0, 1, -1,
            ],
          },
        ],
      }

      """)

  static let pretraining = Example(
    name: "pretraining",
    title: Phrase("Rows or columns, with few labels", "横条还是竖条：标签很少"),
    summary: Phrase(
      "three sigmoid layers, 30 images, 6 labels: see --pretrain",
      "三层 sigmoid，30 幅图像，只有 6 个标签：可加 --pretrain"),
    source: """
      // «A bar over three rows or three columns; in 24 of the images one pixel is wrong, and nobody says
      // which they are. With --pretrain the hidden layers first learn to restore all 30 images. Of the
      // seeds 1 to 20, 14 then know the six labels after 200 epochs, and none without it; after 3,000
      // epochs it is 18 and 20. Pre-training is a good start, no more.|图像是一条横条或竖条；其中 24 幅有一个像素是错的，也没有标签。
      // 加 --pretrain 时，隐藏层先学会还原全部 30 幅图像。种子取 1 到 20，训练 200 轮后，
      // 预训练的有 14 个学会六个标签，不预训练的一个也没有；3000 轮后则是 18 个和 20 个。
      // 预训练只是给出一个好的起点。»
      {
        title: "@title",
        inputs: { height: 3, width: 3 },
        layers: [
          { neurons: 6, weights: { random: "xavier", seed: 1 },
            biases: { random: "uniform", from: -0.1, to: 0.1, seed: 2 } },
          { neurons: 3, weights: { random: "xavier", seed: 3 },
            biases: { random: "uniform", from: -0.1, to: 0.1, seed: 4 } },
          { neurons: 1, weights: { random: "xavier", seed: 5 },
            biases: { random: "uniform", from: -0.1, to: 0.1, seed: 6 } },
        ],
        pretraining: { epochs: 200, learningRate: 0.5, seed: 7 },
        learningRate: 1,
        epochs: 200,
        samples: [
          { name: "«row|行» 1", inputs: [[1, 1, 1], [0, 0, 0], [0, 0, 0]], targets: [0] },
          { name: "«row|行» 2", inputs: [[0, 0, 0], [1, 1, 1], [0, 0, 0]], targets: [0] },
          { name: "«row|行» 3", inputs: [[0, 0, 0], [0, 0, 0], [1, 1, 1]], targets: [0] },
          { name: "«column|列» 1", inputs: [[1, 0, 0], [1, 0, 0], [1, 0, 0]], targets: [1] },
          { name: "«column|列» 2", inputs: [[0, 1, 0], [0, 1, 0], [0, 1, 0]], targets: [1] },
          { name: "«column|列» 3", inputs: [[0, 0, 1], [0, 0, 1], [0, 0, 1]], targets: [1] },
          { inputs: [[1, 1, 1], [0, 1, 0], [0, 0, 0]] },
          { inputs: [[1, 1, 1], [0, 0, 1], [0, 0, 0]] },
          { inputs: [[1, 1, 1], [0, 0, 0], [1, 0, 0]] },
          { inputs: [[1, 1, 1], [0, 0, 0], [0, 1, 0]] },
          { inputs: [[0, 0, 0], [1, 1, 1], [0, 0, 1]] },
          { inputs: [[1, 0, 0], [1, 1, 1], [0, 0, 0]] },
          { inputs: [[0, 0, 0], [1, 1, 1], [1, 0, 0]] },
          { inputs: [[0, 0, 0], [0, 1, 1], [0, 0, 0]] },
          { inputs: [[0, 0, 0], [1, 0, 0], [1, 1, 1]] },
          { inputs: [[1, 0, 0], [0, 0, 0], [1, 1, 1]] },
          { inputs: [[0, 1, 0], [0, 0, 0], [1, 1, 1]] },
          { inputs: [[0, 0, 0], [0, 0, 0], [1, 0, 1]] },
          { inputs: [[1, 0, 0], [1, 0, 1], [1, 0, 0]] },
          { inputs: [[1, 0, 0], [1, 0, 0], [1, 1, 0]] },
          { inputs: [[1, 0, 0], [1, 0, 0], [0, 0, 0]] },
          { inputs: [[1, 1, 0], [1, 0, 0], [1, 0, 0]] },
          { inputs: [[0, 1, 0], [0, 1, 0], [1, 1, 0]] },
          { inputs: [[0, 0, 0], [0, 1, 0], [0, 1, 0]] },
          { inputs: [[0, 1, 0], [0, 0, 0], [0, 1, 0]] },
          { inputs: [[0, 1, 0], [0, 1, 0], [0, 0, 0]] },
          { inputs: [[1, 0, 1], [0, 0, 1], [0, 0, 1]] },
          { inputs: [[0, 0, 1], [1, 0, 1], [0, 0, 1]] },
          { inputs: [[0, 0, 1], [0, 0, 1], [0, 1, 1]] },
          { inputs: [[0, 0, 0], [0, 0, 1], [0, 0, 1]] },
        ],
      }

      """)
}
