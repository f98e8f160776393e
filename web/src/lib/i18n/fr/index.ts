import type { Dictionary } from "../dictionary";
import { accounts } from "./accounts";
import { commentProblems, comments } from "./comments";
import { create } from "./create";
import { dataProblems } from "./data";
import { drafts } from "./drafts";
import { feed } from "./feed";
import { moderation, moderationProblems } from "./moderation";
import { player } from "./player";
import { posts } from "./posts";
import { problems } from "./problems";
import { settingsProblems } from "./settings";
import { shell } from "./shell";
import { works, worksProblems } from "./works";

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
  problems: {
    ...problems,
    ...moderationProblems,
    ...settingsProblems,
    ...commentProblems,
  ...works,
  problems: {
    ...problems,
    ...settingsProblems,
    ...worksProblems,
    ...dataProblems,
  },
};
