#!/usr/bin/env python3
"""Measures what a user waits for, side by side with the machine it was measured on. Nothing here fails a build.

    python3 tools/bench/bench.py [--runs 7] [--stack dev]

Times are medians of interleaved runs, so that a busy minute falls on everything alike. `start` is a JVM that does
nothing, the floor below which no Java program gets; the other times are also given as multiples of it.
"""
import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import deadletters
import engine
import judging

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LAUNCHER = os.path.join(ROOT, "spillway")
JAVA_BENCHES = {"forecasts": "dev.spillway.bench.ForecastBench", "judging": "dev.spillway.bench.JudgeBench", "policy pack": "dev.spillway.pack.PackBench"}


def java(tool="java"):
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", tool) if home else shutil.which(tool)


def first_line(path, key):
    try:
        with open(path, encoding="utf-8") as lines:
            return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), None)
    except OSError:
        return None


def machine():
    cpu = first_line("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    version = subprocess.run([java(), "-version"], capture_output=True, text=True).stderr.splitlines()
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True)
    load = "%.1f %.1f %.1f" % os.getloadavg()
    return [("machine", f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}"),
            ("load before", load),
            ("jdk", version[1] if len(version) > 1 else "unknown"),
            ("commit", commit.stdout.strip() or "unknown"),
            ("date", datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"))]


def run(command):
    """(exit code, seconds, peak resident MiB, of which the user's and the kernel's CPU seconds)."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 2**20 if platform.system() == "Darwin" else 2**10
    return child.returncode, time.monotonic() - begin, used.ru_maxrss / unit, used.ru_utime + used.ru_stime


def class_path(target):
    return os.pathsep.join(
        os.path.join(target, folder) for folder in ("classes", "test-classes", os.path.join("lib", "*")))


def java_bench(name):
    """The lines that a benchmark in Java prints, if this checkout was built by `mvn test-compile`."""
    target = os.path.join(ROOT, "target")
    if not os.path.exists(os.path.join(target, "test-classes", *name.split(".")) + ".class"):
        return [f"not measured: no {name} in target (mvn test-compile)"]
    done = subprocess.run([java(), "-Xmx512m", "-cp", class_path(target), name], capture_output=True, text=True, cwd=ROOT)
    return (done.stdout if done.returncode == 0 else "failed: " + done.stderr).strip().splitlines()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--stack", default="dev")
    options = parser.parse_args()
    if not java() or not java("javac"):
        sys.exit("bench: java and javac are needed, in JAVA_HOME or PATH")
    for name, value in machine():
        print(f"{name:<12} {value}")
    with tempfile.TemporaryDirectory() as scratch:
        source = os.path.join(ROOT, "tools", "bench", "Empty.java")
        subprocess.run([java("javac"), "-d", scratch, source], check=True)
        commands = {"start": [java(), "-Xshare:auto", "-cp", scratch, "Empty"],
                    "--version": [LAUNCHER, "--version"],
                    f"preview {options.stack}": [LAUNCHER, "preview", options.stack]}
        warm_up = {name: run(command)[0] for name, command in commands.items()}
        results = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                results[name].append(run(command))
    floor = statistics.median(r[1] for r in results["start"])
    print(f"\n{'median of ' + str(options.runs):<16}{'wall':>9}{'ratio':>8}{'cpu':>9}{'peak RSS':>11}  exit")
    for name, runs in results.items():
        wall, memory, cpu = (statistics.median(r[i] for r in runs) for i in (1, 2, 3))
        print(f"{name:<16}{wall:>7.3f} s{wall / floor:>8.1f}{cpu:>7.3f} s{memory:>7.0f} MiB  {warm_up[name]}")
    for title, name in JAVA_BENCHES.items():
        print("\n" + title)
        for line in java_bench(name):
            print("  " + line)
    print("\njudging, ten rules, side by side")
    target = os.path.join(ROOT, "target")
    if os.path.exists(os.path.join(target, "test-classes", "dev", "spillway", "bench", "JudgeBench.class")):
        judging.measure(java(), class_path(target))
    else:
        print("  not measured: no JudgeBench in target (mvn test-compile)")
    print("\ndead letters, replay written")
    deadletters.measure(LAUNCHER, run)
    engine.measure(options.runs)


if __name__ == "__main__":
    main()
