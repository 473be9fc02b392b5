// The scoring loop of LinearWeights.addScores, in C.

#ifndef SHOGEN_CKERNEL_H
#define SHOGEN_CKERNEL_H

#include <stdint.h>

// Adds x·W + b of a sparse vector to `scores`, in the order of its entries.
void ckernel_add_scores(const int32_t *columns, const double *values, int64_t count,
                        const float *weights, const float *intercepts, int64_t outputs,
                        double *scores);

#endif
