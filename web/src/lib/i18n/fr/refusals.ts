import { commentProblems } from "./comments";
import { moderationProblems } from "./moderation";
import { problems } from "./problems";
import { settingsProblems } from "./settings";
import { worksProblems } from "./works";

export const refusals = {
  ...commentProblems,
  ...moderationProblems,
  ...problems,
  ...settingsProblems,
  ...worksProblems,
};
