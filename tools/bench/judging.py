"""Ten rules over the same stacks by Spillway, conftest and checkov: whole runs of each launcher, start included.

Before times are printed, what each tool found on the smallest stack is held against the others': the same rules on the same resources.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HERE = os.path.join(ROOT, "tools", "bench", "judge")
SIZES = (1000, 10000, 100000)
TEN = ("EH-001", "EH-002", "EH-003", "EH-006", "EH-007", "EH-008", "KW-002", "KW-004", "KW-025", "CX-001")
FIVE = ("EH-001", "EH-002", "EH-003", "EH-006", "EH-008")  # checkov's checks for ARM look at one resource alone
PATIENCE = 600
MEBI = 1024


def arm(stack):
    """Namespaces and hubs as an ARM template, for tools that read no Pulumi graph."""
    kinds = {"azure-native:eventhub:Namespace": ("Microsoft.EventHub/namespaces", lambda i: i["namespaceName"]),
             "azure-native:eventhub:EventHub": ("Microsoft.EventHub/namespaces/eventhubs",
                                                lambda i: i["namespaceName"] + "/" + i["eventHubName"])}
    top = ("sku", "location", "namespaceName", "eventHubName")
    resources = []
    for resource in stack:
        if resource["type"] in kinds:
            kind, name = kinds[resource["type"]]
            inputs = resource["inputs"]
            resources.append({"type": kind, "apiVersion": "2024-01-01", "name": name(inputs),
                              **{key: inputs[key] for key in ("sku", "location") if key in inputs},
                              "properties": {key: value for key, value in inputs.items() if key not in top}})
    return {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
            "contentVersion": "1.0.0.0", "resources": resources}


def run(command):
    """(seconds of CPU, peak resident MiB, exit code), or None where it takes too long."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    begin = time.monotonic()
    while True:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return used.ru_utime + used.ru_stime, used.ru_maxrss / MEBI, child.returncode
        if time.monotonic() - begin > PATIENCE:
            child.kill()
            child.wait()
            return None
        time.sleep(0.02)


def program(name, script):
    """Where a tool is: named by the environment, in the cache where its script puts it, or in PATH."""
    named = os.environ.get(name.upper())
    if named:
        return named
    path = subprocess.run([script, "--path"], capture_output=True, text=True).stdout.strip()
    if os.path.isdir(path):
        path = os.path.join(path, name)
    return path or shutil.which(name)


class Stack:
    """One generated stack, in the forms that the tools read."""

    def __init__(self, folder, size):
        self.graph = os.path.join(folder, f"{size}.json")
        self.template = os.path.join(folder, f"{size}.arm.json")
        self.wrapped = os.path.join(folder, f"{size}.wrapped.json")
        self.report = os.path.join(folder, f"{size}.report.json")
        with open(self.graph, encoding="utf-8") as source:
            resources = json.load(source)
        # A workload's finding may stand on its autoscaler, which the generated stacks name alike.
        self.names = {resource["urn"]: resource["name"] for resource in resources}
        with open(self.template, "w", encoding="utf-8") as target:
            json.dump(arm(resources), target, indent=1)
        # conftest would take the elements of a list for so many files.
        with open(self.wrapped, "w", encoding="utf-8") as target:
            json.dump({"resources": resources}, target)


def spillway(stack, output):
    return [os.path.join(ROOT, "spillway"), "check", stack.graph, "--config", os.path.join(HERE, "ten.json"), "--json", output]


def conftest(stack, path, *more):
    return [path, "test", "--policy", os.path.join(HERE, "rego"), *more, stack.wrapped]


def checkov(stack, path, *more):
    return [path, "-f", stack.template, "--framework", "arm", "--quiet", "--compact", "--skip-download",
            "--external-checks-dir", os.path.join(HERE, "checkov"), "--check",
            ",".join("CKV_SPILLWAY_" + rule.replace("-", "_") for rule in FIVE), *more]


def output(command):
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout


def found_by_spillway(stack):
    subprocess.run(spillway(stack, stack.report), capture_output=True, stdin=subprocess.DEVNULL)
    with open(stack.report, encoding="utf-8") as report:
        return {(finding["rule"], stack.names[finding["urn"]]) for finding in findings(json.load(report))}


def findings(report):
    """Those of a JSON report, wherever it has them."""
    if isinstance(report, dict):
        if "rule" in report and "urn" in report and report.get("verdict") == "violation":
            yield report
        for value in report.values():
            yield from findings(value)
    elif isinstance(report, list):
        for value in report:
            yield from findings(value)


def found_by_conftest(stack, path):
    results = json.loads(output(conftest(stack, path, "--output", "json")))
    return {tuple(failure["msg"].split(" ", 1)) for result in results for failure in result.get("failures", ())}


def found_by_checkov(stack, path):
    results = json.loads(output(checkov(stack, path, "--output", "json")))
    found = set()
    for failed in results.get("results", {}).get("failed_checks", ()):
        rule = re.sub(r"CKV_SPILLWAY_(..)_(\d+)", r"\1-\2", failed["check_id"])
        # Microsoft.EventHub/namespaces/eventhubs.ns-1/orders, where the graph's name is ns-1-orders
        found.add((rule, failed["resource"].rsplit(".", 1)[1].replace("/", "-")))
    return found


def differences(ours, theirs, rules):
    """What only one of two tools found of some rules, a line each."""
    mine = {one for one in ours if one[0] in rules}
    return [f"{rule} on {name}: {who}" for who, some in (("Spillway alone", mine - theirs), ("not Spillway", theirs - mine))
            for rule, name in sorted(some)]


def agreement(stack, tools):
    """Whether every tool that is here found the same; prints what it did not."""
    ours = found_by_spillway(stack)
    print(f"  Spillway finds {len(ours)} violations of the ten rules in the smallest stack")
    agree = bool(ours)
    for name, rules, find in (("conftest", TEN, found_by_conftest), ("checkov", FIVE, found_by_checkov)):
        if not tools[name]:
            continue
        differ = differences(ours, find(stack, tools[name]), rules)
        agree = agree and not differ
        print(f"  {name}: " + (f"{len(differ)} differ\n    " + "\n    ".join(differ[:10]) if differ
                               else f"the same on all {len(rules)} rules that it can express"))
    return agree


def measure(java, classpath):
    tools = {"conftest": program("conftest", os.path.join(ROOT, "tools", "bench", "conftest.sh")),
             "checkov": program("checkov", os.path.join(ROOT, "tools", "kube", "checkov.sh"))}
    for name, script in (("conftest", "tools/bench/conftest.sh"), ("checkov", "tools/kube/checkov.sh")):
        if not tools[name]:
            print(f"  {name}: not here ({script} installs it)")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([java, "-cp", classpath, "dev.spillway.bench.JudgeBench", folder], check=True, cwd=ROOT)
        if not agreement(Stack(folder, SIZES[0]), tools):
            print("  no times: the tools do not answer the same question")
            return
        print(f"  {'resources':>9}  {'tool':<10}{'rules':>6}{'cpu':>10}{'peak RSS':>12}  exit")
        for size in SIZES:
            stack = Stack(folder, size)
            commands = [("spillway", TEN, spillway(stack, os.devnull))]
            if tools["conftest"]:
                commands.append(("conftest", TEN, conftest(stack, tools["conftest"])))
            if tools["checkov"]:
                commands.append(("checkov", FIVE, checkov(stack, tools["checkov"])))
            for name, rules, command in commands:
                used = run(command)
                print(f"  {size:>9}  {name:<10}{len(rules):>6}" + (
                    f"{used[0]:>8.1f} s{used[1]:>8.0f} MiB  {used[2]}" if used else f"  over {PATIENCE} s"))


if __name__ == "__main__":
    measure(sys.argv[1], sys.argv[2])
