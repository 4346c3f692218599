"""Prints whose libraries are in a folder and under which licences, from what Maven knows of them, and the notices that they
bring along. Fails where a library has no licence that it is known by.

    notices.py FOLDER-OF-JARS
"""
import os
import re
import subprocess
import sys
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLUGIN = "org.codehaus.mojo:license-maven-plugin:add-third-party"


def licences():
    """{file name of the jar: (coordinates, licences)}"""
    lines = open(os.path.join(ROOT, "target", "dist", "third-party.txt"), encoding="utf-8").read().splitlines()
    found = {}
    for line in lines:
        match = re.match(r"\s*((?:\([^)]*\)\s*)+)(.*) \(([^:() ]+):([^:() ]+):([^:() ]+) - (.*)\)$", line)
        if match:
            names = re.findall(r"\(([^)]*)\)", match[1])
            found[f"{match[4]}-{match[5]}.jar"] = (f"{match[3]}:{match[4]}:{match[5]}", names, match[6])
    return found


def main(folder):
    subprocess.run(["mvn", "-B", "-q", "-ntp", "-Dfast", "-f", os.path.join(ROOT, "pom.xml"), PLUGIN,
                    "-Dlicense.outputDirectory=" + os.path.join(ROOT, "target", "dist"),
                    "-Dlicense.thirdPartyFilename=third-party.txt"],
                   check=True, stdout=sys.stderr)
    known = licences()
    jars = sorted(name for name in os.listdir(folder) if name.endswith(".jar"))
    unknown = [jar for jar in jars if jar not in known or not known[jar][1] or "Unknown license" in known[jar][1]]
    if unknown:
        sys.exit("no licence known for " + ", ".join(unknown))
    print("Spillway is under the Apache License 2.0, see LICENSE. It brings along, unchanged:\n")
    for jar in jars:
        coordinates, names, place = known[jar]
        print(f"{coordinates}\n    {'; '.join(names)}\n    {place}")
    for jar in jars:
        with zipfile.ZipFile(os.path.join(folder, jar)) as content:
            for name in ("META-INF/NOTICE", "META-INF/NOTICE.txt"):
                if name in content.namelist():
                    print(f"\n---- {jar}: {name}\n")
                    print(content.read(name).decode("utf-8", "replace").strip())


main(sys.argv[1])
