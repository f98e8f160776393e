export const works = {};

export const worksProblems = {
  remix_not_allowed: "L’auteur de ce film en réserve les remix à d’autres, ou à personne.",
  repost_not_public: "Seuls les films publics peuvent être repartagés.",
};
