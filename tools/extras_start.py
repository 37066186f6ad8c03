"""Starts the servers that the extras bring, as a user would, in an environment that has the wheel with them.

python tools/extras_start.py PROGRAM ROADMAP    PROGRAM is that environment's carbonroad
"""

import json
import re
import subprocess
import sys
from urllib.request import urlopen

_PAGES = ("", "_carbonroad/pages/index.html", "_carbonroad/assets/frame.js", "_carbonroad/playground/")


def speaks_to_editors(program: str) -> None:
    """Begin and end a session of the language server.

    Raises:
        SystemExit: It does not answer, or does not end as it should.
    """
    editor: dict[str, object] = {"textDocument": {"completion": {}}}
    asked: list[dict[str, object]] = [
        {
            "id": 1,
            "method": "initialize",
            "params": {"processId": None, "rootUri": None, "capabilities": editor},
        },
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **one}).encode() for one in asked]
    sent = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)
    done = subprocess.run([program, "lsp"], input=sent, capture_output=True, check=False, timeout=60)
    if done.returncode or b"completionProvider" not in done.stdout:
        raise SystemExit(f"lsp ended with {done.returncode}: {done.stderr.decode()}")


def serves_pages(program: str, roadmap: str) -> None:
    """Start the preview, look at a page of each kind, and end it.

    Raises:
        SystemExit: It does not start.
    """
    command = [program, "serve", roadmap, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as server:
        try:
            line = server.stdout.readline() if server.stdout is not None else ""
            found = re.search(r"http://\S+/", line)
            if found is None:
                raise SystemExit(f"serve says: {line}")
            for page in _PAGES:
                with urlopen(found[0] + page, timeout=60) as answer:  # noqa: S310 - our own address
                    answer.read()
        finally:
            server.terminate()


if __name__ == "__main__":
    speaks_to_editors(sys.argv[1])
    serves_pages(*sys.argv[1:3])
