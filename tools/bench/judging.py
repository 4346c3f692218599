"""Ten rules over the same stacks by Spillway, conftest and checkov: whole runs of the command line, start included."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HERE = os.path.join(ROOT, "tools", "bench", "judge")
SIZES = (1000, 10000, 100000)
PATIENCE = 600


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
    import time
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    begin = time.monotonic()
    while True:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, child.returncode
        if time.monotonic() - begin > PATIENCE:
            child.kill()
            child.wait()
            return None
        time.sleep(0.02)


def measure(java, classpath):
    conftest = os.environ.get("CONFTEST") or shutil.which("conftest")
    checkov = os.environ.get("CHECKOV") or shutil.which("checkov")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([java, "-cp", classpath, "dev.spillway.bench.JudgeBench", folder], check=True, cwd=ROOT)
        print(f"  {'resources':>9}  {'tool':<10}{'rules':>6}{'cpu':>10}{'peak RSS':>12}  exit")
        for size in SIZES:
            stack = os.path.join(folder, f"{size}.json")
            template = os.path.join(folder, f"{size}.arm.json")
            wrapped = os.path.join(folder, f"{size}.wrapped.json")
            with open(stack, encoding="utf-8") as source:
                resources = json.load(source)
            with open(template, "w", encoding="utf-8") as target:
                json.dump(arm(resources), target, indent=1)
            # conftest would take the elements of a list for so many files.
            with open(wrapped, "w", encoding="utf-8") as target:
                json.dump({"resources": resources}, target)
            commands = [("spillway", 10, [java, "-Xmx512m", "-cp", classpath, "dev.spillway.cli.Main", "check", stack,
                                          "--config", os.path.join(HERE, "ten.json"), "--json", os.devnull]),
                        ("conftest", 10, conftest and [conftest, "test", "--policy", os.path.join(HERE, "rego"), wrapped]),
                        ("checkov", 6, checkov and [checkov, "-f", template, "--framework", "arm", "--quiet", "--compact",
                                                    "--external-checks-dir", os.path.join(HERE, "checkov"),
                                                    "--check", "CKV_SPILLWAY_*", "--skip-download"])]
            for name, rules, command in commands:
                if not command:
                    print(f"  {size:>9}  {name:<10}not here (set {name.upper()} or PATH)")
                    continue
                used = run(command)
                print(f"  {size:>9}  {name:<10}{rules:>6}" + (
                    f"{used[0]:>8.1f} s{used[1]:>8.0f} MiB  {used[2]}" if used else f"  over {PATIENCE} s"))


if __name__ == "__main__":
    measure(sys.argv[1], sys.argv[2])
