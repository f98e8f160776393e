// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import document from "../../../openapi.json";
import { en } from "./en";
import { fr } from "./fr";
import { localeFor } from "./index.svelte";
import { sentenceFor } from "./problems";

/** Every text of a dictionary with its path; functions are called with plain values. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String((value as (...args: unknown[]) => unknown)(2, 9))]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe("languages", () => {
  it("are chosen from what the browser prefers, whatever the region", () => {
    expect(localeFor(["fr-CA", "en"])).toBe("fr");
    expect(localeFor(["de", "fr"])).toBe("fr");
    expect(localeFor(["de"])).toBe("en");
  });

  it("hold no empty text", () => {
    for (const [path, text] of [...texts(en), ...texts(fr)]) expect(text.trim(), path).not.toBe("");
  });

  it("are not left in English", () => {
    const french = new Map(texts(fr));
    const same = texts(en).filter(([path, text]) => text.includes(" ") && french.get(path) === text);
    expect(same.filter(([, text]) => /[a-z]{3,} [a-z]{3,}/.test(text))).toEqual([]);
  });

  it("offer as many ideas as one another", () => {
    expect(fr.ideas).toHaveLength(en.ideas.length);
  });
});

describe("refusals", () => {
  it("have a sentence for every code that the server documents", () => {
    const codes = Object.values(document.paths)
      .flatMap((methods) => Object.values<{ responses: Record<string, { description: string }> }>(methods))
      .flatMap((operation) => Object.entries(operation.responses))
      .filter(([status]) => status.startsWith("4"))
      .flatMap(([, response]) => response.description.match(/^[a-z_]+(, [a-z_]+)*$/)?.[0].split(", ") ?? []);
    expect(codes).toContain("handle_taken");
    expect([...new Set(codes)].filter((code) => !Object.hasOwn(en.problems, code))).toEqual([]);
  });

  const problem = { code: "network", status: 0, detail: "", errors: {}, retryAfterSeconds: null };

  it("are told in the person's language when the code is known", () => {
    expect(sentenceFor(problem, fr)).toBe(fr.problems.network);
  });

  it("are told in the server's words when it is not", () => {
    expect(sentenceFor({ ...problem, code: "brand_new", detail: "Too blue." }, fr)).toBe("Too blue.");
    expect(sentenceFor({ ...problem, code: "toString" }, en)).toBe(en.problems.unexpected);
  });
});
