/// What a derivation's page does: goes from step to step with the arrow keys and lights what the
/// step is about in the picture. Without it the page shows all there is.
enum PageScript {
  static let stepping = """

    (() => {
      const steps = [...document.querySelectorAll("main [data-id]")];
      const shapes = [...document.querySelectorAll("[data-node],[data-edge]")];
      const bar = document.querySelector("nav"), count = bar.querySelector("output");
      const hint = count.textContent, svg = document.querySelector("svg");
      const jump = bar.querySelector("select");
      const phaseOf = id => {
        if (/^(grad)/.test(id)) return "gradients";
        if (/^(error|slope|jacobian|delta|back)/.test(id)) return "back";
        return /^(change|new|after|velocity|square|moment|corrected)/.test(id) ? "new" : "forward";
      };
      const nameOf = step => {
        const math = step.querySelector("math");
        return math ? math.getAttribute("alttext") : step.dataset.id;
      };
      document.querySelectorAll("main section").forEach((section, n) => {
        const first = section.querySelector("[data-id]");
        if (!first) return;
        const option = new Option(section.querySelector("h2").textContent, steps.indexOf(first));
        jump.add(option);
      });
      let at = -1;
      const isLit = (shape, id) => {
        const [, kind, list = ""] = /^([^[]*)\\[?([^\\]]*)/.exec(id);
        const names = list ? list.split(",") : [];
        const { node, edge, layer, last } = shape.dataset;
        if (edge !== undefined) {
          const [to, from] = edge.split(",");
          if (names.length > 1) return edge === list;
          if (/(net|sum)$/.test(kind)) return to === list;
          return /^(error|delta)$/.test(kind) && from === list;
        }
        if (!names.length) return last !== undefined;
        return names.includes(node) || list === "layer " + layer;
      };
      const go = (to, isQuiet) => {
        if (at >= 0) steps[at].classList.remove("current");
        at = Math.max(-1, Math.min(steps.length - 1, to));
        document.body.classList.toggle("stepping", at >= 0);
        const step = steps[at], id = step ? step.dataset.id : null;
        for (const shape of shapes) shape.classList.toggle("lit", !!step && isLit(shape, id));
        count.textContent = step ? `${nameOf(step)} · ${at + 1} / ${steps.length}` : hint;
        const options = [...jump.options].filter(option => Number(option.value) <= at);
        jump.selectedIndex = options.length - 1;
        if (!step) return delete svg.dataset.phase;
        svg.dataset.phase = phaseOf(id);
        step.classList.add("current");
        if (!isQuiet) step.scrollIntoView({ block: "center" });
        history.replaceState(null, "", "#" + encodeURIComponent(id));
      };
      bar.hidden = false;
      bar.querySelector("[data-go=back]").addEventListener("click", () => go(at - 1));
      bar.querySelector("[data-go=on]").addEventListener("click", () => go(at + 1));
      jump.addEventListener("change", () => go(Number(jump.value)));
      document.addEventListener("keydown", event => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === "ArrowRight") go(at + 1);
        else if (event.key === "ArrowLeft") go(at - 1);
        else if (event.key === "Escape") go(-1);
        else return;
        event.preventDefault();
      });
      steps.forEach((step, n) => step.addEventListener("click", () => {
        if (!String(getSelection())) go(n, true);
      }));
      const start = () => {
        let asked = "";
        try { asked = decodeURIComponent(location.hash.slice(1)); } catch { return; }
        const n = steps.findIndex(step => step.dataset.id === asked);
        if (asked && n >= 0) go(n);
      };
      addEventListener("hashchange", start);
      start();
    })();

    """
}
