/// What a derivation's page does: goes from step to step with the arrow keys and lights what the
/// step is about in the picture. Without it the page shows all there is.
enum PageScript {
  static let stepping = """

    (() => {
      const steps = [...document.querySelectorAll("main [data-id]")];
      const all = names => [...document.querySelectorAll(names.map(n => `[data-${n}]`).join())];
      const shapes = all(["node", "edge", "fan", "map", "window", "parameter"]);
      const windows = all(["window"]), shared = all(["parameter"]);
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
      const parse = id => {
        const [, kind, list = ""] = /^([^[]*)\\[?([^\\]]*)/.exec(id);
        return { kind, list, names: list ? list.split(",") : [] };
      };
      const isOf = (id, parameter) => id === parameter || id.endsWith("." + parameter);
      /* What the nodes of a step look at through windows, what looks at them on the way back, and
         where a shared parameter is used. */
      const seenBy = id => {
        const { kind, list, names } = parse(id), seen = new Set();
        const add = list => list.split(",").forEach(name => seen.add(name));
        const isForward = /(net|sum|product)$/.test(kind), isBack = /^(error|delta)$/.test(kind);
        for (const { dataset: { window: to, from, direct } } of windows) {
          const isRead = isForward || (/out$/.test(kind) && direct !== undefined);
          if (isRead && to === names[0]) add(from);
          if (isBack && from.split(",").includes(list)) seen.add(to);
        }
        for (const { dataset: { parameter, uses } } of shared)
          if (isOf(id, parameter) && /^grad/.test(kind)) add(uses);
        return seen;
      };
      const isLit = (shape, id) => {
        const { kind, list, names } = parse(id);
        const { node, edge, fan, map, window: to, from, direct, parameter, layer, last } =
          shape.dataset;
        const isSum = /(net|sum)$/.test(kind), isBack = /^(error|delta)$/.test(kind);
        if (parameter !== undefined) {
          const isFactor = kind === "product" && names.length > 1;
          const use = `,${names[1]},${names[0]},`;
          return isOf(id, parameter) || (isFactor && `,${shape.dataset.uses},`.includes(use));
        }
        if (shared.some(other => isOf(id, other.dataset.parameter))) return false;
        if (to !== undefined) {
          if (to !== names[0]) return false;
          return isSum || /^(product|back)$/.test(kind) || (/out$/.test(kind) && direct !== undefined);
        }
        if (edge !== undefined) {
          const [to, from] = edge.split(",");
          if (names.length > 1) return edge === list;
          return isSum ? to === list : isBack && from === list;
        }
        if (fan !== undefined) {
          const [to, from] = fan.split(",");
          if (names.length > 1) return to === names[0] && names[1].startsWith(from);
          return isSum ? to === list : isBack && list.startsWith(from);
        }
        if (map !== undefined && names.some(name => name.startsWith(map))) return true;
        if (!names.length) return last !== undefined;
        return names.includes(node) || list === "layer " + layer;
      };
      const go = (to, isQuiet) => {
        if (at >= 0) steps[at].classList.remove("current");
        at = Math.max(-1, Math.min(steps.length - 1, to));
        document.body.classList.toggle("stepping", at >= 0);
        const step = steps[at], id = step ? step.dataset.id : null;
        const seen = step ? seenBy(id) : new Set();
        for (const shape of shapes) {
          const { node, map } = shape.dataset;
          shape.classList.toggle("lit", !!step && isLit(shape, id));
          shape.classList.toggle("seen", seen.has(node) || seen.has(map));
        }
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
