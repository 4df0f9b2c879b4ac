"""Reference losses of whole trainings, worked out independently of the engine.

Run:  python3 make_training.py      (Python 3 and mpmath 1.3.0; seeded: the same bytes every time)
It writes training.txt beside itself.  It shares no code with the engine: every loss and gradient is
worked out from the definitions (those of make_reference.py, each held to numerical differentiation
there) with 40 significant digits, starting from the DOUBLES that a network's decimal texts denote.
The optimisers are written down once more here, with state that goes on from step to step.

Format of training.txt: one case after another, each ended by an empty line,

    training {...}      one line of strict JSON: the network file
    loss                of the batch of step 1, before its update
    ...                 100 lines, 20 significant digits

Self-check: in every case the gradient of the first step's batch loss against central differences.
A training that blows rounding up (RMSProp near a minimum does) tells nothing about an engine: where
the same program with the 53 bits of a double comes to a loss that differs by more than a part in
10^10, the network is drawn again.
"""
import itertools
import json
import os
import random
from mpmath import mp, mpf
from make_reference import activate, slope, softmax, loss_term, loss_slope, text

STEPS = 100
OPTIMIZERS = [{"kind": "gradient-descent"}, {"kind": "momentum"}, {"kind": "nesterov", "momentum": 0.75},
              {"kind": "adagrad"}, {"kind": "rmsprop", "decay": 0.95}, {"kind": "adam", "epsilon": 0.001}]
RATES = [0.5, 0.1, 0.1, 0.2, 0.02, 0.05]


class Net:
    """Weights as matrices; a bias is a list of one (shared), of all, or of none."""
    def __init__(self, file):
        self.file, self.layers, self.state, self.t = file, [], {}, 0
        for layer in file["layers"]:
            biases = [layer["bias"]] if "bias" in layer else layer.get("biases", [])
            self.layers.append({"w": [[mpf(v) for v in row] for row in layer["weights"]],
                                "b": [mpf(v) for v in biases], "f": layer["activation"],
                                "frozen": layer.get("frozen", [])})

    def bias(self, layer, j): return layer["b"][j if len(layer["b"]) > 1 else 0] if layer["b"] else mpf(0)

    def forward(self, x):
        outs, nets = [[mpf(v) for v in x]], []
        for layer in self.layers:
            nets.append([sum(w * a for w, a in zip(row, outs[-1])) + self.bias(layer, j)
                         for j, row in enumerate(layer["w"])])
            outs.append(softmax(nets[-1]) if layer["f"] == "softmax" else [activate(layer["f"], n) for n in nets[-1]])
        return nets, outs

    def loss(self, sample):
        y = self.forward(sample["inputs"])[1][-1]
        return sum(loss_term(self.file["loss"], mpf(t), v, len(y)) for t, v in zip(sample["targets"], y))

    def gradient(self, sample):
        """A dictionary from places to dE/dp, by the chain rule from the outputs down."""
        nets, outs = self.forward(sample["inputs"])
        y = outs[-1]
        down = [-loss_slope(self.file["loss"], mpf(t), v, len(y)) for t, v in zip(sample["targets"], y)]
        grads = {}
        for L in reversed(range(len(self.layers))):
            layer = self.layers[L]
            if layer["f"] == "softmax":
                delta = [sum(d * p * ((k == j) - q) for k, (d, p) in enumerate(zip(down, y))) for j, q in enumerate(y)]
            else:
                delta = [d * slope(layer["f"], n) for d, n in zip(down, nets[L])]
            for j, d in enumerate(delta):
                for i, a in enumerate(outs[L]): grads[L, "w", j, i] = d * a
                if layer["b"]:
                    place = (L, "b", j if len(layer["b"]) > 1 else 0)
                    grads[place] = grads.get(place, mpf(0)) + d
            down = [sum(d * row[i] for d, row in zip(delta, layer["w"])) for i in range(len(outs[L]))]
        return grads

    def get(self, place):
        L, part, *rest = place
        return self.layers[L]["w"][rest[0]][rest[1]] if part == "w" else self.layers[L]["b"][rest[0]]

    def add(self, place, change):
        L, part, *rest = place
        if part == "w": self.layers[L]["w"][rest[0]][rest[1]] += change
        else: self.layers[L]["b"][rest[0]] += change

    def batch(self, samples, f):
        n = len(samples) if self.file["batchLoss"] == "mean" else 1
        return sum(map(f, samples)) / n

    def step(self, samples, check):
        loss = self.batch(samples, self.loss)
        every = [self.gradient(s) for s in samples]
        grads = {p: self.batch(every, lambda g: g[p]) for p in every[0]}
        self.t += 1
        if check and self.t == 1: self.check(samples, grads)
        for p, g in grads.items():
            if {"w": "weights", "b": "bias"}[p[1]] in self.layers[p[0]]["frozen"]: continue
            if p[1] == "w": g += mpf(self.file.get("weightDecay", 0)) * self.get(p)
            self.add(p, self.change(p, g))
        return loss

    def change(self, p, g):
        opt, eta = self.file["optimizer"], mpf(self.file["learningRate"])
        constant = lambda name, usual: mpf(opt.get(name, usual))
        v, s = self.state.get(p, (mpf(0), mpf(0)))
        eps = constant("epsilon", 1e-8)
        match opt["kind"]:
            case "gradient-descent": delta = -eta * g
            case "momentum" | "nesterov":
                mu = constant("momentum", 0.9)
                v = mu * v + g
                delta = -eta * (v if opt["kind"] == "momentum" else g + mu * v)
            case "adagrad":
                s = s + g ** 2
                delta = -eta * g / (mp.sqrt(s) + eps)
            case "rmsprop":
                rho = constant("decay", 0.9)
                s = rho * s + (1 - rho) * g ** 2
                delta = -eta * g / (mp.sqrt(s) + eps)
            case "adam":
                b1, b2 = constant("beta1", 0.9), constant("beta2", 0.999)
                v, s = b1 * v + (1 - b1) * g, b2 * s + (1 - b2) * g ** 2
                delta = -eta * (v / (1 - b1 ** self.t)) / (mp.sqrt(s / (1 - b2 ** self.t)) + eps)
        self.state[p] = (v, s)
        return delta

    def check(self, samples, grads):
        h = mpf("1e-13")
        for p, g in grads.items():
            losses = []
            for change in (h, -2 * h):
                self.add(p, change)
                losses.append(self.batch(samples, self.loss))
            self.add(p, h)
            assert abs((losses[0] - losses[1]) / (2 * h) - g) < mpf("1e-18"), (self.file["title"], p)

    def train(self, check=True):
        samples, size, losses = self.file["samples"], self.file["batchSize"], []
        size = len(samples) if size == "all" else size
        for _ in range(self.file["epochs"]):
            for start in range(0, len(samples), size): losses.append(self.step(samples[start:start + size], check))
        return losses[:STEPS]


def is_steady(case, losses):
    with mp.workprec(53):
        return all(abs(a - b) <= mpf("1e-10") * b for a, b in zip(Net(case).train(check=False), losses))


def cases(rng):
    """Every optimiser, online, in batches (the last of an epoch smaller) and all at once, mean and sum."""
    kinds = [("sigmoid", "sigmoid", "half-squared-error"), ("tanh", "softmax", "cross-entropy"),
             ("sigmoid", "sigmoid", "binary-cross-entropy"), ("softplus", "identity", "mean-squared-error"),
             ("silu", "tanh", "squared-error"), ("gelu", "softmax", "half-squared-error"),
             ("elu", "identity", "huber")]
    number = lambda low, high: round(rng.uniform(low, high), 2)
    def draw(n, o, opt, size, mode):
        hidden, output, loss = kinds[n % 7]
        shape, layers = [2, 3, 2], []
        for L, f in ((1, hidden), (2, output)):
            new = {"activation": f, "weights": [[number(-1, 1) for _ in range(shape[L - 1])] for _ in range(shape[L])]}
            kind = (n + L) % 3
            if kind == 0: new["biases"] = [number(-0.5, 0.5) for _ in range(shape[L])]
            if kind == 1: new["bias"] = number(-0.5, 0.5)
            if n % 5 == 2 and L == 1: new["frozen"] = ["weights"]
            if n % 5 == 4 and kind < 2: new["frozen"] = ["bias"]
            layers.append(new)
        samples = []
        for s in range(5):
            t = number(0.1, 0.9)
            targets = [t, number(0.1, 0.9)]
            if loss == "cross-entropy": targets = [1, 0] if s % 2 else [0.25, 0.75]
            samples.append({"inputs": [number(-1, 1), number(-1, 1)], "targets": targets})
        steps_an_epoch = {1: 5, 2: 3, "all": 1}[size]
        rate = RATES[o] / (5 if mode == "sum" and size == "all" else 1)
        return {"title": f"{opt['kind']}, batches of {size}, {mode}, {hidden} to {output}, {loss}", "inputs": 2,
                "layers": layers, "loss": loss, "learningRate": rate, "optimizer": opt,
                **({"weightDecay": 0.01} if n % 3 == 1 else {}), "epochs": -(-STEPS // steps_an_epoch),
                "batchSize": size, "batchLoss": mode, "samples": samples}

    for n, ((o, opt), size, mode) in enumerate(itertools.product(enumerate(OPTIMIZERS), [1, 2, "all"], ["mean", "sum"])):
        while True:
            case = draw(n, o, opt, size, mode)
            losses = Net(case).train()
            if is_steady(case, losses): break
        yield case, losses


def main():
    mp.dps, count = 40, 0
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "training.txt")
    with open(path, "w", encoding="ascii", newline="\n") as file:
        for case, losses in cases(random.Random(1986)):
            file.write("training " + json.dumps(case) + "\n")
            assert len(losses) == STEPS
            for loss in losses: file.write(text(loss, 20) + "\n")
            file.write("\n")
            count += 1
    print(f"{count} trainings")


if __name__ == "__main__":
    main()
