import { href, parse, type Route } from "./routes";

/** The page that is shown, kept in step with the address bar. Plain links are enough to move: it takes their clicks. */
class Router {
  #path = $state(location.pathname);
  #query = $state(location.search);
  readonly route: Route = $derived(parse(this.#path));
  readonly query: URLSearchParams = $derived(new URLSearchParams(this.#query));

  start(): () => void {
    const sync = () => this.#read();
    const click = (event: MouseEvent) => this.#click(event);
    addEventListener("popstate", sync);
    document.addEventListener("click", click);
    return () => {
      removeEventListener("popstate", sync);
      document.removeEventListener("click", click);
    };
  }

  go(to: Route | string, options: { replace?: boolean } = {}): void {
    const address = typeof to === "string" ? to : href(to);
    if (options.replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#read();
    scrollTo(0, 0);
  }

  #read(): void {
    this.#path = location.pathname;
    this.#query = location.search;
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target !== "" || link.hasAttribute("download")) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || (url.hash !== "" && url.pathname === location.pathname)) return;
    if (parse(url.pathname).page === "not-found") return;
    event.preventDefault();
    this.go(url.pathname + url.search);
  }
}

export const router = new Router();
