// Every page for the browser, checked by axe-core in headless Chromium.
//
//   node check.mjs FOLDER CHROMIUM
//
// Fails on any violation, and on any request that leaves the page.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, chromiumPath] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), "check.mjs"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

function report(name, result, requests) {
  for (const violation of result.violations) {
    const [first] = violation.nodes;
    console.log(`${name}: ${violation.id}: ${violation.help}`);
    console.log(`    ${violation.nodes.length} times, first: ${first.html.slice(0, 160)}`);
  }
  for (const address of requests) {
    console.log(`${name}: asks for ${address}`);
  }
  return result.violations.length + requests.length;
}

async function check(browser, name, colorScheme) {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) requests.push(request.url());
  });
  await page.goto(pathToFileURL(resolve(folder, name)).href);
  await page.addScriptTag({ content: axe });
  const result = await page.evaluate(
    (values) => axe.run(document, { runOnly: { type: "tag", values } }),
    TAGS,
  );
  await context.close();
  return report(`${name} (${colorScheme})`, result, requests);
}

const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
const browser = await chromium.launch({ executablePath: chromiumPath, args: ARGUMENTS });
let wrong = 0;
for (const name of names.sort()) {
  for (const scheme of ["light", "dark"]) wrong += await check(browser, name, scheme);
}
await browser.close();
console.log(`${names.length} pages in two colour schemes, ${wrong} faults`);
process.exit(wrong > 0 || names.length === 0 ? 1 : 0);
