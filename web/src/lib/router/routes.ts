/** Pages and their addresses. */
export type Route =
  | { page: "home" }
  | { page: "feed" }
  | { page: "create" }
  | { page: "drafts" }
  | { page: "draft"; id: string }
  | { page: "post"; id: string }
  | { page: "notifications" }
  | { page: "messages"; id?: string }
  | { page: "editor" }
  | { page: "remixes"; id: string }
  | { page: "collections" }
  | { page: "collection"; id: string }
  | { page: "account" }
  | { page: "admin" }
  | { page: "decisions" }
  | { page: "settings-data" }
  | { page: "erasure"; link: string }
  | { page: "sign-in" }
  | { page: "sign-up" }
  | { page: "not-found" };

export function parse(path: string): Route {
  const parts = path.split("/").filter((part) => part !== "");
  const [first, second] = parts;
  if (parts.length === 0) return { page: "home" };
  if (parts.length === 1) {
    switch (first) {
      case "feed":
      case "create":
      case "drafts":
      case "notifications":
      case "messages":
      case "collections":
      case "account":
      case "admin":
      case "decisions":
      case "sign-in":
      case "sign-up":
        return { page: first };
    }
  }
  if (parts.length === 2 && first === "drafts" && second === "edit") return { page: "editor" };
  if (parts.length === 3 && first === "post" && second !== undefined && parts[2] === "remixes") {
    const id = decoded(second);
    if (id !== null) return { page: "remixes", id };
  }
  if (parts.length === 2 && second !== undefined) {
    if (first === "settings" && second === "data") return { page: "settings-data" };
    if (first === "erasure") return { page: "erasure", link: second };
    const id = decoded(second);
    if (id !== null && first === "collections") return { page: "collection", id };
    if (id !== null && (first === "drafts" || first === "post")) {
      return { page: first === "drafts" ? "draft" : "post", id };
    }
  }
  if (parts.length === 2 && first === "messages" && second !== undefined) {
    const id = decoded(second);
    if (id !== null) return { page: "messages", id };
  }
  return { page: "not-found" };
}

export function href(route: Route): string {
  switch (route.page) {
    case "home":
      return "/";
    case "draft":
      return `/drafts/${encodeURIComponent(route.id)}`;
    case "post":
      return `/post/${encodeURIComponent(route.id)}`;
    case "messages":
      return route.id === undefined ? "/messages" : `/messages/${encodeURIComponent(route.id)}`;
    case "settings-data":
      return "/settings/data";
    case "erasure":
      return `/erasure/${route.link}`;
    case "editor":
      return "/drafts/edit";
    case "remixes":
      return `/post/${encodeURIComponent(route.id)}/remixes`;
    case "collection":
      return `/collections/${encodeURIComponent(route.id)}`;
    default:
      return `/${route.page}`;
  }
}

/** Pages that only a signed-in person can use. */
export function needsSession(route: Route): boolean {
  return ["notifications", "messages", "create", "drafts", "draft", "account", "admin", "decisions"].includes(
    route.page,
  );
  return ["create", "drafts", "draft", "account", "settings-data", "admin", "decisions"].includes(route.page);
  return ["create", "drafts", "draft", "editor", "collections", "account", "admin", "decisions"].includes(
    route.page,
  );
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
