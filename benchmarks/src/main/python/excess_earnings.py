"""The peer of SimulationBenchmark: the same ten-year excess-earnings calculation, vectorised over draws with NumPy.

Prints one line of JSON: CPU and wall seconds of each repetition (the first, cold one apart) and of its parts, and the mean as a check.
"""
import json
import sys
import time

import numpy as np

DRAWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
REPEATS = int(sys.argv[2]) if len(sys.argv) > 2 else 7
YEARS = 10
TAX = 0.25


def draw(rng):
    return dict(
        revenue=rng.normal(50e6, 5e6, DRAWS),
        rate=rng.normal(0.14, 0.01, DRAWS),
        growth=rng.triangular(0.00, 0.04, 0.08, DRAWS),
        margin=rng.triangular(0.20, 0.28, 0.34, DRAWS),
        attrition=rng.triangular(0.05, 0.10, 0.20, DRAWS),
        working_capital=rng.triangular(0.010, 0.015, 0.020, DRAWS),
        fixed_assets=rng.triangular(0.020, 0.030, 0.045, DRAWS),
        workforce=rng.triangular(0.010, 0.020, 0.030, DRAWS),
    )


def calculate(x):
    value = np.zeros(DRAWS)
    charges = x["working_capital"] + x["fixed_assets"] + x["workforce"]
    for t in range(1, YEARS + 1):
        revenue = x["revenue"] * (1 + x["growth"]) ** t * (1 - x["attrition"]) ** (t - 0.5)
        earnings = revenue * x["margin"] * (1 - TAX) - revenue * charges
        value += earnings / (1 + x["rate"]) ** (t - 0.5)
    return value


def run(seed):
    marks = [(time.process_time(), time.perf_counter())]
    rng = np.random.default_rng(seed)
    inputs = draw(rng)
    marks.append((time.process_time(), time.perf_counter()))
    value = calculate(inputs)
    marks.append((time.process_time(), time.perf_counter()))
    summary = [float(value.mean()), float(value.std(ddof=1)), *np.quantile(value, [0.05, 0.25, 0.5, 0.75, 0.95]).tolist()]
    marks.append((time.process_time(), time.perf_counter()))
    cpu = [b[0] - a[0] for a, b in zip(marks, marks[1:])]
    return dict(cpu=sum(cpu), wall=marks[-1][1] - marks[0][1], inputs=cpu[0], calculation=cpu[1], summary=cpu[2], mean=summary[0])


runs = [run(seed) for seed in range(REPEATS + 1)]
print(json.dumps(dict(numpy=np.__version__, draws=DRAWS, cold=runs[0], warm=runs[1:])))
