import { commentProblems } from "./comments";
import { composerProblems } from "./composer";
import { dataProblems } from "./data";
import { downloadsProblems } from "./downloads";
import { feedProblems } from "./feed";
import { messageProblems } from "./messages";
import { moderationProblems } from "./moderation";
import { notificationProblems } from "./notifications";
import { peopleProblems } from "./people";
import { pictureProblems } from "./picture";
import { problems } from "./problems";
import { settingsProblems } from "./settings";
import { worksProblems } from "./works";

export const refusals = {
  ...commentProblems,
  ...composerProblems,
  ...dataProblems,
  ...downloadsProblems,
  ...feedProblems,
  ...messageProblems,
  ...moderationProblems,
  ...notificationProblems,
  ...peopleProblems,
  ...pictureProblems,
  ...problems,
  ...settingsProblems,
  ...worksProblems,
};
