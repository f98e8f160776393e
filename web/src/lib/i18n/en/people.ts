/** Sentences for refusals of profiles, following, blocking and muting. */
export const peopleProblems = {
  account_blocked: "You block this account. Unblock it first, then follow it.",
  account_not_found: "There is no such account. It may have been closed or renamed.",
  bio_too_long: "The biography is too long. Shorten it a little.",
  handle_changed_too_often:
    "A handle can be changed three times in 90 days. You can go back to one that you had.",
  likes_hidden: "Its owner keeps to themselves which films they like.",
  link_invalid: "One of the links cannot be used. Type a whole address that begins with https://.",
  location_too_long: "The place is too long. Shorten it a little.",
  mute_invalid: "Choose 1 hour to a year, or mute for good.",
  muted_word_invalid: "Type a word or phrase of up to 50 characters.",
  muted_word_not_found: "This word is not muted any more.",
  not_yourself: "That is you.",
  too_many_followed: "You follow 5000 accounts, as many as one can. Unfollow someone first.",
  too_many_links: "A profile has at most 5 links.",
  too_many_muted_words: "You mute 100 words, as many as one can. Remove one first.",
};
