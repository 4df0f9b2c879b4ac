internal import Phrases
internal import ScalarBackprop

/// What a layer of a network file can be.
enum LayerKind: String, CaseIterable {
  case dense, convolution
  case maxPooling = "max-pooling"
  case averagePooling = "average-pooling"
  case subsampling

  /// The keys that such a layer has.
  var keys: [String] {
    let own = ["activation", "weights", "bias", "biases", "thresholds", "frozen"]
    return switch self {
    case .dense: ["kind", "neurons", "tied"] + own
    case .convolution: ["kind", "kernel", "filters", "stride", "padding"] + own
    case .maxPooling, .averagePooling: ["kind", "window", "stride"]
    case .subsampling: ["kind", "window", "stride"] + own
    }
  }

  /// Every key of any layer.
  static var allKeys: [String] {
    allCases.flatMap(\.keys).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// Numbers in nested lists, and how many each level has.
struct NestedNumbers {
  var sizes: [Int]
  var numbers: [TypedNumber]

  /// Whether they have a shape, where a level with one entry may be left out.
  func fits(_ shape: [Int]) -> Bool {
    sizes.filter { $0 != 1 } == shape.filter { $0 != 1 } && numbers.count == shape.reduce(1, *)
  }
}

extension NetworkFileReader {
  /// The inputs as maps: `{ height: 5, width: 5, channels: 3 }` or `{ length: 6 }`.
  func inputMaps(_ value: JSONValue) throws(SourceError) -> MapShape {
    let fields = try fields(
      of: value, named: "inputs", keys: ["height", "width", "length", "channels"])
    try fields.exclude(["length", "height"])
    try fields.exclude(["length", "width"])
    func count(_ key: String, example: String) throws(SourceError) -> Int {
      try size(try fields.required(key, example: example), for: key)
    }
    let maps =
      try fields.optional("channels") { value throws(SourceError) in
        try size(value, for: "channels")
      } ?? 1
    let isLine = fields["length"] != nil
    let columns =
      isLine
      ? try count("length", example: "length: 6") : try count("width", example: "width: 5")
    let shape = MapShape(
      maps: maps, rows: isLine ? nil : try count("height", example: "height: 5"), columns: columns)
    guard shape.count <= Limits.neurons else {
      throw error(value, .tooMany("inputs", Limits.neurons))
    }
    return shape
  }

  /// A number of rows, columns or maps.
  private func size(_ value: JSONValue, for key: String) throws(SourceError) -> Int {
    let size = try wholeNumber(value, for: key, from: 1)
    guard size <= Limits.mapSize else { throw error(value, .tooMany(key, Limits.mapSize)) }
    return size
  }

  // MARK: Windows

  /// A layer whose nodes lie in maps, and how many links it has.
  func mapLayer(
    _ kind: LayerKind, _ fields: Fields, behind maps: MapShape?
  ) throws(SourceError) -> LayerReading {
    guard let maps else { throw error(fields.value, .noMaps) }
    let isConvolution = kind == .convolution
    let typed = try fields.optional("weights") { value throws(SourceError) in
      try nestedNumbers(value, for: "weights")
    }
    let window = try window(isConvolution, fields, maps, typed ?? nil)
    let filters = isConvolution ? try filters(fields, maps, typed ?? nil) : maps.maps
    var reading = LayerReading(
      layer: .pooling(kind == .maxPooling ? .largest : .mean, window), offset: fields.value.offset,
      nameOffsets: [], activationOffset: fields["activation"]?.offset ?? fields.value.offset)
    if kind == .convolution || kind == .subsampling {
      try readParameters(
        &reading, isConvolution ? .convolution(window) : .subsampling(window), fields, maps,
        filters, typed ?? nil)
    }
    try checkSize(reading.layer, window, fields, maps)
    return reading
  }

  private func window(
    _ isConvolution: Bool, _ fields: Fields, _ maps: MapShape, _ weights: NestedNumbers?
  ) throws(SourceError) -> Window {
    func own(_ key: String, from least: Int) throws(SourceError) -> Extent? {
      try fields.optional(key) { value throws(SourceError) in
        try extent(value, for: key, from: least, maps)
      }
    }
    let isLine = maps.rows == nil
    var size = try own(isConvolution ? "kernel" : "window", from: 1)
    if size == nil, let sizes = weights?.sizes, isConvolution, sizes.count > (isLine ? 0 : 1) {
      size = Extent(rows: isLine ? 1 : sizes[sizes.count - 2], columns: sizes[sizes.count - 1])
    }
    guard let size else {
      let key = isConvolution ? "kernel" : "window"
      throw error(fields.value, .missingKey(key, example: isLine ? "\(key): 2" : "\(key): [2, 2]"))
    }
    let stride = try own("stride", from: 1) ?? (isConvolution ? Extent(1) : size)
    let padding = isConvolution ? try own("padding", from: 0) ?? Extent(0) : Extent(0)
    return isLine
      ? Window(
        Extent(rows: 1, columns: size.columns), stride: Extent(rows: 1, columns: stride.columns),
        padding: Extent(rows: 0, columns: padding.columns))
      : Window(size, stride: stride, padding: padding)
  }

  /// One number for rows and columns alike, or a list of both; in one dimension one.
  private func extent(
    _ value: JSONValue, for key: String, from least: Int, _ maps: MapShape
  ) throws(SourceError) -> Extent {
    func number(_ value: JSONValue) throws(SourceError) -> Int {
      let number = try wholeNumber(value, for: key, from: least)
      guard number <= Limits.mapSize else { throw error(value, .tooMany(key, Limits.mapSize)) }
      return number
    }
    guard case .array(let elements) = value.kind else {
      guard case .number = value.kind else {
        throw error(value, .wrongKind(key, .extentForm(isLine: maps.rows == nil)))
      }
      return Extent(try number(value))
    }
    guard elements.count == (maps.rows == nil ? 1 : 2) else {
      throw error(value, .wrongKind(key, .extentForm(isLine: maps.rows == nil)))
    }
    return Extent(rows: try number(elements[0]), columns: try number(elements[elements.count - 1]))
  }

  /// As many as said, else as the weights tell, else one.
  private func filters(
    _ fields: Fields, _ maps: MapShape, _ weights: NestedNumbers?
  ) throws(SourceError) -> Int {
    if let value = fields["filters"] { return try size(value, for: "filters") }
    guard let sizes = weights?.sizes else { return 1 }
    // Behind the filters stand channels, where they are written, and the kernel.
    var outer = sizes.dropLast(maps.rows == nil ? 1 : 2)
    if let last = outer.last, last == maps.maps, maps.maps > 1 || outer.count > 1 {
      outer = outer.dropLast()
    }
    return outer.reduce(1, *)
  }

  /// Refuses what would take all memory.
  private func checkSize(
    _ layer: Layer, _ window: Window, _ fields: Fields, _ maps: MapShape
  ) throws(SourceError) {
    let isPadded =
      window.padding.rows >= window.size.rows || window.padding.columns >= window.size.columns
    if isPadded, let padding = fields["padding"] {
      throw error(padding, .paddingTooLarge(window, on: maps))
    }
    guard let positions = window.positions(over: maps) else {
      throw error(
        fields["kernel"] ?? fields["window"] ?? fields.value, .windowDoesNotFit(window, on: maps))
    }
    let count = max(1, layer.form.hasNets ? layer.neurons.count : maps.maps)
    let nodes = count * positions.rows * positions.columns
    guard nodes <= Limits.neurons else {
      throw error(fields.value, .tooMany("neurons", Limits.neurons))
    }
    let seen = window.size.rows * window.size.columns * (layer.form.seesOneMap ? 1 : maps.maps)
    guard Double(nodes) * Double(seen) <= Double(Limits.links) else {
      throw error(fields.value, .tooMany("links", Limits.links))
    }
  }

  // MARK: Parameters

  private func readParameters(
    _ reading: inout LayerReading, _ form: LayerForm, _ fields: Fields, _ maps: MapShape,
    _ filters: Int, _ typed: NestedNumbers?
  ) throws(SourceError) {
    try fields.exclude(["bias", "biases", "thresholds"])
    let size = form.window?.size ?? Extent(1)
    let shape = form.seesOneMap ? [filters] : [filters, maps.maps, size.rows, size.columns]
    guard shape.reduce(1, { $0 * Double($1) }) <= Double(Limits.parameters) else {
      throw error(fields.value, .tooMany("parameters", Limits.parameters))
    }
    let count = shape.dropFirst().reduce(1, *)
    let rows: [[Double]]
    if let typed, let value = fields["weights"] {
      guard typed.fits(shape) else {
        throw error(value, .nesting("weights", found: typed.sizes, expected: shape.dropRow(maps)))
      }
      let values = typed.numbers.map(\.value)
      rows = (0..<filters).map { Array(values[$0 * count..<($0 + 1) * count]) }
      reading.typedWeights = typed.numbers
    } else {
      rows = try weights(
        fields, count: filters, incoming: count, fanOut: filters * size.rows * size.columns
      ).values
    }
    let biases = try biases(fields, count: filters, incoming: count) {
      .filterBiases(found: $0, expected: $1, isFilter: !form.seesOneMap)
    }
    reading.typedBiases = biases.typed
    reading.hasThresholds = fields["thresholds"] != nil
    reading.layer = Layer(
      form,
      neurons: rows.enumerated().map { n, row in
        Neuron(weights: row, bias: biases.isShared ? nil : biases.values?[n])
      },
      activation: try activation(fields), sharedBias: biases.isShared ? biases.values?[0] : nil,
      frozen: try frozen(fields))
  }

  /// Numbers in lists of one shape, one within the other; `nil` where they are to be drawn.
  func nestedNumbers(
    _ value: JSONValue, for key: String
  ) throws(SourceError) -> NestedNumbers? {
    switch value.kind {
    case .object: return nil
    case .number(let number): return NestedNumbers(sizes: [], numbers: [number])
    case .array(let elements):
      guard !elements.isEmpty else { throw error(value, .emptyList(key)) }
      var numbers: [TypedNumber] = []
      var inner: [Int]?
      for element in elements {
        guard let part = try nestedNumbers(element, for: key) else {
          throw error(element, .wrongKind(key, .numbers))
        }
        guard inner ?? part.sizes == part.sizes else { throw error(element, .unevenNesting(key)) }
        inner = part.sizes
        numbers += part.numbers
      }
      return NestedNumbers(sizes: [elements.count] + (inner ?? []), numbers: numbers)
    case .null, .bool, .string: throw error(value, .wrongKind(key, .numbers))
    }
  }
}

extension [Int] {
  /// A shape of weights as it is written: without rows in one dimension.
  fileprivate func dropRow(_ maps: MapShape) -> [Int] {
    maps.rows == nil && count == 4 ? [self[0], self[1], self[3]] : self
  }
}
