// Before the first paint: the page is light or dark, still or moving, as it was left. And what the page will ask for
// first is asked for already, while its scripts are on their way (lib/api/early.ts takes the answers).
(function () {
  var kept = null;
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem("lucarne.theme");
    var light =
      theme === "light" || (theme !== "dark" && matchMedia("(prefers-color-scheme: light)").matches);
    root.dataset.theme = light ? "light" : "dark";
    root.dataset.motion = localStorage.getItem("lucarne.motion") || "system";
    kept = localStorage.getItem("lucarne.feed");
  } catch {
    // Without storage, the page stays as it is written.
  }

  var early = (window.lucarneEarly = new Map());
  function ask(path) {
    var answer = fetch(path, { credentials: "same-origin" });
    early.set(path, answer);
    // Whoever takes the answer deals with what went wrong.
    answer.catch(function () {});
    return answer;
  }

  // As features/feed/filters.ts asks.
  function leftOut(tab) {
    try {
      var filters = JSON.parse(localStorage.getItem("lucarne.feed.filters")) || {};
      return (
        (filters.originals === true ? "&originals=true" : "") +
        (["day", "week", "month"].indexOf(filters.since) < 0 ? "" : "&since=" + filters.since) +
        (filters.unseen === true && tab !== "for_you" ? "&unseen=true" : "")
      );
    } catch {
      return "";
    }
  }

  // The first film's picture where the page will show it (base.css), until the page does (lib/ui/cover.ts).
  function cover(video) {
    var app = document.getElementById("app");
    if (!app || app.firstElementChild) return;
    var picture = new Image(video.width, video.height);
    picture.alt = "";
    picture.src = video.thumbnailUrl;
    if (video.height > video.width * 1.4) picture.className = "upright";
    var frame = document.createElement("div");
    frame.id = "cover";
    frame.setAttribute("aria-hidden", "true");
    frame.style.setProperty("--shape", video.width + " / " + video.height);
    frame.style.setProperty("--ratio", String(video.width / video.height));
    frame.append(picture);
    document.body.append(frame);
    return new Promise(function (resolve) {
      picture.onerror = resolve;
      picture.onload = function () {
        requestAnimationFrame(function () {
          setTimeout(resolve);
        });
      };
    });
  }

  ask("/api/me");
  ask("/api/instance");
  if (location.pathname !== "/feed") return;
  var tab = new URLSearchParams(location.search).get("tab") || kept || "latest";
  if (tab !== "latest" && tab !== "for_you") return;
  // Main.ts lets this come first.
  window.lucarneCovered = ask("/api/feed?tab=" + tab + "&limit=4" + leftOut(tab))
    .then(function (answer) {
      return answer.ok ? answer.clone().json() : { items: [] };
    })
    .then(function (page) {
      if (page.items.length === 0) return;
      var poster = document.createElement("link");
      poster.rel = "preload";
      poster.as = "image";
      poster.fetchPriority = "high";
      var video = page.items[0].post.video;
      poster.href = video.thumbnailUrl;
      document.head.append(poster);
      return cover(video);
    })
    .catch(function () {});
})();
