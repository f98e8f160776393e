export const works = {};

/** Refusals of remixes, edits, schedules, captions and collections. */
export const worksProblems = {
  remix_not_allowed: "Its author keeps remixes of this film to others, or to none.",
  repost_not_public: "Only public films can be reposted.",
};
