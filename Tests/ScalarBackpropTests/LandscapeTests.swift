import NetworkFiles
import ScalarBackprop
import TestSupport
import Testing

/// The loss over two parameters, its lines of equal value, and the paths of optimizers on it.
struct LandscapeTests {
  typealias Point = Separation.Point

  /// The loss of the example `valley`, worked out from its two samples.
  private func loss(_ w: Point) -> Double {
    let (first, second) = (w.x + 4 * w.y - 6, w.x - 6 * w.y + 4)
    return (first * first + second * second) / 4
  }

  /// Its gradient.
  private func gradient(_ w: Point) -> [Double] {
    let (first, second) = (w.x + 4 * w.y - 6, w.x - 6 * w.y + 4)
    return [(first + second) / 2, (4 * first - 6 * second) / 2]
  }

  private func surface() throws -> LossSurface {
    let file = try example("valley")
    return try #require(LossSurface(file.network, on: file.samples, file.training))
  }

  @Test func `lines of equal value are where the function has it`() {
    let levels = LevelLines(x: -2...2, y: -1.5...1.5, columns: 40, rows: 30) {
      $0 * $0 + 4 * $1 * $1
    }
    for level in [0.01, 0.5, 1, 3.7] {
      let lines = levels.lines(at: level)
      #expect(lines.count == 1 && lines[0].first == lines[0].last && lines[0].count > 4)
      for point in lines.joined() {
        #expect(abs(point.x * point.x + 4 * point.y * point.y - level) < 1e-9)
      }
    }
    // Beyond x = 2 an ellipse is open: two pieces.
    let open = levels.lines(at: 5)
    #expect(open.count == 2 && open.allSatisfy { $0.first != $0.last })
    #expect(levels.lines(at: -1).isEmpty && levels.lines(at: 14).isEmpty)
    #expect(levels.range == 0...13)
  }

  @Test func `two lines cross no cell at a saddle, and none where there is no number`() {
    let saddle = LevelLines(x: -1...1, y: -1...1, columns: 3, rows: 3) { $0 * $1 }
    for (level, signs) in [(0.05, 1.0), (-0.05, -1.0)] {
      let lines = saddle.lines(at: level)
      #expect(lines.count == 2)
      for line in lines { #expect(Set(line.map { $0.x > 0 }).count == 1) }
      for point in lines.joined() {
        #expect(point.x * point.y * signs > 0 && abs(point.x * point.y - level) < 1e-9)
      }
    }
    let holed = LevelLines(x: -1...1, y: -1...1, columns: 20, rows: 20) { x, y in
      x < 0.02 ? .nan : y
    }
    let lines = holed.lines(at: 0.03)
    #expect(lines.count == 1 && lines[0].allSatisfy { $0.x > 0.02 && abs($0.y - 0.03) < 1e-9 })
  }

  @Test func `the valley is its formula, and its lines lie on equal loss`() throws {
    let surface = try surface()
    #expect(surface.start == Point(x: 0, y: 0))
    for point in [Point(x: 0, y: 0), Point(x: 2, y: 1), Point(x: -3.5, y: 0.25)] {
      #expect(abs(surface.loss(at: point) - loss(point)) < 1e-12)
    }
    #expect(loss(surface.start) == 13)
    let landscape = LossLandscape(
      surface, paths: Optimizer.usual, atMost: 1000, aspect: 1.55)
    #expect(landscape.isTrueToScale)
    let (x, y) = (landscape.x, landscape.y)
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    #expect(abs(width / height - 1.55) < 1e-9)
    for level in [0.5, 5, 20] {
      let points = landscape.levels.lines(at: level).joined()
      #expect(points.count > 20)
      for point in points { #expect(abs(loss(point) - level) < 1e-5 * level) }
    }
    // All points of all paths are seen.
    for point in landscape.paths.flatMap(\.points) {
      #expect(x.contains(point.x) && y.contains(point.y))
    }
  }

  /// 60 steps of an optimizer on the valley, by the rules of its paper.
  private func path(_ optimizer: Optimizer) -> [Point] {
    let rate = 0.05
    var (w, m, s) = ([0.0, 0.0], [0.0, 0.0], [0.0, 0.0])
    var points = [Point(x: 0, y: 0)]
    for step in 1...60 {
      let g = gradient(Point(x: w[0], y: w[1]))
      for i in 0..<2 {
        switch optimizer {
        case .gradientDescent: w[i] -= rate * g[i]
        case .momentum(let share):
          m[i] = share * m[i] + g[i]
          w[i] -= rate * m[i]
        case .nesterov(let share):
          m[i] = share * m[i] + g[i]
          w[i] -= rate * (g[i] + share * m[i])
        case .adagrad(let epsilon):
          s[i] += g[i] * g[i]
          w[i] -= rate * g[i] / (s[i].squareRoot() + epsilon)
        case .rmsprop(let decay, let epsilon):
          s[i] = decay * s[i] + (1 - decay) * g[i] * g[i]
          w[i] -= rate * g[i] / (s[i].squareRoot() + epsilon)
        case .adam(let first, let second, let epsilon):
          m[i] = first * m[i] + (1 - first) * g[i]
          s[i] = second * s[i] + (1 - second) * g[i] * g[i]
          func corrected(_ value: Double, _ decay: Double) -> Double {
            value / (1 - (1...step).reduce(1) { power, _ in power * decay })
          }
          w[i] -= rate * corrected(m[i], first) / (corrected(s[i], second).squareRoot() + epsilon)
        }
      }
      points.append(Point(x: w[0], y: w[1]))
    }
    return points
  }

  @Test(arguments: Optimizer.usual)
  func `a path is the parameters after each step`(_ optimizer: Optimizer) throws {
    let found = try surface().path(of: optimizer, atMost: 1000)
    let expected = path(optimizer)
    #expect(found.points.count == 61 && found.divergence == nil)
    for (a, b) in zip(found.points, expected) {
      #expect(abs(a.x - b.x) < 1e-10 && abs(a.y - b.y) < 1e-10)
    }
    #expect(abs(found.loss - loss(expected[60])) < 1e-10)
    // The same as a training of so many steps.
    var file = try example("valley")
    file.training.rule.optimizer = optimizer
    for steps in [1, 7, 60] {
      file.training.epochs = steps
      let trained = try file.network.train(on: file.samples, file.training).network
      #expect(trained.parameterValues == [found.points[steps].x, found.points[steps].y])
    }
    #expect(try surface().path(of: optimizer, atMost: 5).points == Array(found.points.prefix(6)))
  }

  @Test func `each optimizer does in the valley what it is known for`() throws {
    let surface = try surface()
    let paths = Optimizer.usual.map { surface.path(of: $0, atMost: 60).points }
    /// How often a path changes from going up to going down or back.
    func turns(_ points: [Point]) -> Int {
      let ups = zip(points, points.dropFirst()).map { $1.y > $0.y }
      return zip(ups, ups.dropFirst()).count { $0 != $1 }
    }
    // Gradient descent and momentum first go almost straight across, the others between both axes.
    for path in paths.prefix(3) { #expect(path[1].y > 20 * path[1].x) }
    for path in paths.suffix(3) { #expect(abs(path[1].y - path[1].x) < 1e-6) }
    // It overshoots the floor of the valley at least twice.
    #expect(turns(Array(paths[0].prefix(6))) >= 3)
    #expect(turns(paths[1]) > 10 && turns(paths[2]) > 10)
    #expect((paths[1].map(\.x).max() ?? 0) > 2.5)
    #expect(turns(paths[3]) == 0 && turns(paths[4]) < 5)
    // AdaGrad's steps become ever shorter.
    let lengths = zip(paths[3], paths[3].dropFirst()).map { $1.x - $0.x }
    #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $1 < $0 })
    #expect(paths[3][60].x < 1)
    for path in [paths[0], paths[1], paths[2], paths[4], paths[5]] {
      #expect(abs(path[60].x - 2) < 0.2 && abs(path[60].y - 1) < 0.1)
    }
    // The valley's proportions: the curvatures are the eigenvalues of [[1, −1], [−1, 26]].
    let root = (27.0 * 27 - 4 * 25).squareRoot()
    #expect(abs((27 + root) / (27 - root) - 27.1) < 0.1)
  }

  @Test func `what is frozen does not count, and what diverges says where`() throws {
    var file = try networkFile(
      """
      {inputs: 2, layers: [{activation: "identity", weights: [[1, 2]], biases: [7],
        frozen: ["bias"]}], samples: [{inputs: [1, 0], targets: [9]}], learningRate: 1e160,
        epochs: 50}
      """)
    #expect(
      file.network.trainableParameters == [.weight(to: 2, from: 0), .weight(to: 2, from: 1)])
    let surface = try #require(LossSurface(file.network, on: file.samples, file.training))
    #expect(surface.start == Point(x: 1, y: 2))
    // ½(1·3 + 0·5 + 7 − 9)².
    #expect(surface.loss(at: Point(x: 3, y: 5)) == 0.5)
    let path = surface.path(of: .gradientDescent, atMost: 50)
    let result = try file.network.train(on: file.samples, file.training)
    #expect(path.divergence == result.divergence?.step && path.divergence != nil)
    #expect(path.points.count == path.divergence)
    file.network = try networkFile(
      "{inputs: 2, layers: [{weights: [[1, 2]], biases: [7]}], samples: [{inputs: [0, 0]}]}"
    ).network
    #expect(LossSurface(file.network, on: file.samples, file.training) == nil)
  }
}
