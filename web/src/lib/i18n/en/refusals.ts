import { commentProblems } from "./comments";
import { moderationProblems } from "./moderation";
import { problems } from "./problems";
import { settingsProblems } from "./settings";
import { worksProblems } from "./works";

/** Sentences for every code that the server documents, those of each feature from its own file. */
export const refusals = {
  ...commentProblems,
  ...moderationProblems,
  ...problems,
  ...settingsProblems,
  ...worksProblems,
};
