/** Parts of the settings that have an address of their own; without one, those of the account. */
export const settingsSections = ["security", "privacy", "playback", "appearance"] as const;
export type SettingsSection = (typeof settingsSections)[number];

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
  | { page: "search" }
  | { page: "explore" }
  | { page: "analytics"; id?: string }
  | { page: "profile"; handle: string }
  | { page: "settings"; section?: SettingsSection }
  | { page: "recover" }
  | { page: "admin" }
  | { page: "decisions" }
  | { page: "settings-data" }
  | { page: "erasure"; link: string }
  | { page: "receipt" }
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
      case "search":
      case "explore":
      case "analytics":
      case "recover":
      case "settings":
      case "admin":
      case "decisions":
      case "receipt":
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
  if (parts.length === 1 && first?.startsWith("@")) {
    const handle = decoded(first.slice(1));
    if (handle) return { page: "profile", handle };
  }
  if (parts.length === 2 && first === "settings") {
    const section = settingsSections.find((name) => name === second);
    if (section) return { page: "settings", section };
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
  if (parts.length === 2 && (first === "messages" || first === "analytics") && second !== undefined) {
    const id = decoded(second);
    if (id !== null) return { page: first, id };
  }
  return { page: "not-found" };
}

export function href(route: Route): string {
  switch (route.page) {
    case "home":
      return "/";
    case "profile":
      return `/@${encodeURIComponent(route.handle)}`;
    case "settings":
      return route.section ? `/settings/${route.section}` : "/settings";
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
    case "analytics":
      return route.id === undefined ? `/${route.page}` : `/${route.page}/${encodeURIComponent(route.id)}`;
    default:
      return `/${route.page}`;
  }
}

/** Pages that only a signed-in person can use. */
export function needsSession(route: Route): boolean {
  return [
    "admin",
    "analytics",
    "collections",
    "create",
    "decisions",
    "draft",
    "drafts",
    "editor",
    "messages",
    "notifications",
    "settings",
    "settings-data",
  ].includes(route.page);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
