"""Network files of mixed layers with numbers that are drawn.  Used by make_layers.py.

A plan names the inputs, the layers and the loss; an image is rows x columns (x channels), a layer has
its window, *filters, /stride, +padding and activation.  How much of it a file says, and how deeply its
numbers are nested, is drawn too.  Numbers are 64ths, which doubles hold exactly.
"""
from math import prod

ACTIVATIONS = ["sigmoid", "tanh", "softplus", "silu", "identity", "relu", "leaky-relu", "elu", "mish"]
LOSSES = ["half-squared-error", "mean-squared-error", "squared-error", "binary-cross-entropy", "cross-entropy"]
KINDS = {"conv": "convolution", "max": "max-pooling", "avg": "average-pooling", "sub": "subsampling"}
OPTIMIZERS = [{"kind": "gradient-descent"}, {"kind": "momentum", "momentum": 0.8}, {"kind": "nesterov"}]

PLANS = """
5x5 | conv 2x2 | max 2x2 | dense 1 | half
4x4x2 | conv 2x2 *2 /1x2 tanh | avg 2x1 | dense 2 softplus | mean
4x3x3 | conv 3x3 *2 /2x2 +1x1 identity | dense 3 softmax | cross
line 6 | conv 3 /2 softplus | max 2 /1 | dense 1 identity | half
line 5x2 | conv 2 *3 +1 silu | avg 2 | dense 2 tanh | mean
4x4 | max 2x2 /1x1 | conv 2x2 *2 tanh | dense 1 | squared
6x4 | avg 2x2 | conv 2x2 | dense 1 | binary
3x3 | conv 2x2 *2 relu | conv 2x1 *2 tanh | dense 2 | half
5x5 | conv 3x3 *2 identity | sub 2x2 tanh | dense 1 | half
5x4 | conv 2x1 tanh | conv 2x1 /3x2 *2 | dense 1 | half
4x6 | conv 1x2 silu | max 2x2 /3x3 | dense 2 | mean
4x4 | sub 2x3 /2x1 | dense 2 tanh | half
3x5x2 | sub 2x2 tanh | conv 1x2 *2 | dense 1 identity | mean
line 9 | max 3 /2 | avg 2 /1 | sub 2 /1 softplus | dense 1 | half
3 | dense 2 | tied 1 | half
4 | dense 3 tanh | dense 2 | tied 2 silu | tied 1 identity | mean
3 | dense 2 | tied 1 tanh | dense 2 | tied 1 | half
2x3 | dense 2 tanh | tied 1 | binary
3x3 | conv 2x2 | dense 3 tanh | dense 2 | tied 3 | half
3x3 | conv 3x2 +2x1 elu | max 3x2 /2x1 | dense 3 softmax | half
1x6 | conv 1x3 *2 mish | max 1x2 | dense 1 | half
4x2x2 | conv 1x1 *3 /2x1 | dense 2 | mean
3x3 | conv 3x3 *3 relu | dense 2 tanh | half
4x4x3 | conv 2x2 /2x2 mish | conv 1x2 *2 leaky-relu | dense 1 tanh | squared
line 8x2 | conv 3 *2 /2 +1 tanh | conv 2 *2 | max 2 | dense 3 softmax | cross
""".strip().split("\n")


def random_plan(rng):
    """Windows of any size that fits, before dense layers and perhaps a tied one."""
    pick, line = rng.choice, rng.random() < 0.3
    maps, size = pick([1, 2, 3]), (pick([4, 5, 6, 7]),) if line else (pick([3, 4, 5]), pick([3, 4, 5, 6]))
    def words(mark, numbers): return mark + "x".join(map(str, numbers))
    plan = ["line " * line + words("", size) + f"x{maps}" * (maps > 1)]
    for _ in range(pick([1, 2, 2, 3])):
        kind = pick(["conv", "conv", "max", "avg", "sub"])
        k = [min(pick([1, 2, 2, 3]), d) for d in size]
        s = [pick([1, 1, 2, 3]) for _ in k]
        o = [pick(range(d)) if kind == "conv" else 0 for d in k]       # never a window of padding alone
        size = [(d + 2 * b - a) // c + 1 for d, a, c, b in zip(size, k, s, o)]
        part = [kind, words("", k), words("/", s)] + [words("+", o)] * any(o)
        part += [f"*{pick([1, 2, 3])}"] * (kind == "conv") + [pick(ACTIVATIONS)] * (kind in ("conv", "sub"))
        plan.append(" ".join(part))
    dense = pick([1, 1, 2, 3])
    plan += [f"dense {pick([1, 2, 3])} {pick(ACTIVATIONS[:5])}" for _ in range(dense)]
    if dense > 1 and rng.random() < 0.6: plan.append(f"tied {len(plan) - 1} tanh")
    return " | ".join(plan + [pick(["half", "mean", "squared"])])


class Draw:
    """The network file of a plan; the number n says how it is trained."""
    def __init__(self, plan, n, rng):
        self.rng, parts = rng, [part.split() for part in plan.split(" | ")]
        (*line, size), *layers, (loss,) = parts
        loss, size = next(name for name in LOSSES if name.startswith(loss)), [int(v) for v in size.split("x")]
        dims = 1 if line else min(len(size), 2)
        self.maps = [1, *size] if len(size) == dims else [size[2 - bool(line)], *size[:dims]]
        inputs, self.counts = size[0], [prod(size)]
        if line or len(size) > 1:
            keys = ["channels", "length"] if line else ["channels", "height", "width"]
            first = self.maps[0] == 1 and rng.random() < 0.8
            inputs = dict(zip(keys[first:], self.maps[first:]))
        shape = self.maps if isinstance(inputs, dict) else None
        self.file = {"title": plan, "inputs": inputs, "layers": [], "loss": loss}
        for kind, number, *rest in layers:
            self.file["layers"].append(
                self.dense(kind, int(number), rest) if kind in ("dense", "tied") else self.window(kind, number, rest))
        own = kind == "tied" and self.counts[-1] == self.counts[0]      # it comes back to its inputs
        if own: self.file["targets"] = "inputs"
        self.file["samples"] = [self.sample(shape, own, loss) for _ in range([1, 2, 2, 3][n % 4])]
        # One sample; one after the other; all at once, mean or sum, now and then twice.
        batch = {"batchSize": "all" if n % 4 > 1 else 1, "batchLoss": "mean" if n % 8 < 4 else "sum"}
        self.file.update(learningRate=rng.choice([0.5, 0.3, 0.1]), optimizer=OPTIMIZERS[n // 4 % 3], **batch,
                         epochs=2 if n % 4 == 2 and n // 4 % 3 else 1, **({"weightDecay": 0.01} if n % 5 == 0 else {}))

    def number(self, least=0): return self.rng.choice([-1, 1]) * self.rng.randint(least, 64) / 64
    def short(self, v): return v[0] if len(set(v)) == 1 and self.rng.random() < 0.5 else v

    def sample(self, shape, own, loss):
        sign = abs if loss[0] == "b" else lambda v: v
        x = [sign(self.number()) for _ in range(self.counts[0])]
        result = {"inputs": self.nest(x, shape) if shape and self.rng.random() < 0.7 else x}
        targets = [sign(self.number()) for _ in range(self.counts[-1])]
        if loss == "cross-entropy": targets = self.rng.choice([[0.25, 0.25, 0.5], [0, 1, 0]])
        return result if own else {**result, "targets": targets}

    def nest(self, numbers, shape):
        """In lists of this shape; an outer level with one entry is there or not."""
        numbers = iter(numbers)
        outer = [n for n in shape[:-2] if n > 1 or self.rng.random() < 0.5]
        def level(sizes): return [level(sizes[1:]) for _ in range(sizes[0])] if sizes else next(numbers)
        return level(outer + shape[-2:])

    def dense(self, kind, number, rest):
        layer = {"activation": rest[0]} if rest else {}
        if kind == "tied":
            self.counts.append(self.counts[number - 1])
            layer.update(kind="dense", neurons=self.counts[-1], tied=number)
        else:
            layer["weights"] = [[self.number(4) for _ in range(self.counts[-1])] for _ in range(number)]
            self.counts.append(number)
        return self.finish(layer, self.counts[-1])

    def window(self, kind, size, rest):
        marks = {word[0]: [int(v) for v in word[1:].split("x")] for word in rest if word[0] in "*/+"}
        k, conv, maps = [int(v) for v in size.split("x")], kind == "conv", self.maps
        usual = [1] * len(k) if conv else k
        s, o, layer = marks.get("/", usual), marks.get("+", [0] * len(k)), {"kind": KINDS[kind]}
        units = marks.get("*", [1])[0] if conv else maps[0]
        self.maps = [units] + [(d + 2 * b - a) // c + 1 for d, a, c, b in zip(maps[1:], k, s, o)]
        self.counts.append(prod(self.maps))
        if not conv or self.rng.random() < 0.5: layer["kernel" if conv else "window"] = self.short(k)
        if s != usual or self.rng.random() < 0.2: layer["stride"] = self.short(s)
        if any(o): layer["padding"] = self.short(o)
        if kind in ("max", "avg"): return layer
        if conv and self.rng.random() < 0.5: layer["filters"] = units
        layer.update((("activation", word) for word in rest if word[0].isalpha()))
        shape = [units, maps[0], *k] if conv else [units]
        numbers = [self.number(4) for _ in range(prod(shape))]
        layer["weights"] = self.nest(numbers, shape)
        return self.finish(layer, units)

    def finish(self, layer, units):
        """With biases of some kind or none; now and then frozen."""
        way = self.rng.choice(["biases", "biases", "bias", "thresholds", ""])
        if way: layer[way] = self.number() if way == "bias" else [self.number() for _ in range(units)]
        parts = ["weights"] * ("weights" in layer) + ["bias"] * bool(way)
        if parts and self.rng.random() < 0.15: layer["frozen"] = self.rng.sample(parts, self.rng.randint(1, len(parts)))
        return layer
