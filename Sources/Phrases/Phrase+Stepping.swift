// What a window says in which a trace is gone through step by step.

extension Phrase {
  package static func placeAmongSteps(_ step: Int, of count: Int) -> Phrase {
    Phrase("step \(step) of \(count)", "第 \(step) 步，共 \(count) 步")
  }
  /// What keys do.
  package static let keysStep = Phrase("step", "后退、前进")
  package static let keysPart = Phrase("part", "换一部分")
  package static let keysEnds = Phrase("first, last", "第一步、最后一步")
  package static let keyBack = Phrase("back", "后退")
  package static let keyReveal = Phrase("result", "看结果")
  package static let keyHide = Phrase("hide results", "隐藏结果")
  package static let keyShow = Phrase("show results", "显示结果")
  package static let keyQuit = Phrase("quit", "退出")
  /// Stepping was asked for where no keys can be read, or nothing can be drawn.
  package static func stepNeedsTerminal(_ option: String, network: String) -> Phrase {
    Phrase(
      "'\(option)' needs a terminal for its keys and its screen; 'backprop trace \(network)' prints everything, and 'backprop export \(network) -o page.html' makes a page to step through in a browser",
      "'\(option)' 需要在终端中运行（要读取按键、刷新屏幕）；'backprop trace \(network)' 一次输出全部内容，'backprop export \(network) -o page.html' 生成可在浏览器中逐步查看的网页"
    )
  }
}
