#include "ckernel.h"

void ckernel_add_scores(const int32_t *columns, const double *values, int64_t count,
                        const float *weights, const float *intercepts, int64_t outputs,
                        double *scores) {
  for (int64_t output = 0; output < outputs; output++) scores[output] += intercepts[output];
  for (int64_t entry = 0; entry < count; entry++) {
    const float *row = weights + columns[entry] * outputs;
    for (int64_t output = 0; output < outputs; output++) {
      scores[output] += values[entry] * (double)row[output];
    }
  }
}
