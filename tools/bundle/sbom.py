"""Write the bill of materials of a frozen folder: CycloneDX 1.6, as JSON.

python -m tools.bundle.sbom FOLDER --out FILE

Same folder, same bytes: the serial number is made from the contents, and the time is
that of SOURCE_DATE_EPOCH, or left out.
"""

import argparse
import hashlib
import json
import os
import sys
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.bundle.archive import digest_of_modules
from tools.bundle.contents import OURS, Bundle, Component, own_version, read_bundle
from tools.bundle.parts import Part, parts_of

EPOCH = "SOURCE_DATE_EPOCH"
_OWN = "evidence-reader"
# For serial numbers of our own bills of materials only.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "sbom.evidence-reader.invalid")

Json = dict[str, Any]


def bill_of(bundle: Bundle, environment: Mapping[str, str] = os.environ) -> Json:
    """The bill of materials as a JSON object.

    Args:
        bundle: What is inside.
        environment: Where SOURCE_DATE_EPOCH stands, in seconds since 1970.
    """
    own = [each for each in bundle.components if each.name == OURS]
    others = [each for each in bundle.components if each.name != OURS]
    metadata: Json = {"component": _own(bundle, own)}
    if environment.get(EPOCH):
        moment = datetime.fromtimestamp(int(environment[EPOCH]), UTC)
        metadata["timestamp"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    bill: Json = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": metadata,
        "components": [_component(bundle, each) for each in others],
        "dependencies": [
            {"ref": _OWN, "dependsOn": sorted({_ref(each) for each in others})},
            *({"ref": ref} for ref in sorted({_ref(each) for each in others})),
        ],
    }
    canonical = json.dumps(bill, sort_keys=True)
    return bill | {"serialNumber": uuid.uuid5(_NAMESPACE, canonical).urn}


def _own(bundle: Bundle, own: list[Component]) -> Json:
    found: Json = {
        "type": "application",
        "bom-ref": _OWN,
        "name": OURS,
        "version": own_version(),
        "licenses": [{"expression": "Apache-2.0 AND CC-BY-4.0"}],
        "purl": f"pkg:generic/{_OWN}@{own_version()}",
    }
    return found | {"components": [_file(bundle, f) for c in own for f in c.files]}


def _ref(component: Component) -> str:
    return component.purl


def _component(bundle: Bundle, component: Component) -> Json:
    found: Json = {
        "type": "library",
        "bom-ref": _ref(component),
        "name": component.name,
        "licenses": [_licence(component.licence)],
        "purl": component.purl,
    }
    if component.version:
        found["version"] = component.version
    if component.home:
        found["externalReferences"] = [{"type": "vcs", "url": component.home}]
    digest = _digest_of_modules(bundle, component)
    if digest:
        found["hashes"] = [{"alg": "SHA-256", "content": digest}]
        found["properties"] = [
            {"name": f"{_OWN}:hash-of", "value": "its modules inside the program"}
        ]
    inner = [_part(component, each) for each in parts_of(component.parts)]
    inner += [_file(bundle, name) for name in component.files]
    return found | ({"components": inner} if inner else {})


def _digest_of_modules(bundle: Bundle, component: Component) -> str:
    if not component.modules:
        return ""
    programs = (path for path in sorted(bundle.folder.iterdir()) if path.is_file())
    wanted = frozenset(component.modules)
    return next(filter(None, (digest_of_modules(p, wanted) for p in programs)), "")


def _licence(expression: str) -> Json:
    if expression.startswith("LicenseRef-"):
        name = expression.removeprefix("LicenseRef-").replace("-", " ")
        return {"license": {"name": name}}
    return {"expression": expression}


def _part(whole: Component, part: Part) -> Json:
    found: Json = {
        "type": "library",
        "bom-ref": f"{_ref(whole)}#{part.purl}",
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
    }
    if part.licence:
        found["licenses"] = [_licence(part.licence)]
    if part.sha256:
        found["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
    return found


def _file(bundle: Bundle, name: str) -> Json:
    content = (bundle.folder / name).read_bytes()
    return {
        "type": "file",
        "bom-ref": f"file:{name}",
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}],
    }


def main(arguments: list[str]) -> int:
    """Write the file; 1 if something inside belongs to nothing known."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    bundle = read_bundle(given.folder)
    for name in bundle.unknown:
        print(f"{name}: belongs to nothing known")
    if bundle.unknown:
        return 1
    text = json.dumps(bill_of(bundle), indent=1, ensure_ascii=False, sort_keys=True)
    given.out.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    print(f"{given.out}: {len(bundle.components)} components")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
