import type { RemixNode } from "$lib/api/types";

/** A film of a family with what was made of it. */
export interface Branch {
  node: RemixNode;
  children: Branch[];
}

/** The trees that a family's films make, oldest first. A film whose parent is not told is a root of its own. */
export function treesOf(nodes: readonly RemixNode[]): Branch[] {
  const branches: Partial<Record<string, Branch>> = {};
  for (const node of nodes) branches[node.id] = { node, children: [] };
  const roots: Branch[] = [];
  for (const node of nodes) {
    const branch = branches[node.id];
    if (!branch) continue;
    const parent = node.parentId === null ? undefined : branches[node.parentId];
    if (parent && parent !== branch) parent.children.push(branch);
    else roots.push(branch);
  }
  return roots;
}
