// The module map carries the link flag; CICU includes ICU's own headers.
