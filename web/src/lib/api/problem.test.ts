import { describe, expect, it } from "vitest";
import { problemOf } from "./problem";

describe("a refusal", () => {
  it("keeps the server's code, sentence, fields and waiting time", () => {
    const response = new Response(null, { status: 429, headers: { "Retry-After": "7" } });
    const body = { code: "rate_limited", title: "Too many", detail: "Wait.", errors: { handle: ["Taken."] } };
    expect(problemOf(response, body)).toEqual({
      code: "rate_limited",
      status: 429,
      detail: "Wait.",
      errors: { handle: ["Taken."] },
      retryAfterSeconds: 7,
    });
  });

  it.each([undefined, null, "<html>", { code: 4, detail: {}, errors: { a: "b", c: [1] } }, []])(
    "survives a body that is not one (%j)",
    (body) => {
      expect(problemOf(new Response(null, { status: 502 }), body)).toEqual({
        code: "http_502",
        status: 502,
        detail: "",
        errors: {},
        retryAfterSeconds: null,
      });
    },
  );
});
