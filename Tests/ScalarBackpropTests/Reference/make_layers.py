"""High-precision reference values for convolution, pooling, subsampling and tied weights.

Run:  python3 make_layers.py        (Python 3 and nothing else; seeded: the same bytes every time)
It writes layers.txt beside itself.  It shares no code with the engine: every number is worked out
from the definitions with 60 significant digits (layer_networks.py), for networks that are planned
and networks that are drawn (layer_plans.py).

Format of layers.txt: one network after another, each ended by an empty line,

    network {...}       one line of strict JSON: the network file
    step 1              a step of its training; where its batch has more than one sample,
    sample 1            what is of one of them,
    batch               and what is of all together
    id value            one line a quantity, in the notation `documents`: error, back and delta
    ...                 carry the sign of -dE/dnet, grad.* is the true derivative of E

`value` has 20 significant digits.  An id that is not listed must not be recorded.

Self-checks: every gradient of every step, and every error and delta of every sample, against central
differences, to 30 digits.  Where the two largest values of a window, or a net value and the kink of
its activation, come within 1e-5 of each other, the network's numbers are drawn again.
"""
import json
import os
import random
from decimal import Context, Decimal as D
from layer_networks import H, Kink, Net, agree
from layer_plans import Draw, PLANS, random_plan

RANDOM, LINKS = 20, 120       # random networks, and the most numbers that all passes of one feed on


class Training:
    """The steps of a network file's training, each with all that is recorded of it."""
    def __init__(self, file):
        self.file, self.net, self.velocity = file, Net(file), {}
        self.sections, samples = [], file["samples"]
        size = len(samples) if file["batchSize"] == "all" else file["batchSize"]
        for _ in range(file["epochs"]):
            for start in range(0, len(samples), size): self.step(samples[start:start + size])

    def section(self, title):
        """A new part of the file, and how to note down a value in it."""
        record = {}
        self.sections.append((title, record))
        def note(id, v):
            assert id not in record, id
            record[id] = v
        return record, note

    def step(self, batch):
        net, one, done = self.net, len(batch) == 1, []
        number = 1 + sum(title.startswith("step") for title, _ in self.sections)
        record, note = self.section(f"step {number}")
        n = D(1) if one or self.file["batchLoss"] == "sum" else D(len(batch))
        for s, sample in enumerate(batch):
            own, note = (record, note) if one else self.section(f"sample {s + 1}")
            done.append((own, *net.sample(net.p, sample, note)))
            if not one: own.update((f"grad.{id}", v) for id, v in done[-1][3].items())
        if not one: record, _ = self.section("batch")
        for id, v in net.p.items(): record[id] = v
        if not one: record["E"] = sum(r["E"] for r, *_ in done) / n
        def loss(p): return sum(sum(net.losses(net.forward(p, x)[1], t)) for _, x, t, _ in done) / n
        new = dict(net.p)
        for id, v in net.p.items():
            g = sum(grads[id] for *_, grads in done) / n
            agree(g, (loss({**net.p, id: v + H}) - loss({**net.p, id: v - H})) / (2 * H), (self.file["title"], id))
            record[f"grad.{id}"] = g
            if id in net.frozen: continue
            if id[0] == "w": g += D(self.file.get("weightDecay", 0)) * v
            change = self.change(id, g, record)
            record[f"change.{id}"], new[id] = change, v + change
            record[f"new.{id}"] = new[id]
        for own, x, t, _ in done:
            def after(id, v):
                if id.startswith(("net", "out")): own["after." + id] = v
            own["after.E"] = sum(net.losses(net.forward(new, x, after)[1], t))
        if not one: record["after.E"] = sum(r["after.E"] for r, *_ in done) / n
        net.p = new

    def change(self, id, g, record):
        optimizer, rate = self.file["optimizer"], D(self.file["learningRate"])
        if optimizer["kind"] == "gradient-descent": return -rate * g
        mu = D(optimizer.get("momentum", 0.9))
        v = self.velocity[id] = record[f"velocity.{id}"] = mu * self.velocity.get(id, D(0)) + g
        return -rate * (v if optimizer["kind"] == "momentum" else g + mu * v)


def text(v): return str(Context(prec=20).plus(v).normalize() + 0) if abs(v) > D("1e-40") else "0"


def trainings(rng):
    for n in range(len(PLANS) + RANDOM):
        while True:
            plan = PLANS[n] if n < len(PLANS) else random_plan(rng)
            file = Draw(plan, n, rng).file
            if n >= len(PLANS) and Net(file).links() * len(file["samples"]) * file["epochs"] > LINKS: continue
            try: sections = Training(file).sections
            except Kink: continue
            break
        yield file, sections


def main():
    counts = [0, 0, 0]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "layers.txt")
    with open(path, "w", encoding="ascii", newline="\n") as out:
        for file, sections in trainings(random.Random(2012)):
            out.write("network " + json.dumps(file) + "\n")
            for title, record in sections:
                out.write(title + "\n")
                for id, v in record.items(): out.write(f"{id} {text(v)}\n")
            out.write("\n")
            counts = [counts[0] + 1, counts[1] + sum(title[:4] == "step" for title, _ in sections),
                      counts[2] + sum(len(record) for _, record in sections)]
    print("{} networks, {} steps, {} values".format(*counts))


if __name__ == "__main__":
    main()
