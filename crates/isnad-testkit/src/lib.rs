//! For tests only: a folder of its own, synthetic files, faults.
