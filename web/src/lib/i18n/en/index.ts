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

/** English, and the shape that every other language has to fill. One file a feature. */
export const en = {
  languageName: "English",
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
