from math import exp

x, t, eta = [0.05, 0.10], [0.01, 0.99], 0.5
W_h, b1 = [[0.15, 0.20], [0.25, 0.30]], 0.35
W_o, b2 = [[0.40, 0.45], [0.50, 0.55]], 0.60

def layer(W, b, inputs):
    nets = [sum(w * i for w, i in zip(row, inputs)) + b for row in W]
    return nets, [1 / (1 + exp(-net)) for net in nets]

def loss(out):
    return sum((t_j - y) ** 2 / 2 for t_j, y in zip(t, out))

def step(W, delta, inputs):
    return [[w - eta * d * i for w, i in zip(row, inputs)] for row, d in zip(W, delta)]

def show(names, values):
    for name, v in zip(names.split(), values):
        short = f"{v:.6g}"
        print(name, "=", short if abs(float(short) - v) < 1e-12 else f"{v:#.6g}")

net_h, out_h = layer(W_h, b1, x)
net_o, out_o = layer(W_o, b2, out_h)
delta_o = [y * (1 - y) * (y - t_j) for y, t_j in zip(out_o, t)]
delta_h = [a * (1 - a) * sum(d * row[j] for d, row in zip(delta_o, W_o))
           for j, a in enumerate(out_h)]
new_h, new_o = step(W_h, delta_h, x), step(W_o, delta_o, out_h)

show("net_h1 net_h2 out_h1 out_h2", net_h + out_h)
show("net_o1 net_o2 out_o1 out_o2 E_total", net_o + out_o + [loss(out_o)])
show("δ_o1 δ_o2 δ_h1 δ_h2", delta_o + delta_h)
show("w1⁺ w2⁺ w3⁺ w4⁺ w5⁺ w6⁺ w7⁺ w8⁺", sum(new_h + new_o, []))
show("E_total⁺", [loss(layer(new_o, b2, layer(new_h, b1, x)[1])[1])])
