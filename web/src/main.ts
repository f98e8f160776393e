import { mount } from "svelte";
import { keepOffline } from "$lib/offline";
import { covered } from "$lib/ui/cover";
import App from "./App.svelte";
import "./styles/tokens.css";
import "./styles/base.css";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app element.");
// On a slow machine the page takes the processor for a second: the first film's picture is painted before.
void covered().then(() => {
  mount(App, { target });
  keepOffline();
});
