"""kernel_spec.py FOLDER PROPERTIES JAVA CLASS_PATH OPTION…: writes the kernel spec `java` into FOLDER.

The kernel's own launcher is left out (it starts a second JVM), and our jars lie on the class path
from the start, which is faster than adding them later. Variables of the one environment file are
written into the spec, so that the kernel has them whoever starts it.
"""

import json
import os
import sys
import sysconfig
from pathlib import Path


def jjava_jar():
    """The kernel's jar, where its Python package has put it."""
    return Path(sysconfig.get_path("data")) / "share/jupyter/kernels/java/jjava.jar"


def main(folder, properties, java, class_path, *options):
    lines = (line.strip() for line in Path(properties).read_text("utf-8").splitlines())
    names = [line.split("=", 1)[0] for line in lines if line and not line.startswith("#")]
    names += ["OMP_NUM_THREADS", "DJL_CACHE_DIR", "UNROLL_CACHE"]
    spec = {
        "argv": [
            java,
            "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
            *options,
            "-cp",
            os.pathsep.join([str(jjava_jar()), class_path]),
            "org.dflib.jjava.distro.JJava",
            "{connection_file}",
        ],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {name: os.environ[name] for name in names},
        "metadata": {},
    }
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    part = target / "kernel.json.part"
    part.write_text(json.dumps(spec, indent=1), "utf-8")
    part.replace(target / "kernel.json")


if __name__ == "__main__":
    main(*sys.argv[1:])
