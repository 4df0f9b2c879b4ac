package import ScalarBackprop

// What can be wrong with layers of maps, and with tied ones.

extension Phrase {
  package static let inputGrid = Phrase("inputs", "输入")
  package static let outputGrid = Phrase("outputs", "输出")
  package static let deltaGrid = Phrase("error terms", "误差项")
  package static let errorGrid = Phrase("errors", "误差")
  package static func mapNumber(_ n: Int) -> Phrase { Phrase("map \(n)", "图 \(n)") }
  /// The nodes of a layer of maps.
  package static func maps(_ shape: MapShape) -> Phrase {
    shape.maps == 1
      ? Phrase("map of \(shape.text)", "\(shape.text) 的图")
      : Phrase("\(shape.maps) maps of \(shape.text)", "\(shape.maps) 个 \(shape.text) 的图")
  }
  package static func channelNumber(_ n: Int) -> Phrase { Phrase("channel \(n)", "通道 \(n)") }
  package static let noMaps = Phrase(
    "a convolution, pooling or subsampling looks at maps, and what comes before lies in none; write 'inputs' as { height: 5, width: 5 }, and dense layers last",
    "卷积、池化和下采样作用于特征图，而前面的节点不构成特征图；请把 'inputs' 写成 { height: 5, width: 5 }，并把全连接层放在最后")
  package static func windowDoesNotFit(_ window: Window, on maps: MapShape) -> Phrase {
    let (size, map) = (window.size.text(in: maps), maps.text)
    return Phrase(
      "a window of \(size) does not fit on maps of \(map); write a smaller one, a stride of at least 1, and less padding than the window has",
      "\(size) 的窗口放不进 \(map) 的特征图；请写小一些的窗口，步幅至少为 1，填充小于窗口")
  }
  package static func paddingTooLarge(_ window: Window, on maps: MapShape) -> Phrase {
    let (padding, size) = (window.padding.text(in: maps), window.size.text(in: maps))
    return Phrase(
      "a padding of \(padding) does not go with a kernel of \(size); write less padding than the kernel has rows and columns",
      "\(padding) 的填充不能与 \(size) 的卷积核同用；填充应小于卷积核的行数和列数")
  }
  package static func belongsToKind(_ key: String, _ kind: String) -> Phrase {
    Phrase(
      "'\(key)' is of another kind of layer; write 'kind: \"\(kind)\"' too, or leave it out",
      "'\(key)' 属于另一种层；请同时写 'kind: \"\(kind)\"'，或去掉它")
  }
  package static func filterBiases(found: Int, expected: Int, isFilter: Bool) -> Phrase {
    let (english, chinese) = isFilter ? ("filter", "卷积核") : ("map", "特征图")
    let several = isFilter ? "filters" : "maps"
    return Phrase(
      "\(found) \(found == 1 ? "bias" : "biases") for \(expected) \(expected == 1 ? english : several); write one per \(english), or 'bias' for one that all share",
      "有 \(expected) 个\(chinese)，却有 \(found) 个偏置；请为每个\(chinese)写一个，或用 'bias' 写一个共用的")
  }
  package static let tiedNeedsNeurons = Phrase(
    "a tied layer does not say by its weights how many neurons it has; write 'neurons', as many as the layer named has inputs",
    "共享权重的层不能由权重确定神经元个数；请写 'neurons'，与所指定层的输入个数相同")
  /// What a list of rows and columns looks like.
  package static func extentForm(isLine: Bool) -> Phrase {
    isLine
      ? Phrase("a number, as the inputs are a row", "一个数，因为输入是一行")
      : Phrase("a number, or a list of rows and columns, [2, 2]", "一个数，或行数与列数的列表，如 [2, 2]")
  }
  package static func unevenNesting(_ key: String) -> Phrase {
    Phrase(
      "the lists of '\(key)' are not all of one length; write as many numbers in each row",
      "'\(key)' 中各列表长度不一；请让每一行有同样多的数")
  }
  package static func nesting(_ key: String, found: [Int], expected: [Int]) -> Phrase {
    func text(_ sizes: [Int]) -> String {
      sizes.isEmpty ? "1" : sizes.map(String.init).joined(separator: " × ")
    }
    let isOne = found.allSatisfy { $0 == 1 }
    return Phrase(
      "'\(key)' has \(text(found)) \(isOne ? "number" : "numbers") where \(text(expected)) belong; write lists within lists of these sizes (those of 1 may be left out)",
      "'\(key)' 有 \(text(found)) 个数，应为 \(text(expected))；请按此大小写嵌套列表（大小为 1 的一级可省略）")
  }
  package static let poolingAtEnd = Phrase(
    "pooling cannot be the output layer; write a layer with weights behind it",
    "池化不能作为输出层；请在它后面写一个有权重的层")
  package static func mapCount(found: Int, expected: Int) -> Phrase {
    Phrase(
      "\(found) weights for \(expected) \(expected == 1 ? "map" : "maps"); write one per map",
      "有 \(expected) 个特征图，却有 \(found) 个权重；请为每个特征图写一个")
  }
  package static func cannotBeTied(to layer: Int) -> Phrase {
    Phrase(
      "the weights of layer \(layer) cannot be used here the other way round; name an earlier dense layer with weights of its own that has as many inputs as this layer has neurons, and as many neurons as this layer has inputs",
      "第 \(layer) 层的权重不能在这里转置后使用；请指定前面有自己权重的全连接层，其输入个数等于本层神经元个数，神经元个数等于本层输入个数")
  }
  package static let tiedFrozen = Phrase(
    "the weights of a tied layer are those of another; freeze them there",
    "共享权重的层没有自己的权重；请在拥有这些权重的层里冻结")
}

extension MapShape {
  /// The size of one map: 5 × 5, or 6 in one dimension.
  package var text: String { Extent(rows: rows ?? 1, columns: columns).text(in: self) }
}

extension Extent {
  /// Rows × columns, in one dimension the columns alone.
  package func text(in maps: MapShape) -> String {
    maps.rows == nil ? "\(columns)" : "\(rows) × \(columns)"
  }
}

extension Layer {
  /// What sort of layer it is, as headings say it: sigmoid; convolution, sigmoid; max pooling.
  package var title: Phrase {
    let own = activation.title
    switch form {
    case .dense: return own
    case .tied(let other):
      return Phrase(
        "\(own.english.text), weights of layer \(other + 1)",
        "\(own.chinese.text)，用第 \(other + 1) 层的权重")
    case .convolution:
      return Phrase("convolution, \(own.english.text)", "卷积，\(own.chinese.text)")
    case .subsampling:
      return Phrase("subsampling, \(own.english.text)", "下采样，\(own.chinese.text)")
    case .pooling(.largest, _): return Phrase("max pooling", "最大池化")
    case .pooling(.mean, _): return Phrase("average pooling", "平均池化")
    }
  }

  /// The layer within a sentence about the network.
  package func description(isLast: Bool) -> Phrase {
    let (own, count) = (activation.title, neurons.count)
    let (english, chinese) = ("(activation \(own.english.text))", "（激活函数 \(own.chinese.text)）")
    func size(_ window: Window) -> String {
      let size = window.size
      return size.rows == 1 ? "\(size.columns)" : "\(size.rows) × \(size.columns)"
    }
    switch form {
    case .dense, .tied:
      let (name, chineseName) = isLast ? ("an output layer", "输出层") : ("a hidden layer", "隐藏层")
      return Phrase(
        "\(name) of \(count) \(count == 1 ? "neuron" : "neurons") \(english)",
        "\(chineseName)有 \(count) 个神经元\(chinese)")
    case .convolution(let window):
      return Phrase(
        "a convolution with \(count) \(count == 1 ? "kernel" : "kernels") of \(size(window)) \(english)",
        "卷积层有 \(count) 个 \(size(window)) 的卷积核\(chinese)")
    case .subsampling(let window):
      return Phrase(
        "a subsampling layer with windows of \(size(window)) \(english)",
        "下采样层的窗口为 \(size(window))\(chinese)")
    case .pooling(let kind, let window):
      return Phrase(
        "\(kind == .largest ? "max" : "average") pooling with windows of \(size(window))",
        "\(kind == .largest ? "最大" : "平均")池化层的窗口为 \(size(window))")
    }
  }
}
