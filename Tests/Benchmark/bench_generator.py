"""Measures the generator and what it emits, and prints a table. Run it through `make bench-generator`.

Times are the best of several rounds; what is compared is measured in turns, in one run. The goals that are printed beside the figures are the project's own.
"""

import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

import codable_twin

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATED = ROOT / "Sources/Generated"
RELEASE = ROOT / ".build/release"
# The benchmark looks into the generated module, which needs a build of its own.
BENCH = ROOT / ".build-bench"
ROUNDS = 40


def say(text):
    print(text, flush=True)


def run(*command, **options):
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, **options)


def build():
    say("Building the generator and the codec benchmark for release (some minutes the first time) …")
    run("swift", "build", "-c", "release", "--product", "iris-generate")
    run("swift", "build", "-c", "release", "--scratch-path", str(BENCH), "--product", "CodecBenchmark",
        "-Xswiftc", "-enable-testing")


def elapsed(*command):
    begin = time.perf_counter()
    output = run(*command)
    return (time.perf_counter() - begin) * 1e3, output


def operations():
    document = json.loads((GENERATED / "Documents/openapi.json").read_text())
    return sum(len([verb for verb in item if verb in ("get", "post", "put", "patch", "delete")])
               for item in document["paths"].values())


def measure_runs():
    say(f"Timing {ROUNDS} runs of the generator …")
    generator, cold, whole, stages = str(RELEASE / "iris-generate"), [], [], []
    for _ in range(ROUNDS):
        cold.append(elapsed(generator, "--help")[0])
        took, output = elapsed(generator, "check", "--timings")
        whole.append(took)
        found = re.search(r"load ([\d.]+), emit ([\d.]+), compare ([\d.]+)", output.stderr)
        stages.append([float(value) for value in found.groups()])
    # Whatever else the machine does only ever adds to a run: the best one is the nearest to the generator's own.
    parts = min(stages, key=sum)
    total = sum(parts)
    return [
        ("load and check the spec, emit, compare", f"{total:.1f} ms", "≤ 20 ms"),
        ("  load · emit · compare", " · ".join(f"{part:.1f} ms" for part in parts), ""),
        ("cold start (`--help`), the process and all", f"{min(cold):.1f} ms", ""),
        ("`iris-generate check`, the process and all", f"{min(whole):.1f} ms", ""),
    ]


def compile_seconds(files, mode, target):
    """Seconds of processor time that the compiler needs for the files as one module; the object stays at target."""
    modules = BENCH / "release/Modules"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        ["swiftc", mode, "-wmo", "-parse-as-library", "-swift-version", "6", "-module-name", "Generated", "-I",
         str(modules), "-c", *map(str, files), "-o", str(target)], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def swift_files(folder, parts=None):
    """The module's files, or those of some of its folders and what these stand on."""
    files = [path for path in sorted(folder.rglob("*.swift")) if path.relative_to(folder).parts[0] != "Client"]
    return [path for path in files
            if parts is None or path.parent == folder or path.relative_to(folder).parts[0] in parts]


def object_bytes(target):
    numbers = run("size", str(target)).stdout.splitlines()[1].split()
    return int(numbers[0]) + int(numbers[1])


def measure_compilation(count):
    say("Compiling the generated code and its Codable twin, three times each (some minutes) …")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        twin = pathlib.Path(folder) / "twin"
        types = codable_twin.write(GENERATED, twin)
        target = pathlib.Path(folder) / "module.o"
        for name, parts in (("the whole module", None), ("types and operations", ("Types", "Operations", "Errors"))):
            for mode in ("-O", "-Onone"):
                ours, theirs, size = [], [], 0
                for _ in range(3):
                    ours.append(compile_seconds(swift_files(GENERATED, parts), mode, target))
                    size = object_bytes(target)
                    theirs.append(compile_seconds(swift_files(twin, parts), mode, target))
                if parts is None:
                    rows.append((f"object code {mode}", f"{size / count:,.0f} bytes an operation", ""))
                    rows.append((f"compile {mode}", f"{min(ours) / count:.3f} s an operation", ""))
                rows.append((f"compile {mode}, {name} : {types} types with Codable",
                             f"{min(ours):.1f} s : {min(theirs):.1f} s = {min(ours) / min(theirs):.2f}",
                             "< 0.5" if parts else ""))
    return rows


def measure_codecs():
    say("Timing codecs and routes …")
    rows = []
    for line in run(str(BENCH / "release/CodecBenchmark")).stdout.splitlines():
        found = json.loads(line)
        if "ratio" in found:
            rows.append((f"{found['name']} ({found['bytes']:,} bytes)",
                         f"{found['ours_ns']:,} ns : {found['codable_ns']:,} ns Codable = 1 : {found['ratio']}",
                         "≥ 5"))
        else:
            rows.append(("find the operation of a path of seven segments · of three",
                         f"{found['deep_ns']} ns · {found['shallow_ns']} ns", ""))
    return rows


def count_lines():
    return sum(len(path.read_text().splitlines()) for path in GENERATED.rglob("*.swift"))


def main():
    build()
    count = operations()
    lines = count_lines()
    rows = measure_runs()
    rows += [("generated Swift, client and all", f"{lines / count:.0f} lines an operation ({lines:,} : {count})",
              "≤ 120")]
    rows += measure_codecs()
    if "--quick" not in sys.argv:
        rows += measure_compilation(count)
    say("")
    say("| what | measured | goal |")
    say("|---|---|---|")
    for row in rows:
        say("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as failure:
        sys.exit(f"{' '.join(map(str, failure.cmd))[:200]}\n{failure.stdout}\n{failure.stderr}")
