// Before the first paint: the page is light or dark, still or moving, as it was left.
(function () {
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem("lucarne.theme");
    var light =
      theme === "light" || (theme !== "dark" && matchMedia("(prefers-color-scheme: light)").matches);
    root.dataset.theme = light ? "light" : "dark";
    root.dataset.motion = localStorage.getItem("lucarne.motion") || "system";
  } catch {
    // Without storage, the page stays as it is written.
  }
})();
