// Writes src/lib/api/schema.d.ts from openapi.json; with --check, fails when the committed one is stale.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../openapi.json", import.meta.url);
const target = new URL("../src/lib/api/schema.d.ts", import.meta.url);
const header = "/** Generated from openapi.json by `npm run api`; not to be edited. */\n\n";
const generated = header + astToString(await openapiTS(source));

if (process.argv.includes("--check")) {
  let committed = "";
  try {
    committed = readFileSync(target, "utf8");
  } catch {
    // Reported below as stale.
  }
  if (committed !== generated) {
    console.error("src/lib/api/schema.d.ts is stale: run `npm run api` and commit it.");
    process.exit(1);
  }
} else {
  writeFileSync(target, generated);
}
