"""High-precision reference values for one step of backpropagation.

Run:  python3 make_reference.py     (Python 3 and mpmath 1.3.0; seeded: the same bytes every time)
It writes reference.txt beside itself.  It shares no code with the engine that it checks: every
number is worked out from the definitions with 60 significant digits (1000 where neurons are
saturated, so that even 1 - y of a net of 800 is a plain subtraction), starting from the DOUBLES
that the decimal texts of a network denote.

Format of reference.txt: one case after another, each ended by an empty line,

    network {...}       one line of strict JSON: the network file, with one sample
    id value slack      one line a quantity, in the notation `documents`: error, back and delta
    ...                 carry the sign of -dE/dnet, grad.* is the true derivative of E

`value` has 20 significant digits (0 below 1e-320).  A computed number c agrees if
|c - value| <= 1e-12 * |value| + slack.  `slack` carries to first order (and exactly for products),
step by step, what cancels: 1e-15 in t - y, in 1 - a (sigmoid), in 1 - a*a (tanh), in the slopes
of gelu and silu, and 1e-15 * (sum of |products| + |b|) in a net value.  An id that is not listed
must not be recorded.

Self-checks: every closed-form slope, loss derivative and softmax Jacobian against mp.diff; every
gradient of every case that is not at a kink against a central difference of E, worked out by a
separate forward pass; after.E against that pass with the new parameters.  Random cases that come
within 1e-3 of a kink, or in which a sum (other than a net value) cancels to less than 1e-3 of its
largest term, are drawn again.
"""
import json
import os
import random
from mpmath import mp, mpf

TINY = mpf("1e-15")
ACTIVATIONS = ["identity", "sigmoid", "tanh", "relu", "leaky-relu", "elu", "softplus", "gelu", "silu"]
LOSSES = ["half-squared-error", "squared-error", "mean-squared-error", "absolute-error", "huber",
          "binary-cross-entropy", "cross-entropy"]
LATER = ["mish"]      # came after the cases before them were drawn, which stay as they are
KINKED = ("relu", "leaky-relu", "elu")
ALIASES = {"linear": "identity", "logistic": "sigmoid", "swish": "silu"}


# --- definitions ------------------------------------------------------------------------------
def sigmoid(x): return 1 / (1 + mp.exp(-x))
def normal_cdf(x): return mp.erfc(-x / mp.sqrt(2)) / 2
def normal_pdf(x): return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)
def sign(x): return mpf(x > 0) - mpf(x < 0)


def activate(name, x):
    match name:
        case "identity": return x
        case "sigmoid": return sigmoid(x)
        case "tanh": return (mp.exp(x) - mp.exp(-x)) / (mp.exp(x) + mp.exp(-x))
        case "relu": return x if x > 0 else mpf(0)
        case "leaky-relu": return x if x > 0 else mpf(0.01) * x
        case "elu": return x if x > 0 else mp.exp(x) - 1
        case "softplus": return mp.log(1 + mp.exp(x))
        case "gelu": return x * normal_cdf(x)
        case "silu": return x * sigmoid(x)
        case "mish": return x * mp.tanh(mp.log(1 + mp.exp(x)))


def slope(name, x):
    match name:
        case "identity": return mpf(1)
        case "sigmoid": return sigmoid(x) * (1 - sigmoid(x))
        case "tanh": return 1 - activate("tanh", x) ** 2
        case "relu": return mpf(x > 0)                        # at 0: 0
        case "leaky-relu": return mpf(1) if x > 0 else mpf(0.01)  # at 0: 0.01
        case "elu": return mpf(1) if x > 0 else mp.exp(x)
        case "softplus": return sigmoid(x)
        case "gelu": return normal_cdf(x) + x * normal_pdf(x)
        case "silu": return sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x))
        case "mish":
            u = (1 + mp.exp(x)) ** 2                              # tanh(ln(1 + e^x)) = (u - 1)/(u + 1)
            return (u - 1) / (u + 1) + x * 4 * u / (u + 1) ** 2 * sigmoid(x)


def softmax(nets): return [mp.exp(x) / mp.fsum(map(mp.exp, nets)) for x in nets]


def loss_term(name, t, y, n):
    e = t - y
    match name:
        case "half-squared-error": return e * e / 2
        case "squared-error": return e * e
        case "mean-squared-error": return e * e / n
        case "absolute-error": return abs(e)
        case "huber": return e * e / 2 if abs(e) <= 1 else abs(e) - mpf(1) / 2
        case "binary-cross-entropy":
            return (-t * mp.log(y) if t else 0) - ((1 - t) * mp.log(1 - y) if t != 1 else 0)
        case "cross-entropy": return -t * mp.log(y) if t else mpf(0)
        case "hinge": return max(mpf(0), 1 - t * y)


def loss_slope(name, t, y, n):
    """-dE/dy of one output."""
    e = t - y
    match name:
        case "half-squared-error": return e
        case "squared-error": return 2 * e
        case "mean-squared-error": return 2 * e / n
        case "absolute-error": return sign(e)                 # at 0: 0
        case "huber": return e if abs(e) <= 1 else sign(e)
        case "binary-cross-entropy": return t / y - (1 - t) / (1 - y)
        case "cross-entropy": return t / y
        case "hinge": return mpf(t) if t * y < 1 else mpf(0)      # where it becomes 0: 0


# --- numbers with a slack ---------------------------------------------------------------------
class Num:
    """A value and the absolute error that a correct double computation may have in it."""
    def __init__(self, value, slack=0): self.value, self.slack = mpf(value), mpf(slack)
    def __add__(self, o): return Num(self.value + o.value, self.slack + o.slack)
    def __mul__(self, o):
        o = o if isinstance(o, Num) else Num(o)
        return Num(self.value * o.value,
                   abs(self.value) * o.slack + abs(o.value) * self.slack + self.slack * o.slack)


class Case:
    """A network file as labels and parameters, and the trace of its one sample."""
    def __init__(self, network):
        self.network, self.layers = network, network["layers"]
        self.loss = network["loss"]
        self.margin = mpf(1)                # nearest approach to a kink or to a cancelling sum
        self.record, self.params, self.frozen, count = {}, {}, set(), 0
        sample, self.labels = network["samples"][0], []
        for part in [network["inputs"]] + [l.get("neurons", len(l["weights"])) for l in self.layers]:
            size = part if isinstance(part, int) else len(part)
            self.labels.append([str(count + i + 1) for i in range(size)] if part == size else part)
            count += size
        self.x = [mpf(v) for v in sample["inputs"]]
        self.t = [mpf(v) for v in sample["targets"]]
        self.act = [None] + [ALIASES.get(l["activation"], l["activation"]) for l in self.layers]
        self.last = len(self.layers)
        for L, layer in enumerate(self.layers, 1):
            for j, row in zip(self.labels[L], layer["weights"]):
                for i, w in zip(self.labels[L - 1], row): self.params[f"w[{j},{i}]"] = mpf(w)
            if "bias" in layer: self.params[f"b[layer {L}]"] = mpf(layer["bias"])
            for j, b in zip(self.labels[L], layer.get("biases", [])): self.params[f"b[{j}]"] = mpf(b)
            for j, b in zip(self.labels[L], layer.get("thresholds", [])): self.params[f"b[{j}]"] = -mpf(b)
            for p in self.params_of(L):
                if {"w": "weights", "b": "bias"}[p[0]] in layer.get("frozen", []): self.frozen.add(p)

    def params_of(self, L):
        ids = [f"w[{j},{i}]" for j in self.labels[L] for i in self.labels[L - 1]]
        return ids + [p for p in dict.fromkeys(self.bias(L, j) for j in self.labels[L]) if p]

    def bias(self, L, j):
        return next((p for p in (f"b[{j}]", f"b[layer {L}]") if p in self.params), None)

    def note(self, id, num):
        assert id not in self.record, id
        self.record[id] = num
        return num

    def total(self, terms):
        """A sum other than a net value; how near it comes to cancelling counts for the margin."""
        result, largest = sum(terms, Num(0)), max(abs(n.value) for n in terms)
        if largest and result.value: self.margin = min(self.margin, abs(result.value) / largest)
        return result

    def forward(self, params, after=""):
        nets, outs = [None], [[Num(v) for v in self.x]]
        for L in range(1, self.last + 1):
            nets.append([])
            for j in self.labels[L]:
                terms = []
                for i, a in zip(self.labels[L - 1], outs[L - 1]):
                    terms.append(params[f"w[{j},{i}]"] * a)
                    if not after: self.note(f"product[{j},{i}]", terms[-1])
                if self.bias(L, j): terms.append(params[self.bias(L, j)])
                net = sum(terms, Num(0, TINY * sum(abs(n.value) for n in terms)))
                nets[L].append(self.note(f"{after}net[{j}]", net))
                if self.act[L] in KINKED: self.margin = min(self.margin, abs(net.value))
            if self.act[L] == "softmax":
                ys = softmax([n.value for n in nets[L]])
                out = [Num(y, sum(abs(y * ((k == i) - z)) * n.slack
                                  for i, (z, n) in enumerate(zip(ys, nets[L])))) for k, y in enumerate(ys)]
            else:
                out = [Num(activate(self.act[L], n.value), abs(slope(self.act[L], n.value)) * n.slack)
                       for n in nets[L]]
            outs.append([self.note(f"{after}out[{j}]", a) for j, a in zip(self.labels[L], out)])
        return nets, outs

    def losses(self, nets, outs):
        """E[k], and -dE/dout[k]; both cross-entropies are functions of the net values."""
        n, ys = len(self.t), [y.value for y in outs]
        for k, (t, y) in enumerate(zip(self.t, ys)):
            value, error, e = loss_term(self.loss, t, y, n), loss_slope(self.loss, t, y, n), t - y
            if self.loss == "cross-entropy":
                yield Num(value, t * sum(abs((k == i) - z) * m.slack
                                         for i, (z, m) in enumerate(zip(ys, nets)))), None
            elif self.loss == "binary-cross-entropy":
                left, right = t / y, (1 - t) / (1 - y)      # error = left - right
                slack = (left / y + right / (1 - y)) * outs[k].slack + TINY * (left + right + right / (1 - y))
                yield Num(value, abs(e) * nets[k].slack), Num(error, slack)
            else:
                s = TINY + outs[k].slack                    # of t - y
                if self.loss == "absolute-error": self.margin = min(self.margin, abs(e))
                if self.loss == "hinge": self.margin = min(self.margin, abs(1 - t * y))
                if self.loss == "huber": self.margin = min(self.margin, abs(abs(e) - 1))
                c = {"squared-error": 2, "mean-squared-error": mpf(2) / n}.get(self.loss, 1)
                flat = self.loss in ("absolute-error", "hinge") or self.loss == "huber" and abs(e) > 1
                yield Num(value, s if flat else c * (abs(e) * s + s * s / 2)), Num(error, 0 if flat else c * s)

    def output_deltas(self, nets, outs, errors):
        labels, act = self.labels[-1], self.act[-1]
        collapsed = [Num(t - y.value, TINY + y.slack) for t, y in zip(self.t, outs)]
        if act == "softmax":
            jac = {}
            for k, (a, p) in enumerate(zip(labels, outs)):
                for j, (b, q) in enumerate(zip(labels, outs)):
                    jac[k, j] = p * Num(1 - q.value, TINY + q.slack) if k == j else p * q * -1
                    self.note(f"jacobian[{a},{b}]", jac[k, j])
            if self.loss == "cross-entropy": return collapsed
            for k, e in zip(labels, errors): self.note(f"error[{k}]", e)
            return [self.total([e * jac[k, j] for k, e in enumerate(errors)]) for j in range(len(labels))]
        deltas = []
        for k, n, y, e, d, t in zip(labels, nets, outs, errors, collapsed, self.t):
            # t/y - (1 - t)/(1 - y) in double: a term without its weight is none at all.
            infinite = t != 0 and float(y.value) == 0.0 or t != 1 and float(y.value) == 1.0
            if self.loss != "binary-cross-entropy" or not infinite:
                self.note(f"error[{k}]", e)
            s = self.note(f"slope[{k}]", self.slope_num(act, n))
            deltas.append(d if self.loss == "binary-cross-entropy" else e * s)
        return deltas

    def slope_num(self, act, net):
        x = net.value
        own = {"sigmoid": abs(activate("sigmoid", x)) * TINY, "tanh": TINY, "gelu": TINY, "silu": TINY,
               "mish": TINY * (1 + abs(x))}
        flat = act in ("identity", "relu", "leaky-relu") or act == "elu" and x >= 0
        curve = 0 if flat else abs(mp.diff(lambda v: slope(act, v), x))
        return Num(slope(act, x), own.get(act, 0) + curve * net.slack)

    def backward(self, nets, outs, errors):
        deltas = {self.last: self.output_deltas(nets[-1], outs[-1], errors)}
        for k, d in zip(self.labels[-1], deltas[self.last]): self.note(f"delta[{k}]", d)
        for L in range(self.last - 1, 0, -1):
            deltas[L] = []
            for j, net in zip(self.labels[L], nets[L]):
                error = self.note(f"error[{j}]", self.total(
                    [self.note(f"back[{k},{j}]", d * self.params[f"w[{k},{j}]"])
                     for k, d in zip(self.labels[L + 1], deltas[L + 1])]))
                deltas[L].append(self.note(f"delta[{j}]", error * self.note(
                    f"slope[{j}]", self.slope_num(self.act[L], net))))
        grads = {}
        for L in range(1, self.last + 1):
            uses = {}                                       # of each bias: one, or the whole layer's
            for j, d in zip(self.labels[L], deltas[L]):
                for i, a in zip(self.labels[L - 1], outs[L - 1]): grads[f"w[{j},{i}]"] = d * a * -1
                if self.bias(L, j): uses.setdefault(self.bias(L, j), []).append(d * -1)
            for p, terms in uses.items(): grads[p] = self.total(terms)
        for p, g in grads.items(): self.note(f"grad.{p}", g)
        return grads

    def change(self, p, g, eta):
        """What the optimiser adds to parameter p, given g; its state starts at 0."""
        opt = self.network.get("optimizer", {"kind": "gradient-descent"})
        get = lambda key, default: mpf(opt.get(key, default))
        square, eps = g * g, get("epsilon", 1e-8)
        def quotient(c):    # -eta g / (c|g| + eps): its derivative is eta eps / (c|g| + eps)^2
            nearest = max(mpf(0), abs(g.value) - g.slack)
            return Num(-eta * g.value / (c * abs(g.value) + eps), eta * eps / (c * nearest + eps) ** 2 * g.slack)
        match opt["kind"]:
            case "gradient-descent": return g * -eta
            case "momentum": return self.note(f"velocity.{p}", g) * -eta
            case "nesterov": return self.note(f"velocity.{p}", g) * (-eta * (1 + get("momentum", 0.9)))
            case "adagrad":
                self.note(f"square.{p}", square)
                return quotient(1)
            case "rmsprop":
                rest = 1 - get("decay", 0.9)
                self.note(f"square.{p}", square * rest)
                return quotient(mp.sqrt(rest))
            case "adam":
                self.note(f"moment.{p}", g * (1 - get("beta1", 0.9)))
                self.note(f"square.{p}", square * (1 - get("beta2", 0.999)))
                self.note(f"corrected.moment.{p}", g)       # (1 - beta) g / (1 - beta^1)
                self.note(f"corrected.square.{p}", square)
                return quotient(1)

    def trace(self):
        eta, decay = mpf(self.network["learningRate"]), mpf(self.network.get("weightDecay", 0))
        for i, v in zip(self.labels[0], self.x): self.note(f"x[{i}]", Num(v))
        for k, v in zip(self.labels[-1], self.t): self.note(f"t[{k}]", Num(v))
        old = {p: self.note(p, Num(v)) for p, v in self.params.items()}
        nets, outs = self.forward(old)
        terms, errors = zip(*self.losses(nets[-1], outs[-1]))
        for k, e in zip(self.labels[-1], terms): self.note(f"E[{k}]", e)
        self.note("E", sum(terms, Num(0)))
        new = dict(old)
        for p, g in self.backward(nets, outs, errors).items():
            if p in self.frozen: continue
            if decay and p[0] == "w": g = self.total([g, old[p] * decay])
            change = self.change(p, g, eta)
            self.note(f"change.{p}", change)
            new[p] = self.note(f"new.{p}", self.total([old[p], change]))
        nets, outs = self.forward(new, "after.")
        self.note("after.E", sum((e for e, _ in self.losses(nets[-1], outs[-1])), Num(0)))
        self.new = {p: n.value for p, n in new.items()}
        return self

    def plain_loss(self, params):
        """E as a function of the parameters alone: the separate pass of the self-checks."""
        a = self.x
        for L in range(1, self.last + 1):
            nets = [sum(params[f"w[{j},{i}]"] * v for i, v in zip(self.labels[L - 1], a))
                    + params.get(self.bias(L, j), 0) for j in self.labels[L]]
            a = softmax(nets) if self.act[L] == "softmax" else [activate(self.act[L], x) for x in nets]
        return sum(loss_term(self.loss, t, y, len(a)) for t, y in zip(self.t, a))

    def check(self, gradients):
        close = lambda a, b: abs(a - b) <= mpf("1e-20") * abs(b) + mpf(10) ** (25 - mp.dps)
        assert close(self.plain_loss(self.new), self.record["after.E"].value), self.network["title"]
        h = mpf("1e-20")
        for p, v in self.params.items() if gradients else []:
            up, down = (self.plain_loss({**self.params, p: v + s}) for s in (h, -h))
            assert close((up - down) / (2 * h), self.record[f"grad.{p}"].value), (self.network["title"], p)


# --- the cases --------------------------------------------------------------------------------
def layer(activation, weights, **rest): return {"activation": activation, "weights": weights, **rest}


def network(title, inputs, layers, loss, targets, rate=0.5, **rest):
    return {"title": title, "inputs": len(inputs), "layers": layers, "loss": loss, "learningRate": rate,
            **rest, "samples": [{"inputs": inputs, "targets": targets}]}


def random_network(rng, n, title, shape, hidden, output, loss, **rest):
    """Names, counts or nothing; biases each, shared or none; frozen or not: all by the number n."""
    number = lambda low=-2, high=2: round(rng.uniform(low, high), rng.choice([1, 2, 4]))
    layers, last = [], len(shape) - 1
    for L in range(1, last + 1):
        size = shape[L]
        new = layer(output if L == last else hidden if L == 1 else ACTIVATIONS[(n + 2 * L) % 9],
                    [[number() for _ in range(shape[L - 1])] for _ in range(size)])
        names = [("o" if L == last else "hgf"[L - 1]) + str(j + 1) for j in range(size)]
        if (n + L) % 3 < 2: new["neurons"] = [size, names][(n + L) % 3]
        kind = (n + L + n // 15) % 3
        if kind == 0: new["biases"] = [number() for _ in range(size)]
        if kind == 1: new["bias"] = 0.35 if n % 2 else number()
        if n % 4 == 1 and L == 1 + n // 4 % last:
            new["frozen"] = [["bias"], ["weights"], ["weights", "bias"]][n // 4 % 3] if kind < 2 else ["weights"]
        layers.append(new)
    targets = [number(-1, 1) for _ in range(shape[-1])]
    if loss == "binary-cross-entropy": targets = [rng.choice([0, 1, 0.3, number(0, 1)]) for _ in targets]
    if loss == "cross-entropy":     # one-hot, or sixteenths: doubles whose sum is exactly 1
        cuts = sorted(rng.choice([0, 16] if n % 2 else range(17)) for _ in targets[1:])
        targets = [(b - a) / 16 for a, b in zip([0] + cuts, cuts + [16])]
    rest = {"rate": round(rng.uniform(0.05, 1), 2), **rest}
    result = network(title, [number() for _ in range(shape[0])], layers, loss, targets, **rest)
    if n % 2 == 0: result["inputs"] = [f"i{i + 1}" for i in range(shape[0])]
    return result


def random_cases(rng):
    shapes, n = [(1, 1, 1), (2, 2, 2), (3, 4, 2), (2, 3, 2, 3), (3, 5, 4, 3, 2)], 0
    def output(loss): return {"binary-cross-entropy": "sigmoid", "cross-entropy": "softmax"}.get(loss)
    plan = []
    for a, hidden in enumerate(ACTIVATIONS):
        for l, loss in enumerate(LOSSES):
            shape = shapes[(7 * a + l + a // 5) % 5]
            if loss == "cross-entropy" and shape[-1] == 1: shape = (1, 1, 3)
            plan.append((shape, hidden, output(loss) or ACTIVATIONS[(2 * a + l + 1) % 9], loss, {}))
    for l, loss in enumerate(LOSSES[:5]): plan.append((shapes[1 + l % 4], ACTIVATIONS[l + 1], "softmax", loss, {}))
    for l, loss in enumerate(LOSSES): plan.append(((4, 3), "", output(loss) or ACTIVATIONS[l + 2], loss, {}))
    optimizers = [{"kind": "gradient-descent"},
                  {"kind": "momentum"}, {"kind": "momentum", "momentum": 0.5},
                  {"kind": "nesterov"}, {"kind": "nesterov", "momentum": 0.75},
                  {"kind": "adagrad"}, {"kind": "adagrad", "epsilon": 0.001},
                  {"kind": "rmsprop"}, {"kind": "rmsprop", "decay": 0.99, "epsilon": 0.0001},
                  {"kind": "adam"}, {"kind": "adam", "beta1": 0.8, "beta2": 0.99, "epsilon": 0.001}]
    for o, opt in enumerate(optimizers):
        loss = LOSSES[o * 3 % 7]
        rest = {"optimizer": opt, "rate": [0.1, 0.05][o % 2], **({"weightDecay": [0.01, 0.1][o // 2 % 2]} if o % 2 == 0 else {})}
        plan.append((shapes[1 + o % 3], ACTIVATIONS[o % 9], output(loss) or ACTIVATIONS[(o + 1) % 6], loss, rest))
    for shape, hidden, out, loss, rest in plan:
        n += 1
        title = f"random {n}: {'-'.join(map(str, shape))}, {hidden or 'no hidden'} to {out}, {loss}"
        if "optimizer" in rest: title += f", {rest['optimizer']['kind']}"
        if "weightDecay" in rest: title += f", weight decay {rest['weightDecay']}"
        while True:
            case = Case(random_network(rng, n, title, shape, hidden, out, loss, **rest)).trace()
            if case.margin > mpf("1e-3"): break
        yield case.network, 60, True


def edge_cases():
    """(network, digits, whether E is differentiable there)"""
    nets = [[40], [-40], [800], [-800]]
    half, bce, ce = "half-squared-error", "binary-cross-entropy", "cross-entropy"
    for act in ["sigmoid", "tanh", "softplus", "gelu", "silu", "elu"]:
        yield network(f"saturated hidden {act}: net 40, -40, 800, -800", [1], [layer(act, nets),
                      layer("identity", [[0.5, -0.25, 0.125, 1], [1, 1, -0.01, 0.5]])], half, [1, 0.5]), 1000, True
        yield network(f"saturated outputs {act}: net 40, -40, 800, -800", [1],
                      [layer(act, nets, biases=[0, 0, 0, 0])], half, [1, 0, 0.5, 1]), 1000, True
    for t in (0, 1, 0.5):
        yield network(f"{bce}: net 40, -40, 800, -800, targets {t}", [1], [layer("sigmoid", nets)], bce, [t] * 4), 1000, True
    yield network(f"{bce}: a hidden 800", [2, 1], [layer("identity", [[500, -200]]), layer("sigmoid", [[1], [-1]])],
                  bce, [0, 0], 0.0001), 1000, True
    for w, t in [([1000, -1000, 0], [1, 0, 0]), ([1000, -1000, 0], [0, 1, 0]), ([1000, -1000, 0], [0.25, 0.5, 0.25]),
                 ([1000, 1000, 1000], [0, 0, 1]), ([-1000, -1000, 1000], [0.5, 0.5, 0]), ([-1000, -1000, -1000], [0, 1, 0])]:
        yield network(f"{ce}: logits {w}, targets {t}", [1], [layer("softmax", [[v] for v in w])], ce, t), 1000, True
    for w, t in [([1000, -1000, 0], [1, 0, 0]), ([1000, -1000, 0], [0, 1, 0]), ([1000, 1000, -1000], [1, 0, 0])]:
        yield network(f"{half}: softmax logits {w}, targets {t}", [1], [layer("softmax", [[v] for v in w])], half, t), 1000, True
    yield network(f"{ce}: a softmax of one", [1], [layer("softmax", [[0.5]])], ce, [1]), 60, True
    for act in KINKED:
        yield network(f"hidden {act} exactly at 0", [1, 1], [layer(act, [[0.5, -0.5], [1, 0.5]], biases=[0, 0.25]),
                      layer("identity", [[1, -1]])], half, [2]), 60, False
        yield network(f"outputs {act} exactly at 0", [1, 2], [layer(act, [[0.5, -0.25], [1, 0.5]])], half, [1, 1]), 60, False
    yield network("absolute-error exactly 0", [1, 2], [layer("identity", [[0.5, 0.25], [1, 0.5]])],
                  "absolute-error", [1, 0.5]), 60, False
    yield network("absolute-error exactly 0 behind a hidden layer", [1, 2], [layer("identity", [[0.5, 0.25], [1, 0.5]]),
                  layer("identity", [[1, 1], [0.5, 0.25]])], "absolute-error", [3, 0.5]), 60, False
    yield network("huber at exactly 1, -1, inside and outside", [1],
                  [layer("identity", [[0.5], [0.5], [0.5], [0.5]])], "huber", [1.5, -0.5, 1, 3]), 60, False
    yield network("learning rate 0, aliases", [1, -0.5], [layer("swish", [[0.3, 0.7]]), layer("logistic", [[1.5]]),
                  layer("linear", [[0.4]])], half, [1], 0), 60, True
    yield network("thresholds", [0.05, 0.1], [layer("sigmoid", [[0.15, 0.2], [0.25, 0.3]], thresholds=[0.35, -0.35]),
                  layer("sigmoid", [[0.4, 0.45]], thresholds=[0.6])], half, [0.99]), 60, True
    yield network("everything frozen", [0.5, 1], [layer("tanh", [[0.1, 0.2]], bias=0.3, frozen=["weights", "bias"]),
                  layer("sigmoid", [[0.4]], biases=[0.5], frozen=["bias", "weights"])], half, [1]), 60, True


def later_cases(rng):
    """Mish and the hinge loss: alone, together, with every optimiser, saturated and exactly at the kink."""
    plan = [((2, 3, 2), "mish", out, loss) for out, loss in
            [("identity", "half-squared-error"), ("mish", "squared-error"), ("sigmoid", "binary-cross-entropy"),
             ("softmax", "cross-entropy"), ("mish", "hinge"), ("tanh", "hinge"), ("identity", "hinge")]]
    plan += [((3, 4, 3, 2), hidden, "identity", "hinge") for hidden in ("sigmoid", "tanh", "relu", "gelu", "mish")]
    plan += [((4, 3), "", "identity", "hinge"), ((1, 1, 1), "mish", "mish", "mean-squared-error")]
    for n, (shape, hidden, out, loss) in enumerate(plan, 1):
        kind = ["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam"][n % 6]
        title = f"later {n}: {'-'.join(map(str, shape))}, {hidden or 'no hidden'} to {out}, {loss}, {kind}"
        while True:
            net = random_network(rng, n, title, shape, hidden, out, loss, optimizer={"kind": kind}, rate=0.1)
            if loss == "hinge": net["samples"][0]["targets"] = [rng.choice([-1, 1]) for _ in range(shape[-1])]
            case = Case(net).trace()
            if case.margin > mpf("1e-3"): break
        yield net, 60, True
    nets = [[40], [-40], [800], [-800]]
    yield network("saturated hidden mish: net 40, -40, 800, -800", [1], [layer("mish", nets),
                  layer("identity", [[0.5, -0.25, 0.125, 1], [1, 1, -0.01, 0.5]])], "half-squared-error", [1, 0.5]), 1000, True
    yield network("hinge: inside, outside, exactly at 1", [1], [layer("identity", [[0.5], [1.5], [1], [-1]])],
                  "hinge", [1, 1, 1, -1]), 60, False


def check_definitions():
    """Every closed form against numerical differentiation, away from kinks."""
    same = lambda a, b: abs(a - b) <= mpf("1e-40") * (1 + abs(b))
    for act in ACTIVATIONS + LATER:
        for x in map(mpf, ("-40", "-3.3", "-1.27", "-0.2", "0.1", "2.5", "40")):
            assert same(mp.diff(lambda v: activate(act, v), x), slope(act, x)), (act, x)
    for t, y in [("1", "0.3"), ("-1", "0.3"), ("1", "1.7"), ("-1", "-1.2")]:
        t, y = mpf(t), mpf(y)
        assert same(-mp.diff(lambda v: loss_term("hinge", t, v, 3), y), loss_slope("hinge", t, y, 3)), (t, y)
    for loss in LOSSES:
        for t, y in [("0", "0.1"), ("1", "0.7"), ("0.3", "0.9"), ("0.8", "0.35")] + [("3", "0.5")] * (loss == "huber"):
            t, y = mpf(t), mpf(y)
            assert same(-mp.diff(lambda v: loss_term(loss, t, v, 3), y), loss_slope(loss, t, y, 3)), (loss, t, y)
    nets = [mpf("0.3"), mpf("-1.1"), mpf("2")]
    for k, y in enumerate(softmax(nets)):
        for j, z in enumerate(softmax(nets)):
            numeric = mp.diff(lambda v: softmax(nets[:j] + [v] + nets[j + 1:])[k], nets[j])
            assert same(numeric, y * ((k == j) - z)), (k, j)


def text(v, digits): return "0" if abs(v) < mpf("1e-320") else mp.nstr(v, digits, min_fixed=0, max_fixed=0)


def main():
    rng, cases, values = random.Random(1986), 0, 0
    mp.dps = 60
    check_definitions()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.txt"), "w", encoding="ascii", newline="\n") as file:
        for make in (lambda: random_cases(rng), edge_cases, lambda: later_cases(random.Random(2026))):
            for net, digits, smooth in make():
                with mp.workdps(digits):
                    case = Case(net).trace()
                    case.check(smooth)
                    file.write("network " + json.dumps(net) + "\n")
                    for id, num in case.record.items():
                        file.write(f"{id} {text(num.value, 20)} {text(num.slack, 3)}\n")
                file.write("\n")
                cases, values = cases + 1, values + len(case.record)
    print(f"{cases} cases, {values} values")


if __name__ == "__main__":
    main()
