// Asks yaml-language-server, the engine of YAML in editors, about files.
// Standard input: a list of {path, text, schema, version, complete, hover}; standard output: an answer for each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.argv[2]}/`));
const { getLanguageService } = require("yaml-language-server");
const { TextDocument } = require("vscode-languageserver-textdocument");
const { SettingsState } = require("yaml-language-server/out/server/src/yamlSettings.js");

const settled = {};
function service(schema, version) {
  const key = `${schema} ${version}`;
  if (!settled[key]) {
    settled[key] = getLanguageService({
      schemaRequestService: async (uri) => readFileSync(new URL(uri), "utf8"),
      workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).toString() },
      yamlSettings: new SettingsState(),
      clientCapabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    settled[key].configure({
      validate: true,
      completion: true,
      hover: true,
      yamlVersion: version ?? "1.2",
      customTags: [],
      // Without a schema the file's own first line names it.
      schemas: schema ? [{ uri: pathToFileURL(schema).toString(), fileMatch: ["*.yaml"] }] : [],
    });
  }
  return settled[key];
}

const answers = [];
for (const { path, text, schema, version, complete, hover } of JSON.parse(readFileSync(0, "utf8"))) {
  const engine = service(schema, version);
  const document = TextDocument.create(pathToFileURL(path).toString(), "yaml", 1, text);
  const answer = { diagnostics: await engine.doValidation(document, false) };
  if (complete) answer.completions = (await engine.doComplete(document, complete, false)).items;
  if (hover) answer.hover = await engine.doHover(document, hover);
  answers.push(answer);
}
process.stdout.write(JSON.stringify(answers));
