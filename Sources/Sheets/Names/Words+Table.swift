// The words of several languages, by what they say.

extension Words {
  static let kinds: [(Meaning, [String])] = [
    (
      .kind(.net),
      [
        "net", "before relu", "before sigmoid", "before activation", "net input", "net value",
        "weighted sum", "weighted input", "total input", "sum",
        "total net input", "preactivation", "pre-activation", "pre activation", "netto",
        "entrada neta",
        "ingresso netto", "entrée nette", "nettoeingabe", "netzeingabe", "suma ponderada",
        "somma pesata", "somme pondérée", "soma ponderada", "gewichtete summe", "净输入", "净值", "加权和",
        "加权输入", "线性输出", "взвешенная сумма", "総入力", "重み付き和", "重み付け和", "순입력", "가중합", "net 값",
        "ağırlıklı toplam", "net girdi", "suma ważona", "pobudzenie", "wejście netto",
      ]
    ),
    (
      .kind(.output),
      [
        "output", "out", "after relu", "after sigmoid", "after tanh", "after softmax",
        "after activation", "activation", "activated value", "output value", "prediction",
        "predicted value",
        "ausgabe", "ausgang", "salida", "uscita", "sortie", "saída", "выход", "activación",
        "attivazione", "aktivierung", "输出", "输出值", "激活值", "激活输出", "预测值", "出力", "活性", "출력", "출력값",
        "활성화 값", "예측값", "çıkış", "çıktı", "çıktı", "wyjście",
      ]
    ),
    (
      .kind(.delta),
      [
        "delta", "error term", "error signal", "local gradient", "sensitivity", "deltas",
        "fehlerterm", "fehlersignal", "término de error", "termine di errore", "terme d'erreur",
        "误差项", "误差信号", "局部梯度", "灵敏度", "敏感度", "梯度项", "дельта", "誤差項", "誤差信号", "오차항", "델타",
        "hata terimi", "sygnał błędu",
      ]
    ),
    (
      .kind(.loss),
      [
        "loss", "total error", "total loss", "total cost", "cost", "squared error", "error total",
        "mean squared error", "cross entropy", "cross-entropy", "cross-entropy loss",
        "cross entropy loss", "loss value", "gesamtfehler", "verlust", "pérdida",
        "error cuadrático", "erro quadrático", "errore quadratico", "erreur quadratique",
        "quadratischer fehler", "błąd kwadratowy", "二乗誤差", "제곱 오차",
        "errore totale", "perte", "erreur totale", "coût", "perda", "erro total", "custo", "потери",
        "ошибка сети", "函数值", "总误差", "误差总和", "损失", "损失值", "损失函数", "损失函数值", "代价",
        "均方误差", "平方误差", "交叉熵", "交叉熵损失", "网络误差", "総誤差", "損失", "全体の誤差", "전체 오차", "총 오차", "총오차",
        "전체오차", "손실", "toplam hata", "błąd całkowity", "całkowity błąd", "合計誤差", "全誤差",
      ]
    ),
    (
      .kind(.anyError),
      [
        "error", "errors", "err", "fout", "fehler", "errore", "erreur", "erro", "误差", "ошибка",
        "誤差", "오차",
        "hata", "błąd",
      ]
    ),
    (
      .kind(.slope), ["slope", "activation derivative", "derivative of the activation", "导数", "斜率"]
    ),
    (.kind(.weight), ["weight", "weights", "gewicht", "gewichte", "peso", "pesos", "pesi"]),
    (
      .kind(.weight),
      [
        "poids", "权重", "权值", "连接权", "вес", "веса", "重み", "가중치", "ağırlık", "ağırlıklar", "waga",
        "wagi", "trọng số",
      ]
    ),
    (
      .kind(.bias),
      ["bias", "biases", "sesgo", "biais", "viés", "偏置", "偏置项", "смещение", "バイアス", "편향", "sapma"]
    ),
    (
      .kind(.target),
      [
        "target", "target value", "label", "desired output", "目标", "目标值", "标签", "期望输出", "目标输出",
        "목표", "목표값", "정답", "hedef", "cel", "教師", "教師信号", "正解", "目標値", "salida deseada",
        "saída desejada", "sortie désirée", "uscita desiderata", "желаемый выход", "sollausgabe",
        "zielwert",
      ]
    ),
    (
      .kind(.input),
      [
        "input", "inputs", "eingabe", "entrada", "ingresso", "entrée", "输入", "入力", "입력", "girdi",
        "giriş", "wejście", "вход",
      ]
    ),
    (
      .kind(.rate),
      [
        "leersnelheid",
        "learning rate", "lernrate", "学习率", "学習率", "tasa de aprendizaje", "학습률", "öğrenme oranı",
        "współczynnik uczenia", "taxa de aprendizado", "taxa de aprendizagem",
        "taux d'apprentissage", "pas d'apprentissage", "pas", "tasso di apprendimento",
        "скорость обучения",
      ]
    ),
  ]

  static let roles: [(Meaning, [String])] = [
    (
      .role(.new),
      [
        "nieuw", "nieuwe",
        "new", "updated", "new value", "updated value", "neu", "neue", "neuer", "neues", "neuen",
        "nuevo", "nueva", "nuevos", "nuevas", "actualizado", "actualizados", "actualizada", "nuovo",
        "nuova", "nuovi", "aggiornato", "aggiornati", "nouveau", "nouveaux", "nouvelle", "novo",
        "novos", "atualizado", "atualizados", "更新后", "更新后的", "新", "新的", "新值", "新权重", "新权值",
        "更新值", "更新権重", "新しい", "更新後", "новый", "новые", "новое", "yeni", "mới", "새", "새로운", "갱신된",
        "갱신 후", "업데이트된", "nowa", "nowe", "nowy", "güncellenmiş", "güncel",
      ]
    ),
    (
      .role(.old),
      [
        "oud", "oude",
        "old", "initial", "old value", "previous", "anterior", "anteriores", "previo", "précédent",
        "precedente", "vorher", "前の", "poprzednia", "alt", "alte", "alter", "altes", "anfang",
        "antiguo",
        "inicial",
        "iniciales", "viejo", "vecchio", "vecchi", "iniziale", "iniziali", "ancien", "anciens",
        "initiaux", "antigo", "antigos", "旧", "旧值", "原", "原来的", "初始", "更新前", "更新前的", "старый", "기존",
        "초기", "갱신 전", "eski", "başlangıç", "stara", "stare", "początkowa", "początkowe",
        "given", "已知", "gegeben", "original",
      ]
    ),
    (
      .role(.gradient),
      [
        "gradient", "gradients", "grad", "grads", "partial derivative", "partial", "gradiente",
        "gradientes", "gradienti", "gradienten", "ableitung", "dérivée", "derivada", "梯度", "偏导数",
        "偏导", "градиент", "градиенты", "勾配", "기울기", "그래디언트", "gradyan", "türev", "pochodna",
      ]
    ),
    (
      .role(.change),
      [
        "change", "changes", "weight change", "weight changes", "change in weight", "correction",
        "änderung", "cambio", "改变量", "变化量", "调整量", "修正量", "更新量", "增量", "変化量", "修正値", "variação",
        "variación", "variazione", "variation", "Δ", "изменение", "변화량",
        "değişim", "zmiana", "poprawka",
      ]
    ),
    (
      .role(.after),
      [
        "after", "after update", "after the update", "after updating", "after training",
        "after the step", "after step", "after one step", "after one update", "after training step",
        "after the first update", "nach dem update", "after the weight update",
        "nach der aktualisierung", "после обновления",
        "después de actualizar", "tras la actualización", "après la mise à jour",
        "après mise à jour", "dopo l'aggiornamento", "após a atualização", "na de update", "danach",
        "nachher", "después", "dopo",
        "après",
        "depois", "更新之后", "训练后", "一步之后", "после", "업데이트 후", "갱신후",
      ]
    ),
  ]

  static let places: [(Meaning, [String])] = [
    (
      .layer(.hidden),
      [
        "hidden", "hidden layer", "hidden neuron", "hidden unit", "hidden node", "hidden neurons",
        "versteckte schicht", "verborgene schicht", "capa oculta", "strato nascosto",
        "couche cachée", "camada oculta", "隐藏层", "隐含层", "隐层", "скрытый слой", "скрытого слоя",
        "隠れ層", "中間層", "oculta", "cachée", "nascosto", "은닉층", "gizli katman", "gizli",
        "warstwa ukryta", "warstwy ukrytej", "ukryta",
      ]
    ),
    (
      .layer(.output),
      [
        "output layer", "output neuron", "output unit", "output node", "output neurons",
        "ausgabeschicht", "ausgangsschicht", "ausgabeneuron", "capa de salida", "strato di uscita",
        "strato di output", "couche de sortie", "camada de saída", "输出层", "выходной слой",
        "выходного слоя", "出力層", "출력층", "çıkış katmanı", "warstwa wyjściowa", "warstwy wyjściowej",
      ]
    ),
    (.layer(.input), ["input layer", "输入层", "eingabeschicht", "capa de entrada", "入力層"]),
    (
      .node,
      [
        "neuron", "neurons", "unit", "node", "nodes", "neurona", "nodo", "neurone", "neurônio",
        "knoten", "neuronio", "神经元", "结点", "节点", "单元", "нейрон", "нейрона", "ニューロン", "ユニット", "뉴런",
        "노드", "nöron",
      ]
    ),
    (
      .layerNumber,
      [
        "layer", "schicht", "capa", "couche", "strato", "camada", "层", "слой", "katman", "warstwa",
        "층",
      ]
    ),
    (.derivative, ["derivative", "ableitung der aktivierung"]),
  ]

  static let fillers: [(Meaning, [String])] = [
    (
      .filler,
      [
        "the", "a", "an", "of", "for", "at", "in", "to", "on", "from", "value", "values", "is",
        "are",
        "respect", "wrt", "w.r.t.", "w.r.t", "with respect to", "and", "its", "my", "our", "this",
        "signal", "number", "no.", "so", "then", "thus", "hence", "therefore", "now", "we", "get",
        "have", "where", "which", "also", "first", "finally", "next", "with", "gives", "giving",
        "der", "die", "das", "des", "von", "für", "im", "am", "an der", "dann", "also", "somit",
        "wert",
        "el", "la", "los", "las", "de", "del", "en", "valor", "entonces", "luego", "il", "lo",
        "gli",
        "di", "della", "del", "dello", "quindi", "valore", "le", "les", "du", "d'", "de la", "donc",
        "alors", "valeur", "o", "os", "da", "do", "então", "logo", "的", "第", "个", "值", "则", "所以",
        "因此",
        "得", "故", "由此", "可得", "其中", "即", "然后", "接着", "最后", "同理", "同样", "は", "の", "equals", "about",
        "all", "each", "here",
        "network", "final", "model", "网络", "模型", "最终", "compute", "calculate", "calculating",
        "computing", "forward", "pass", "i", "got",
      ]
    )
  ]
}
