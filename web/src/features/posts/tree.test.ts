import { describe, expect, it } from "vitest";
import type { RemixNode } from "$lib/api/types";
import { treesOf, type Branch } from "./tree";

const node = (id: string, parentId: string | null): RemixNode => ({
  id,
  parentId,
  publishedAt: "2027-01-01T00:00:00Z",
  film: null,
});
const shape = (branch: Branch): unknown => [branch.node.id, branch.children.map(shape)];

describe("a remix tree", () => {
  it("puts each film below the one that it was made from", () => {
    const nodes = [node("a", null), node("b", "a"), node("c", "b"), node("d", "a")];
    expect(treesOf(nodes).map(shape)).toEqual([
      [
        "a",
        [
          ["b", [["c", []]]],
          ["d", []],
        ],
      ],
    ]);
  });

  it("loses no film whose parent is not told", () => {
    expect(treesOf([node("b", "gone"), node("c", "b")]).map(shape)).toEqual([["b", [["c", []]]]]);
  });
});
