"""Networks of dense, convolution, pooling, subsampling and tied layers, with 60 digits.

Used by make_layers.py.  Every number is worked out from the definitions, starting from the DOUBLES
that a network's decimal texts denote.  What a node hands back is gathered from the node's own side:
which windows hold it, and at which place.  Every error and delta is held to a central difference.
"""
import itertools
from decimal import Decimal as D, getcontext

getcontext().prec = 60
H, MARGIN = D("1e-20"), D("1e-5")
LETTERS = {"convolution": "c", "max-pooling": "p", "average-pooling": "p", "subsampling": "s"}
KINKED = ("relu", "leaky-relu", "elu")


# --- definitions: a function and its derivative -------------------------------------------------
def sigmoid(x): return 1 / (1 + (-x).exp())
def tanh(x): return 1 - 2 / (1 + (2 * x).exp())
def softplus(x): return (1 + x.exp()).ln()


LEAK = D(0.01)
ACTIVATIONS = {
    "identity": (lambda x: x, lambda x: D(1)),
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * sigmoid(-x)),
    "tanh": (tanh, lambda x: 1 - tanh(x) ** 2),
    "relu": (lambda x: max(x, D(0)), lambda x: D(x > 0)),
    "leaky-relu": (lambda x: x if x > 0 else LEAK * x, lambda x: D(1) if x > 0 else LEAK),
    "elu": (lambda x: x if x > 0 else x.exp() - 1, lambda x: D(1) if x > 0 else x.exp()),
    "softplus": (softplus, sigmoid),
    "silu": (lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x))),
    "mish": (lambda x: x * tanh(softplus(x)),
             lambda x: tanh(softplus(x)) + x * (1 - tanh(softplus(x)) ** 2) * sigmoid(x)),
}
LOSSES = {      # of a target, an output and their number; the slope is -dE/dy
    "half-squared-error": (lambda t, y, n: (t - y) ** 2 / 2, lambda t, y, n: t - y),
    "squared-error": (lambda t, y, n: (t - y) ** 2, lambda t, y, n: 2 * (t - y)),
    "mean-squared-error": (lambda t, y, n: (t - y) ** 2 / n, lambda t, y, n: 2 * (t - y) / n),
    "binary-cross-entropy": (lambda t, y, n: -t * y.ln() - (1 - t) * (1 - y).ln(),
                             lambda t, y, n: t / y - (1 - t) / (1 - y)),
    "cross-entropy": (lambda t, y, n: -t * y.ln(), lambda t, y, n: t / y),
}


def agree(a, b, what): assert abs(a - b) <= D("1e-30") * abs(b) + D("1e-37"), what
def cells(*sizes): return itertools.product(*map(range, sizes))
def flat(v): return [n for part in v for n in flat(part)] if isinstance(v, list) else [v]


class Kink(Exception):
    """Two numbers of which the larger counts lie too near each other to differentiate."""


class Net:
    """A network file: its nodes' and parameters' ids where they lie, and what is worked out of them."""
    def __init__(self, file):
        self.file, self.layers, self.loss, self.last = file, file["layers"], file["loss"], len(file["layers"])
        self.p, self.frozen, size = {}, set(), file["inputs"]
        self.kind = [None] + [layer.get("kind", "dense") for layer in self.layers]
        self.act = [None] + [layer.get("activation", "sigmoid") for layer in self.layers]
        self.line, self.shape, self.grid = isinstance(size, dict) and "length" in size, [None], [None]
        if isinstance(size, dict):
            self.shape = [(size.get("channels", 1), size.get("height", 1), size["length" if self.line else "width"])]
            self.grid = [self.place("x", 0)]
        self.nodes = [flat(self.grid[0]) if self.grid[0] else [str(i + 1) for i in range(size)]]
        self.w, self.b, self.window = [None], [None], [None]
        for L, layer in enumerate(self.layers, 1): self.add(L, layer)

    def add(self, L, layer):
        maps, weights = self.shape[L - 1], layer.get("weights", [])
        ids = None
        if self.kind[L] == "dense":
            count, first = layer.get("neurons") or len(weights), sum(map(len, self.nodes)) + 1
            units = [str(first + j) for j in range(count)]
            self.shape.append(None), self.grid.append(None), self.nodes.append(units), self.window.append(None)
            ids = [[f"w[{j},{i}]" for i in self.nodes[L - 1]] for j in units]
            if "tied" in layer: ids = [list(column) for column in zip(*self.w[layer["tied"]])]
        else:
            self.window.append(self.read_window(L, layer, weights))
            k, s, o = self.window[L]
            filters = len(flat(weights)) // (maps[0] * k[0] * k[1]) if self.kind[L] == "convolution" else maps[0]
            self.shape.append((filters, *((maps[1 + d] + 2 * o[d] - k[d]) // s[d] + 1 for d in (0, 1))))
            head = LETTERS[self.kind[L]] + str(L)
            self.grid.append(self.place(head, L))
            self.nodes.append(flat(self.grid[L]))
            units = [f"{head}.{f + 1}" if filters > 1 else head for f in range(filters)]
            def kernel_id(u, c, m, n):
                return f"w[{u}" + f",{c + 1}" * (maps[0] > 1) + f",{m + 1}" * (not self.line) + f",{n + 1}]"
            if self.kind[L] == "convolution":
                ids = [[[[kernel_id(u, c, m, n) for n in range(k[1])] for m in range(k[0])] for c in range(maps[0])]
                       for u in units]
            if self.kind[L] == "subsampling": ids = [f"w[{u}]" for u in units]
        self.w.append(ids)
        biases = layer.get("biases") or [-t for t in layer.get("thresholds", [])]
        self.b.append([f"b[{u}]" if biases else None for u in units])
        if "bias" in layer: biases, self.b[L] = [layer["bias"]], [f"b[layer {L}]"] * len(units)
        if weights: self.p.update((id, D(v)) for id, v in zip(flat(ids), flat(weights), strict=True))
        self.p.update((id, D(v)) for id, v in zip(self.b[L], biases))
        if "weights" in layer.get("frozen", []): self.frozen.update(flat(ids))
        if "bias" in layer.get("frozen", []): self.frozen.update(self.b[L])

    def read_window(self, L, layer, weights):
        """Size, stride and padding, each of rows and columns; a line is one row."""
        def pair(v, rows): return ([rows] if self.line else []) + (v if isinstance(v, list) else [v] * (2 - self.line))
        size = layer.get("kernel" if self.kind[L] == "convolution" else "window")
        if size is None:
            while isinstance(weights[0] if self.line else weights[0][0], list): weights = weights[0]
            size = [len(weights)] if self.line else [len(weights), len(weights[0])]
        usual = 1 if self.kind[L] == "convolution" else size
        return pair(size, 1), pair(layer.get("stride", usual), 1), pair(layer.get("padding", 0), 0)

    def place(self, head, L):
        """The names of a layer's nodes: [map][row][column]."""
        maps, rows, columns = self.shape[L]
        return [[[f"{head}" + f".{m + 1}" * (maps > 1) + f".{i + 1}" * (not self.line) + f".{j + 1}"
                  for j in range(columns)] for i in range(rows)] for m in range(maps)]

    def seen(self, L, i, j):
        """What position (i, j) of a window sees: places (m, n) of the window, (r, q) of the maps."""
        k, s, o = self.window[L]
        for m, n in cells(*k):
            r, q = i * s[0] + m - o[0], j * s[1] + n - o[1]
            if 0 <= r < self.shape[L - 1][1] and 0 <= q < self.shape[L - 1][2]: yield m, n, r, q

    def holders(self, L, r, q):
        """The windows of layer L that hold (r, q), and the place (m, n) at which they do."""
        k, s, o = self.window[L]
        for i, j in cells(*self.shape[L][1:]):
            m, n = r + o[0] - i * s[0], q + o[1] - j * s[1]
            if 0 <= m < k[0] and 0 <= n < k[1]: yield i, j, m, n

    # --- forward --------------------------------------------------------------------------------
    def forward(self, p, x, note=lambda id, v: None, bump=None):
        """Net values and outputs of all nodes; `bump` is a change (id, h) of one of them."""
        net, out = {}, dict(zip(self.nodes[0], x))
        def bumped(id, v): return v + bump[1] if bump and id == bump[0] else v
        for L in range(1, self.last + 1):
            before, now, kind = self.grid[L - 1], self.grid[L], self.kind[L]
            terms = {}
            if kind == "dense":
                for j, row in zip(self.nodes[L], self.w[L], strict=True):
                    terms[j] = {f"product[{j},{i}]": p[w] * out[i] for i, w in zip(self.nodes[L - 1], row, strict=True)}
            elif kind == "convolution":
                for f, i, j in cells(*self.shape[L]):
                    terms[now[f][i][j]] = {
                        f"product[{now[f][i][j]},{before[c][r][q]}]": p[self.w[L][f][c][m][n]] * out[before[c][r][q]]
                        for c in range(len(before)) for m, n, r, q in self.seen(L, i, j)}
            else:
                for f, i, j in cells(*self.shape[L]):
                    values, node = [out[before[f][r][q]] for _, _, r, q in self.seen(L, i, j)], now[f][i][j]
                    if kind == "subsampling":
                        note(f"sum[{node}]", sum(values))
                        terms[node] = {f"product[{node}]": p[self.w[L][f]] * sum(values)}
                    else:
                        out[node] = bumped(f"out[{node}]", max(values) if kind[0] == "m" else sum(values) / len(values))
                        if kind[0] == "m": self.near(*sorted(values)[-2:])
            for n, (node, products) in enumerate(terms.items()):
                for id, v in products.items(): note(id, v)
                bias = self.b[L][n * len(self.b[L]) // len(terms)]      # a map's nodes stand together
                net[node] = bumped(f"net[{node}]", sum(products.values()) + (p[bias] if bias else 0))
                if self.act[L] in KINKED: self.near(net[node], D(0))
            for node in terms:
                v = (net[node].exp() / sum(net[k].exp() for k in terms) if self.act[L] == "softmax"
                     else ACTIVATIONS[self.act[L]][0](net[node]))
                out[node] = bumped(f"out[{node}]", v)
            for node in self.nodes[L]:
                if node in net: note(f"net[{node}]", net[node])
                note(f"out[{node}]", out[node])
        return net, out

    def near(self, a, b=None):
        if b is not None and abs(a - b) < MARGIN: raise Kink

    def losses(self, out, targets):
        ys = [out[k] for k in self.nodes[-1]]
        return [LOSSES[self.loss][0](t, y, len(ys)) if t or self.loss[:5] != "cross" else D(0)
                for t, y in zip(targets, ys)]

    def links(self):
        """How many numbers come into neurons and windows."""
        return sum(sum(len(list(self.seen(L, i, j))) for _, i, j in cells(*self.shape[L]))
                   * (self.shape[L - 1][0] if self.kind[L] == "convolution" else 1) if self.grid[L]
                   else len(flat(self.w[L])) for L in range(1, self.last + 1))

    # --- backward -------------------------------------------------------------------------------
    def output_deltas(self, net, out, targets, note):
        ks, act, e, delta = self.nodes[-1], self.act[-1], {}, {}
        for k, t in zip(ks, targets): e[k] = LOSSES[self.loss][1](t, out[k], len(ks))
        if self.loss != "cross-entropy":
            for k in ks: note(f"error[{k}]", e[k])
        for j in ks:
            if act == "softmax":
                jac = {k: out[k] * ((k == j) - out[j]) for k in ks}
                for k in ks: note(f"jacobian[{k},{j}]", jac[k])
                delta[j] = sum(e[k] * jac[k] for k in ks)
            else:
                slope = ACTIVATIONS[act][1](net[j])
                note(f"slope[{j}]", slope)
                delta[j] = e[j] * slope
            note(f"delta[{j}]", delta[j])
        return e, delta

    def arrivals(self, L, p, out, e, delta):
        """Of each node of layer L: what comes back to it from the nodes of layer L + 1 that it feeds."""
        kind, now, after = self.kind[L + 1], self.grid[L], self.grid[L + 1]
        if kind == "dense":
            for i, node in enumerate(self.nodes[L]):
                yield node, {k: delta[k] * p[row[i]] for k, row in zip(self.nodes[L + 1], self.w[L + 1])}
            return
        for c, r, q in cells(*self.shape[L]):
            back, held = {}, list(self.holders(L + 1, r, q))
            for f in range(self.shape[L + 1][0]):
                for i, j, m, n in held:
                    k = after[f][i][j]
                    if kind == "convolution": back[k] = delta[k] * p[self.w[L + 1][f][c][m][n]]
                    elif f != c: continue
                    elif kind == "subsampling": back[k] = delta[k] * p[self.w[L + 1][f]]
                    elif kind == "max-pooling": back[k] = e[k] if out[k] == out[now[c][r][q]] else D(0)
                    else: back[k] = e[k] / (self.window[L + 1][0][0] * self.window[L + 1][0][1])
            yield now[c][r][q], back

    def gradients(self, out, delta):
        g = dict.fromkeys(self.p, D(0))
        for L in range(1, self.last + 1):
            before, now, w = self.grid[L - 1], self.grid[L], self.w[L]
            if self.kind[L] == "dense":
                for j, row in zip(self.nodes[L], w):
                    for i, id in zip(self.nodes[L - 1], row): g[id] -= delta[j] * out[i]
            for f, i, j in cells(*self.shape[L]) if self.grid[L] and w else ():
                for m, n, r, q in self.seen(L, i, j):
                    if self.kind[L] == "subsampling": g[w[f]] -= delta[now[f][i][j]] * out[before[f][r][q]]
                    else:
                        for c in range(len(before)): g[w[f][c][m][n]] -= delta[now[f][i][j]] * out[before[c][r][q]]
            for n, node in enumerate(self.nodes[L]):
                bias = self.b[L][n * len(self.b[L]) // len(self.nodes[L])]
                if bias: g[bias] -= delta[node]
        return g

    def sample(self, p, sample, note):
        x = [D(v) for v in flat(sample["inputs"])]
        t = x if self.file.get("targets") == "inputs" else [D(v) for v in sample["targets"]]
        for i, v in zip(self.nodes[0], x): note(f"x[{i}]", v)
        for k, v in zip(self.nodes[-1], t): note(f"t[{k}]", v)
        net, out = self.forward(p, x, note)
        terms = self.losses(out, t)
        for k, v in zip(self.nodes[-1], terms): note(f"E[{k}]", v)
        note("E", sum(terms))
        e, delta = self.output_deltas(net, out, t, note)
        for L in reversed(range(1, self.last)):
            for node, back in self.arrivals(L, p, out, e, delta):
                for k, v in back.items(): note(f"back[{k},{node}]", v)
                e[node] = sum(back.values(), D(0))
                note(f"error[{node}]", e[node])
                if node in net:
                    slope = ACTIVATIONS[self.act[L]][1](net[node])
                    delta[node] = e[node] * slope
                    note(f"slope[{node}]", slope), note(f"delta[{node}]", delta[node])
        for name, found in (("net", delta), ("out", e)):
            for node, v in found.items():
                ends = [sum(self.losses(self.forward(p, x, bump=(f"{name}[{node}]", h))[1], t)) for h in (-H, H)]
                agree(v, (ends[0] - ends[1]) / (2 * H), (self.file["title"], name, node))
        return x, t, self.gradients(out, delta)
