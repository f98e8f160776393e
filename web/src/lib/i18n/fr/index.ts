import type { Dictionary } from "../dictionary";
import { accounts } from "./accounts";
import { comments } from "./comments";
import { commentProblems, comments } from "./comments";
import { composerProblems } from "./composer";
import { create } from "./create";
import { dataProblems } from "./data";
import { drafts } from "./drafts";
import { feed } from "./feed";
import { moderation } from "./moderation";
import { notificationProblems, notifications } from "./notifications";
import { player } from "./player";
import { posts } from "./posts";
import { shell } from "./shell";
import { works } from "./works";
import { refusals } from "./refusals";

export const fr: Dictionary = {
  languageName: "Français",
  ...shell,
  ...accounts,
  ...create,
  ...player,
  ...drafts,
  ...feed,
  ...posts,
  ...comments,
  ...moderation,
  ...notifications,
  ...works,
  problems: {
    ...problems,
    ...settingsProblems,
    ...commentProblems,
    ...notificationProblems,
    ...worksProblems,
    ...dataProblems,
    ...composerProblems,
  },
};
