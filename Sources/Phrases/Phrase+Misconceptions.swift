// What was probably done, a sentence per misconception.

extension Phrase {
  package static let updatedWeight = Phrase(
    "a weight was used at the wrong time: the backward pass needs the old weights, the pass after the update the new ones",
    "新旧权重用错了：反向传播要用更新前的权重，更新之后再算时才用新权重")
  package static let wrongSign = Phrase("the sign is wrong", "正负号反了")
  package static let factorTwo = Phrase(
    "there is a factor 2 too many or too few: the ½ cancels the 2 from the square exactly once",
    "多了或少了一个因子 2：½ 与平方求导得到的 2 只抵消一次")
  package static let sumForMean = Phrase(
    "sum and mean were confused: only a mean is divided by the number of outputs (in a batch, of samples)",
    "混淆了求和与取平均：只有取平均才除以输出的个数（整批则除以样本的个数）")
  package static let kernelFlipped = Phrase(
    "the kernel was turned round: its first weight belongs on the first number of the window",
    "卷积核被翻转了：它的第一个权重应与窗口的第一个数对齐")
  package static let onePosition = Phrase(
    "only one position was counted: the parameter works at every position, and its gradient is the sum over all of them",
    "只算了一个位置：这个参数在每个位置都使用，它的梯度是对所有位置求和")
  package static let meanOverPositions = Phrase(
    "the sum over the positions was divided by their number: what the positions add is summed, not averaged",
    "对各位置求和后又除以了位置的个数：各位置的贡献应相加，而不是取平均")
  package static let maxToAll = Phrase(
    "the error was given to every node of the window: only the largest value was passed on, so only its node gets it",
    "误差传给了窗口内的每个节点：只有最大值传了下去，所以只传回给它")
  package static let maxShared = Phrase(
    "the error was shared by the nodes of the window: only the largest value was passed on, so its node gets all of it",
    "误差由窗口内的节点平分了：只有最大值传了下去，所以全部传回给它")
  package static let averageNotDivided = Phrase(
    "it was not divided by the number of values in the window",
    "没有除以窗口内数值的个数")
  package static let firstForLargest = Phrase(
    "another value of the window was taken: max pooling takes the largest",
    "取了窗口内别的值：最大池化取最大的那个")
  package static let slopeForgotten = Phrase(
    "the slope of the activation was forgotten: the error term is the error times that slope",
    "漏乘激活函数的导数：误差项等于误差乘以激活函数的导数")
  package static let slopeArgument = Phrase(
    "the slope of the activation was taken at the wrong number: written with the output, it needs the output; written with the net value, it needs the net value",
    "激活函数的导数代错了数：用输出表示的式子要代输出，用净输入表示的式子要代净输入")
  package static let slopeExtra = Phrase(
    "the slope of the activation was multiplied in, but with this loss it has cancelled",
    "多乘了激活函数的导数：在这个损失函数下它已经消去")
  package static let activationNotApplied = Phrase(
    "the activation was not applied: this is the net value itself", "没有经过激活函数：这是净输入本身")
  package static let exponentSign = Phrase(
    "the sign of the exponent is wrong: the sigmoid needs the exponential of minus the net value",
    "指数的正负号错了：sigmoid 中要用负的净输入作指数")
  package static let softmaxNotNormalised = Phrase(
    "the exponential was not divided by the sum over all outputs", "指数函数值没有除以各输出之和")
  package static let biasOmitted = Phrase("the bias was left out", "漏加了偏置")
  package static let biasTwice = Phrase("the bias was added twice", "偏置加了两次")
  package static let biasSign = Phrase("the bias has the wrong sign", "偏置的正负号反了")
  package static let biasNotUpdated = Phrase("the bias was not updated", "偏置没有更新")
  package static let transposedWeight = Phrase(
    "the two indices of the weight were swapped", "权重的两个下标颠倒了")
  package static let pathOmitted = Phrase(
    "one term of the sum was left out: every path counts", "和式中漏了一项：每条路径都要算")
  package static let wrongOperand = Phrase("another node's value was used", "代入了另一个节点的数")
  package static let netForOutput = Phrase(
    "the net value was used instead of the output", "该用输出的地方用了净输入")
  package static let learningRateForgotten = Phrase("the learning rate was forgotten", "漏乘学习率")
  package static let learningRateTwice = Phrase(
    "the learning rate was multiplied in twice", "学习率乘了两次")
  package static let targetOutputExchanged = Phrase(
    "target and output were exchanged in the difference", "差中的目标值与输出写颠倒了")
  package static let digitsExchanged = Phrase(
    "two neighbouring digits were exchanged", "相邻两位数字写颠倒了")
  package static let decimalPoint = Phrase(
    "the decimal point is in the wrong place", "小数点位置错了")
  package static let outputForWeight = Phrase(
    "the error term was multiplied by the output: on its way back it is multiplied by the weight",
    "误差项乘了输出：反向传回时应乘以权重")
  package static let lossForDerivative = Phrase(
    "the square of the difference was used instead of its derivative", "该用平方的导数，却用了差的平方")
  package static let notSquared = Phrase("the difference was not squared", "差没有平方")
  package static let softmaxWithoutExp = Phrase(
    "the net values were divided by their sum: softmax takes the exponential of each first",
    "直接用净输入除以它们的和：softmax 要先对每个净输入取指数")
  package static let logTen = Phrase(
    "the logarithm to base 10 was taken instead of the natural one", "该用自然对数，却用了以 10 为底的对数")
  package static let otherActivation = Phrase(
    "the formula of another activation was used", "用了另一种激活函数的公式")
  package static let slopeNotSquared = Phrase(
    "the output was not squared: the slope of tanh is one minus its square",
    "输出没有平方：tanh 的导数等于 1 减去输出的平方")
  package static let gradientsSummed = Phrase(
    "the gradients of the outgoing weights were added up: what comes back is the error terms times the weights",
    "把后面各权重的梯度加了起来：传回的误差应是各误差项乘以权重之和")
  package static let notUpdated = Phrase("this is the old weight", "这是更新前的权重")
  package static let givenMiscopied = Phrase("a given number was copied wrongly", "抄错了已知数")
  package static let weightBiasExchanged = Phrase(
    "weight and bias were exchanged", "权重与偏置颠倒了")
  package static let biasCorrectionForgotten = Phrase(
    "the bias correction of the running mean was forgotten", "漏了滑动平均的偏差修正")
  package static let wrongStepNumber = Phrase(
    "the bias correction was made with the wrong step number", "偏差修正用错了步数")
}
