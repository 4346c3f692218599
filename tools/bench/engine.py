"""What a user of the real engine waits for: ours beside plain Maven and beside TypeScript, in one sitting.

    python3 tools/bench/engine.py [--runs 7]

Every row is the same preview of the stack dev against the same stand-in for Azure; rows take turns, so that a busy minute
falls on all of them. Needs `make engine`; the TypeScript rows need node and npm, which install into a per-user cache.
"""
import argparse
import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PEERS = os.path.join(ROOT, "tools", "bench", "typescript")
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "spillway")


def engine_path():
    build = os.path.join(ROOT, "tools", "engine", "build.sh")
    return subprocess.run([build, "--path"], capture_output=True, text=True).stdout.strip()


def stand_in_jar():
    """The stand-in with class data, as the tests start it: what is compared is not how long Azure's stand-in takes."""
    target = os.path.join(ROOT, "target")
    with open(os.path.join(target, "standin.classpath"), encoding="utf-8") as libraries:
        path = os.pathsep.join([os.path.join(target, "test-classes"), os.path.join(target, "classes"), libraries.read().strip()])
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    return subprocess.run([java, "-cp", path, "dev.spillway.standin.StandInJar"], cwd=ROOT, capture_output=True,
                          text=True, check=True).stdout.strip()


def node_modules():
    """The peers' packages, installed once; None where there is no npm."""
    if not shutil.which("npm") or not shutil.which("node"):
        return None
    digest = hashlib.sha256()
    for name in ("package.json", "package-lock.json"):
        with open(os.path.join(PEERS, name), "rb") as file:
            digest.update(file.read())
    folder = os.path.join(CACHE, "typescript-" + digest.hexdigest()[:16])
    if not os.path.isdir(folder):
        with tempfile.TemporaryDirectory(dir=os.path.dirname(folder)) as fresh:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(os.path.join(PEERS, name), fresh)
            print("installing the TypeScript peers' packages (136 MB, once)", file=sys.stderr)
            subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=fresh, check=True)
            os.rename(fresh, folder)
            os.mkdir(fresh)
    return os.path.join(folder, "node_modules")


class Project:
    """Folders that are thrown away: programs to run, a state, the stand-in's cloud."""

    def __init__(self, scratch, engine):
        self.scratch = scratch
        self.environment = dict(
            os.environ,
            PATH=engine + os.pathsep + os.environ["PATH"],
            PULUMI_HOME=self.folder("home"), PULUMI_BACKEND_URL="file://" + self.folder("state"),
            PULUMI_CONFIG_PASSPHRASE="test", PULUMI_SKIP_UPDATE_CHECK="true",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION="true", PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS="1",
            NO_COLOR="1", SPILLWAY_STAND_IN="1", SPILLWAY_STAND_IN_CLOUD=os.path.join(scratch, "cloud.json"),
            SPILLWAY_STAND_IN_JAR=stand_in_jar())
        for name in ("PULUMI_ACCESS_TOKEN", "PULUMI_STACK"):
            self.environment.pop(name, None)
        os.symlink(os.path.join(engine, "pulumi-resource-kubernetes"),
                   os.path.join(self.folder("bin"), "pulumi-resource-kubernetes"))

    def folder(self, name):
        path = os.path.join(self.scratch, name)
        os.makedirs(path, exist_ok=True)
        return path

    def ours(self, name, maven=False):
        """A copy of our program, as it is or left to plain Maven."""
        folder = self.folder(name)
        for file in ("Pulumi.yaml", "Pulumi.dev.yaml"):
            shutil.copy(os.path.join(ROOT, file), folder)
        shutil.copytree(os.path.join(ROOT, "stacks"), os.path.join(folder, "stacks"))
        os.symlink(os.path.join(ROOT, "tools"), os.path.join(folder, "tools"))
        manifest = os.path.join(folder, "Pulumi.yaml")
        if maven:
            for file in ("pom.xml", ".mvn", "src"):
                from_, to = os.path.join(ROOT, file), os.path.join(folder, file)
                shutil.copytree(from_, to) if os.path.isdir(from_) else shutil.copy(from_, to)
            with open(manifest, encoding="utf-8") as file:
                lines = [line for line in file if "options:" not in line and "use-executor" not in line]
            with open(manifest, "w", encoding="utf-8") as file:
                file.writelines(lines)
        self.finish(folder)
        return folder

    def peer(self, packages):
        """The TypeScript program, and its pack twice: as it is, and compiled."""
        folder = self.folder("typescript")
        os.symlink(packages, os.path.join(folder, "node_modules"))
        shutil.copy(os.path.join(PEERS, "tsconfig.json"), folder)
        for name in ("program", "policies"):
            shutil.copytree(os.path.join(PEERS, name), os.path.join(folder, name))
        compiled = os.path.join(folder, "compiled")
        shutil.copytree(os.path.join(PEERS, "policies"), compiled)
        subprocess.run([os.path.join(packages, ".bin", "tsc"), "-p", folder, "--outDir", compiled,
                        "--rootDir", os.path.join(folder, "policies")], check=False, stdout=subprocess.DEVNULL)
        os.remove(os.path.join(compiled, "index.ts"))
        for file, old, new in (("package.json", "index.ts", "index.js"), ("PulumiPolicy.yaml", "index.ts", "index.js")):
            path = os.path.join(compiled, file)
            with open(path, encoding="utf-8") as text:
                changed = text.read().replace(old, new)
            with open(path, "w", encoding="utf-8") as text:
                text.write(changed)
        program = os.path.join(folder, "program")
        graph = os.path.join(ROOT, "stacks", "dev", "plan.approved.json")
        with open(os.path.join(program, "Pulumi.dev.yaml"), "w", encoding="utf-8") as file:
            file.write(f'config:\n  spillway:graph: "{graph}"\n')
        self.finish(program)
        return program, os.path.join(folder, "policies"), compiled

    def finish(self, folder):
        with open(os.path.join(folder, "Pulumi.yaml"), "a", encoding="utf-8") as file:
            file.write("plugins:\n  providers:\n"
                       f'    - {{ name: azure-native, path: "{os.path.join(ROOT, "tools", "standin")}" }}\n'
                       f'    - {{ name: kubernetes, path: "{os.path.join(self.scratch, "bin")}" }}\n')
        with open(os.path.join(folder, "Pulumi.dev.yaml"), "a", encoding="utf-8") as file:
            file.write("  kubernetes:renderYamlToDirectory: manifests\n")

    def pulumi(self, folder, *arguments, **variables):
        done = subprocess.run(["pulumi", "--non-interactive", *arguments], cwd=folder,
                              env={**self.environment, **variables}, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"bench: pulumi {' '.join(arguments)} in {folder}:\n{done.stdout}{done.stderr}")

    def seconds(self, folder, *arguments, **variables):
        begin = time.monotonic()
        self.pulumi(folder, *arguments, **variables)
        return time.monotonic() - begin


def until_a_line(command, folder, environment):
    """Seconds until a process prints its port."""
    begin = time.monotonic()
    with subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as process:
        line = process.stdout.readline()
        taken = time.monotonic() - begin
        process.kill()
    if not line.strip().isdigit():
        sys.exit(f"bench: {command[0]} printed no port but {line!r}")
    return taken


def class_data(command, folder, environment):
    """What the launcher says about class data, once the process that its first start leaves behind has written it down."""
    for _ in range(60):
        done = subprocess.Popen(command, cwd=folder, env={**environment, "SPILLWAY_VERBOSE": "1"}, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = next((line for line in done.stderr if "class data:" in line), "said nothing")
        done.kill()
        done.communicate()
        if "none yet" not in said:
            break
        time.sleep(1)
    return said.partition("class data:")[2].strip().partition(" (")[0]


def in_turns(rows, runs):
    """{name: seconds of each run}; the first turn warms and does not count."""
    measured = {name: [] for name in rows}
    for turn in range(runs + 1):
        for name, measure in rows.items():
            taken = measure()
            if turn:
                measured[name].append(taken)
    return measured


def table(title, measured, compared):
    medians = {name: statistics.median(times) for name, times in measured.items()}
    print(f"\n{title:<44}{'median':>9}{'least':>9}{'most':>9}")
    for name, times in measured.items():
        print(f"{name:<44}{medians[name]:>7.2f} s{min(times):>7.2f} s{max(times):>7.2f} s")
    for ours, theirs, aim in compared:
        if ours in medians and theirs in medians:
            print(f"  {ours} / {theirs} = {medians[ours] / medians[theirs]:.2f} (aim {aim})")


def measure(runs):
    engine = engine_path()
    if not engine:
        print("\nreal engine: not measured, `make engine` builds it")
        return
    with tempfile.TemporaryDirectory() as scratch:
        project = Project(scratch, engine)
        launched, maven = project.ours("launched"), project.ours("maven", maven=True)
        pack = os.path.join(ROOT, "policies")
        preview = ("preview", "-s", "dev")
        rows = {
            "preview, our launcher": lambda: project.seconds(launched, *preview),
            "  without class-data archive": lambda: project.seconds(launched, *preview, SPILLWAY_NO_ARCHIVE="1"),
            "  without our JVM flags": lambda: project.seconds(launched, *preview, SPILLWAY_NO_FLAGS="1", SPILLWAY_NO_ARCHIVE="1"),
            "  without cached discovery": lambda: project.seconds(launched, *preview, SPILLWAY_NO_CACHED_DISCOVERY="1"),
            "preview, plain Maven": lambda: project.seconds(maven, *preview),
            "preview with our pack": lambda: project.seconds(launched, *preview, "--policy-pack", pack),
        }
        boots = {"boot, our pack": lambda: until_a_line(
            [os.path.join(pack, "mvn-pack"), "exec:java", "-Dexec.args=127.0.0.1:1"], pack, project.environment)}
        packages = node_modules()
        project.pulumi(launched, "stack", "init", "dev")
        port = "-Dexec.args=127.0.0.1:1"
        for name, command in (("program", [os.path.join(ROOT, "spillway"), "preview", "dev"]),
                              ("pack", [os.path.join(pack, "mvn-pack"), "exec:java", port])):
            print(f"class data of the {name}: {class_data(command, pack, project.environment)}")
        if packages:
            program, peer, compiled = project.peer(packages)
            rows["preview, TypeScript"] = lambda: project.seconds(program, *preview)
            rows["preview with pack, TypeScript"] = lambda: project.seconds(program, *preview, "--policy-pack", peer)
            script = os.path.join(packages, "@pulumi", "pulumi", "cmd", "run-policy-pack", "index.js")
            boots["boot, JavaScript pack"] = lambda: until_a_line(
                ["node", script, "127.0.0.1:1", compiled], compiled, project.environment)
        else:
            print("\nTypeScript peers: not measured, no node or no npm in PATH")
        table("pulumi preview -s dev", in_turns(rows, runs), (
            ("preview, our launcher", "preview, plain Maven", "as low as it gets"),
            ("preview, our launcher", "preview, TypeScript", "at most 0.65"),
            ("preview with our pack", "preview with pack, TypeScript", "at most 0.60")))
        table("policy pack, start to port", in_turns(boots, runs),
              (("boot, our pack", "boot, JavaScript pack", "at most 0.30"),))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    measure(parser.parse_args().runs)
