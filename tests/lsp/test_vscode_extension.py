"""The extension for VS Code loads, reads its settings and starts the server; VS Code itself is a stand-in."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lsp_editor import PATIENCE

ROOT = Path(__file__).parent.parent.parent
EXTENSION = ROOT / "docs" / "editors" / "vscode"
_VSCODE = """
const written = JSON.parse(process.env.SETTINGS);
exports.workspace = { getConfiguration: (section) => ({ get: (key) => written[`${section}.${key}`] }) };
"""
_CLIENT = """
const { spawn } = require("child_process");
exports.TransportKind = { stdio: 0 };
exports.LanguageClient = class {
  constructor(id, name, server, options) { Object.assign(this, { id, server, options }); }
  async start() {
    if (this.server.transport !== exports.TransportKind.stdio) throw new Error("no stdio");
    const { command, args } = this.server;
    this.process = spawn(command, [...args, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const ended = new Promise((resolve) => this.process.on("exit", resolve));
    let out = "";
    this.process.stdout.on("data", (data) => { out += data; });
    this.say({ id: 1, method: "initialize", params: {
      processId: process.pid, rootUri: null, capabilities: {},
      initializationOptions: this.options.initializationOptions } });
    this.say({ method: "initialized", params: {} });
    this.say({ id: 2, method: "shutdown" });
    this.say({ method: "exit" });
    const code = await ended;
    console.log(JSON.stringify({ code, out, selector: this.options.documentSelector, id: this.id }));
  }
  say(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\\r\\n\\r\\n${body}`);
  }
  async stop() { return "stopped"; }
};
"""


def _defaults() -> dict:
    known = json.loads((EXTENSION / "package.json").read_text("utf-8"))["contributes"]["configuration"]
    return {key: one["default"] for key, one in known["properties"].items()}


def test_it_names_what_it_is_made_of() -> None:
    package = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    assert (EXTENSION / package["main"]).is_file()
    assert set(package["dependencies"]) == {"vscode-languageclient"}
    assert "onLanguage:yaml" in package["activationEvents"]
    told = (EXTENSION.parent / "vscode.md").read_text("utf-8")
    assert f"{package['name']}-{package['version']}.vsix" in told
    assert f"{package['publisher']}.{package['name']}" in told
    for key in _defaults():
        assert f'"{key}"' in told


def test_it_starts_the_server_with_its_settings(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed")
    for path, text in (("vscode/index.js", _VSCODE), ("vscode-languageclient/node.js", _CLIENT)):
        (tmp_path / "node_modules" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "node_modules" / path).write_text(text, encoding="utf-8")
    shutil.copy(EXTENSION / "extension.js", tmp_path)
    settings = _defaults() | {"carbonroad.asOf": "soon"}
    assert settings["carbonroad.command"] == ["carbonroad", "lsp"]
    settings["carbonroad.command"] = [sys.executable, "-m", "carbonroad", "lsp"]
    script = "const x = require('./extension.js'); x.activate().then(() => x.deactivate()).then(console.log);"
    done = subprocess.run(
        [node, "-e", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        env={**os.environ, "SETTINGS": json.dumps(settings), "PYTHONPATH": str(ROOT)},
        check=True,
    )
    started, stopped = done.stdout.splitlines()
    told = json.loads(started)
    assert stopped == "stopped"
    assert told["code"] == 0
    assert '"name": "carbonroad"' in told["out"]
    assert "soon" in told["out"]
    assert {one["language"] for one in told["selector"]} == {"yaml"}
