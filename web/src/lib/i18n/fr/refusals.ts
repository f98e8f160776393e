import { commentProblems } from "./comments";
import { composerProblems } from "./composer";
import { dataProblems } from "./data";
import { moderationProblems } from "./moderation";
import { notificationProblems } from "./notifications";
import { peopleProblems } from "./people";
import { problems } from "./problems";
import { settingsProblems } from "./settings";
import { worksProblems } from "./works";

export const refusals = {
  ...commentProblems,
  ...composerProblems,
  ...dataProblems,
  ...moderationProblems,
  ...notificationProblems,
  ...peopleProblems,
  ...problems,
  ...settingsProblems,
  ...worksProblems,
};
