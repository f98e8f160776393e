import type { Dictionary } from "../dictionary";
import { accounts } from "./accounts";
import { comments } from "./comments";
import { composer } from "./composer";
import { create } from "./create";
import { data } from "./data";
import { discover } from "./discover";
import { downloads } from "./downloads";
import { drafts } from "./drafts";
import { feed } from "./feed";
import { messages } from "./messages";
import { moderation } from "./moderation";
import { notifications } from "./notifications";
import { people } from "./people";
import { picture } from "./picture";
import { player } from "./player";
import { posts } from "./posts";
import { settings } from "./settings";
import { shell } from "./shell";
import { works } from "./works";
import { refusals } from "./refusals";

export const fr: Dictionary = {
  languageName: "Français",
  problems: refusals,
  ...accounts,
  ...comments,
  ...composer,
  ...create,
  ...data,
  ...discover,
  ...downloads,
  ...drafts,
  ...feed,
  ...messages,
  ...moderation,
  ...notifications,
  ...people,
  ...picture,
  ...player,
  ...posts,
  ...settings,
  ...shell,
  ...works,
};
