// Reads every query with Microsoft's own parser, against the tables and columns of the facts.
//
//   node check.js MODULES FACTS FILE...        FILE: a plan (--graph), or a query (*.kql)
//   node check.js MODULES FACTS --self-test    plants errors and expects to hear of them
//
// One line for each thing that is wrong, `<file>: <query>: <what>`; the last line counts. Exit 1 where anything is wrong.
"use strict";

const fs = require("fs");
const path = require("path");

const [modules, facts, ...files] = process.argv.slice(2);
require(path.join(modules, "@kusto/language-service-next", "bridge.min.js"));
require(path.join(modules, "@kusto/language-service-next", "Kusto.Language.Bridge.min.js"));

const language = Kusto.Language;
const globals = language.GlobalState.Default.WithDatabase(new language.Symbols.DatabaseSymbol.$ctor1("logs", tables(), false));

function tables() {
  const columns = new Map();
  for (const line of fs.readFileSync(facts, "utf8").trim().split("\n").slice(1)) {
    const [table, column, type] = line.split(",");
    columns.set(table, [...(columns.get(table) || []), `${column}: ${type}`]);
  }
  return [...columns].map(([name, list]) => new language.Symbols.TableSymbol.$ctor7(name, `(${list.join(", ")})`, null));
}

function complaints(kql) {
  const code = language.KustoCode.ParseAndAnalyze(kql, globals);
  const found = code.GetDiagnostics();
  const texts = [];
  for (let at = 0; at < found.Count; at++) {
    texts.push(found.getItem(at).Message);
  }
  return texts;
}

// Every query of a plan with the name of its resource; groups of Event Grid's clients have queries of another language.
function queries(resources) {
  return resources.filter(({ type }) => !type.startsWith("azure-native:eventgrid")).flatMap(({ name, inputs }) => [
    ...(inputs.criteria?.allOf || []).filter((one) => one.query).map((one) => [name, one.query]),
    ...(typeof inputs.query === "string" ? [[name, inputs.query]] : []),
    ...(typeof inputs.serializedData === "string"
      ? JSON.parse(inputs.serializedData)
          .items.filter((item) => item.type === 3)
          .map((item) => [`${name}.${item.name}`, item.content.query])
      : []),
  ]);
}

function read(file) {
  const text = fs.readFileSync(file, "utf8");
  return file.endsWith(".kql") ? [[path.basename(file), text]] : queries(JSON.parse(text));
}

function check(met) {
  let good = 0;
  let bad = 0;
  for (const [file, name, kql] of met) {
    const wrong = complaints(kql);
    wrong.forEach((text) => console.log(`${file}: ${name}: ${text}`));
    wrong.length === 0 ? good++ : bad++;
  }
  return [good, bad];
}

const PLANTED = {
  "an operator that does not exist": "KubeEvents | were Reason == 'Started'",
  "a column that does not exist": "KubeEvents | where Cause == 'Started'",
  "a table that does not exist": "KubeEvent | where Reason == 'Started'",
};

if (files[0] === "--self-test") {
  const missed = Object.entries(PLANTED).filter(([, kql]) => complaints(kql).length === 0);
  missed.forEach(([name]) => console.log(`not noticed: ${name}`));
  const sound = complaints("KubeEvents | where Reason == 'Started' | summarize count() by Name");
  sound.forEach((text) => console.log(`a sound query: ${text}`));
  const bad = missed.length + (sound.length > 0 ? 1 : 0);
  console.log(`KQL self-test: ${4 - bad} passed, ${bad} failed`);
  process.exit(bad > 0 ? 1 : 0);
} else {
  const [good, bad] = check(files.flatMap((file) => read(file).map(([name, kql]) => [file, name, kql])));
  console.log(`KQL: ${good} passed, ${bad} failed`);
  process.exit(bad > 0 || good === 0 ? 1 : 0);
}
