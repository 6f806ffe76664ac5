"""The peer of ContributionComparison: exact Shapley values of a table, permutation sampling and maximum sample reuse, as a good NumPy user writes them.

usage: contribution.py REPEATS N...
"""
import json
import sys
import time

import numpy as np


def mix(z):
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def u(seed, k):
    with np.errstate(over="ignore"):
        z = mix(np.uint64(seed) + (k.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15))
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-53


def square_root(n):
    w = u(42, np.arange(n))
    total = 0.0
    for x in w:
        total += x
    sums = np.zeros(1 << n)
    for i in range(n):
        sums[1 << i : 2 << i] = sums[: 1 << i] + w[i]
    v = np.sqrt(sums / total) + 0.05 * (u(43, np.arange(1 << n)) - 0.5)
    v[0] = 0
    return v


def sizes(n):
    s = np.zeros(1 << n, dtype=np.int8)
    for i in range(n):
        s[1 << i : 2 << i] = s[: 1 << i] + 1
    return s


def weights(n):
    w = np.empty(n)
    choose = 1.0
    for j in range(n):
        w[j] = 1.0 / (n * choose)
        choose = choose * (n - 1 - j) / (j + 1)
    return w


def exact(v, n, p, s):
    padded = np.append(p, 0.0)
    q = np.append(0.0, p) + padded
    with_player = v * q[s]
    common = float(np.dot(v, padded[s]))
    return np.array([with_player.reshape(-1, 2, 1 << i)[:, 1].sum() for i in range(n)]) - common


def permutations(v, n, count, rng):
    orders = rng.permuted(np.tile(np.arange(n), (count, 1)), axis=1)
    prefixes = np.bitwise_or.accumulate(1 << orders, axis=1)
    worths = v[prefixes]
    marginal = np.diff(worths, axis=1, prepend=0.0)
    by_player = np.empty_like(marginal)
    np.put_along_axis(by_player, orders, marginal, axis=1)
    return by_player.mean(axis=0), by_player.std(axis=0, ddof=1) / np.sqrt(count)


def reuse(v, n, count, rng):
    masks = rng.integers(0, 1 << n, count)
    worths = v[masks]
    inside = (masks[:, None] >> np.arange(n)) & 1
    counts = inside.sum(axis=0)
    sums = worths @ inside
    return sums / counts - (worths.sum() - sums) / (count - counts)


def measured(repeats, work):
    runs = []
    for i in range(repeats + 1):
        cpu, wall = time.process_time(), time.perf_counter()
        result = work()
        runs.append({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall})
    return runs[1:], result


def main():
    repeats = int(sys.argv[1])
    out = {"numpy": np.__version__, "exact": {}}
    for n in map(int, sys.argv[2:]):
        v, p, s = square_root(n), weights(n), sizes(n)
        runs, values = measured(repeats if n <= 20 else 3, lambda: exact(v, n, p, s))
        out["exact"][str(n)] = {"runs": runs, "first": float(values[0])}
    v = square_root(20)
    rng = np.random.default_rng(1)
    out["permutations"], _ = measured(repeats, lambda: permutations(v, 20, 10_000, rng))
    out["reuse"], _ = measured(repeats, lambda: reuse(v, 20, 10_000, rng))
    json.dump(out, sys.stdout)


if __name__ == "__main__":
    main()
