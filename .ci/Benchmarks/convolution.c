// The yardstick of convolution: one layer of kernels over one image, each with a bias, one sigmoid
// output behind it, half the squared error, online, in plain gradient descent. Every sum goes the same
// way as the engine's, so the last line is the same.
//
// convolution SIDExKERNELxFILTERS REPEATS: prints the nanoseconds a step and the parameters' bits.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int side, size, filters, positions, mapSize, nodes, kernels, samples = 4;
static double *inputs, *targets, *outputs, *deltas, *parameters, *gradients;

static void learn(int row) {
  const double *image = inputs + row * side * side;
  const double *biases = parameters + filters * kernels;
  const double *last = biases + filters;
  for (int q = 0; q < filters; q++)
    for (int i = 0; i < positions; i++)
      for (int j = 0; j < positions; j++) {
        const double *w = parameters + q * kernels;
        double sum = 0;
        for (int m = 0; m < size; m++) {
          const double *in = image + (i + m) * side + j;
          for (int n = 0; n < size; n++) sum += *w++ * in[n];
        }
        outputs[q * mapSize + i * positions + j] = 1 / (1 + exp(-(sum + biases[q])));
      }
  double net = 0;
  for (int n = 0; n < nodes; n++) net += last[n] * outputs[n];
  double y = 1 / (1 + exp(-(net + last[nodes])));
  double delta = -(targets[row] - y) * (y * (1 - y));
  for (int n = 0; n < nodes; n++)
    deltas[n] = delta * last[n] * (outputs[n] * (1 - outputs[n]));
  memset(gradients, 0, filters * kernels * 8);
  for (int q = 0; q < filters; q++)
    for (int i = 0; i < positions; i++)
      for (int j = 0; j < positions; j++) {
        double *g = gradients + q * kernels, own = deltas[q * mapSize + i * positions + j];
        for (int m = 0; m < size; m++) {
          const double *in = image + (i + m) * side + j;
          for (int n = 0; n < size; n++) *g++ += own * in[n];
        }
      }
  double *g = gradients + filters * kernels;
  for (int q = 0; q < filters; q++) {
    double sum = 0;
    for (int n = 0; n < mapSize; n++) sum += deltas[q * mapSize + n];
    *g++ = sum;
  }
  for (int n = 0; n < nodes; n++) *g++ = delta * outputs[n];
  *g = delta;
}

int main(int count, char **arguments) {
  if (count < 3 || sscanf(arguments[1], "%dx%dx%d", &side, &size, &filters) != 3) return 2;
  long steps = 0, epochs = atol(arguments[2]);
  positions = side - size + 1, mapSize = positions * positions, nodes = filters * mapSize;
  kernels = size * size;
  int all = filters * kernels + filters + nodes + 1;
  inputs = calloc(samples * side * side, 8), targets = calloc(samples, 8);
  outputs = calloc(nodes, 8), deltas = calloc(nodes, 8);
  parameters = calloc(all, 8), gradients = calloc(all, 8);
  for (int p = 0; p < all; p++) parameters[p] = ((p * 37 + 11) % 64 - 32) / 64.0;
  for (int n = 0; n < samples * side * side; n++) inputs[n] = (n * 13 + 5) % 16 / 16.0;
  for (int n = 0; n < samples; n++) targets[n] = n % 2;

  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (long epoch = 0; epoch < epochs; epoch++)
    for (int row = 0; row < samples; row++, steps++) {
      learn(row);
      for (int p = 0; p < all; p++) parameters[p] += -0.5 * gradients[p];
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
