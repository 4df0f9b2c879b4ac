// The yardstick of training: the same steps as the engine's, for sigmoid layers with a bias each
// and half the squared error, online, in plain gradient descent. Every sum goes the same way, so
// the last line, the bits of all parameters added up, is the same as the engine's.
//
// training LAYERS REPEATS: prints the nanoseconds a step, the last loss, the parameters' bits.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 8 };
static int sizes[MOST], layers, nodes, samples = 4;
static int firstNode[MOST], firstParameter[MOST];
static double *outputs, *deltas, *parameters, *gradients, *inputs, *targets;

static double learn(int row) {
  for (int i = 0; i < sizes[0]; i++) outputs[i] = inputs[row * sizes[0] + i];
  for (int l = 1; l < layers; l++) {
    const double *w = parameters + firstParameter[l];
    const double *bias = w + sizes[l] * sizes[l - 1];
    const double *in = outputs + firstNode[l - 1];
    for (int j = 0; j < sizes[l]; j++) {
      double sum = 0;
      for (int i = 0; i < sizes[l - 1]; i++) sum += *w++ * in[i];
      outputs[firstNode[l] + j] = 1 / (1 + exp(-(sum + bias[j])));
    }
  }
  int last = layers - 1;
  double loss = 0;
  for (int k = 0; k < sizes[last]; k++) {
    double y = outputs[firstNode[last] + k], e = targets[row * sizes[last] + k] - y;
    loss += 0.5 * (e * e);
    deltas[firstNode[last] + k] = -e * (y * (1 - y));
  }
  for (int l = last - 1; l > 0; l--) {
    const double *w = parameters + firstParameter[l + 1];
    for (int j = 0; j < sizes[l]; j++) {
      double error = 0, a = outputs[firstNode[l] + j];
      for (int k = 0; k < sizes[l + 1]; k++)
        error += deltas[firstNode[l + 1] + k] * w[k * sizes[l] + j];
      deltas[firstNode[l] + j] = error * (a * (1 - a));
    }
  }
  for (int l = 1; l < layers; l++) {
    double *g = gradients + firstParameter[l];
    const double *in = outputs + firstNode[l - 1], *delta = deltas + firstNode[l];
    for (int j = 0; j < sizes[l]; j++)
      for (int i = 0; i < sizes[l - 1]; i++) *g++ = delta[j] * in[i];
    for (int j = 0; j < sizes[l]; j++) *g++ = delta[j];
  }
  return loss;
}

int main(int count, char **arguments) {
  char *shape = arguments[1];
  long steps = 0, epochs = atol(arguments[2]);
  for (char *s = strtok(shape, "-"); s; s = strtok(NULL, "-")) sizes[layers++] = atoi(s);
  int all = 0;
  for (int l = 0; l < layers; l++) {
    firstNode[l] = nodes;
    nodes += sizes[l];
    if (l) {
      firstParameter[l] = all;
      all += sizes[l] * (sizes[l - 1] + 1);
    }
  }
  outputs = calloc(nodes, 8), deltas = calloc(nodes, 8);
  parameters = calloc(all, 8), gradients = calloc(all, 8);
  inputs = calloc(samples * sizes[0], 8), targets = calloc(samples * sizes[layers - 1], 8);
  for (int p = 0; p < all; p++) parameters[p] = ((p * 37 + 11) % 64 - 32) / 64.0;
  for (int n = 0; n < samples * sizes[0]; n++) inputs[n] = (n * 13 + 5) % 16 / 16.0;
  for (int n = 0; n < samples * sizes[layers - 1]; n++) targets[n] = n % 2;

  struct timespec start, end;
  double rate = 0.5, loss = 0;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (long epoch = 0; epoch < epochs; epoch++)
    for (int row = 0; row < samples; row++, steps++) {
      loss = learn(row);
      if (!isfinite(loss)) return 1;
      for (int p = 0; p < all; p++) parameters[p] += -rate * gradients[p];
    }
  clock_gettime(CLOCK_MONOTONIC, &end);
  uint64_t bits = 0;
  for (int p = 0; p < all; p++) {
    uint64_t b;
    memcpy(&b, parameters + p, 8);
    bits += b;
  }
  double ns = (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec);
  printf("%.3f %llx\n", ns / steps, (unsigned long long)bits);
}
