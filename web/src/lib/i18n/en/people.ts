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
  account_suspended: "This account is suspended. Ask the administrator of this server about the reason.",
  confirmation_required: "Confirm first that it is you.",
  device_not_found: "This device is already signed out.",
  last_way_in:
    "Without it nobody could sign in to this account. Add another passkey or set a password first.",
  moment_invalid: "The film has no such moment.",
  passkey_name_invalid: "Give it a name of up to 60 characters.",
  passkey_not_found: "This passkey is gone already.",
  password_wrong: "That is not the password of this account.",
  picture_invalid:
    "This picture cannot be read. Take a PNG, JPEG or WebP picture of at most 10 MB and 40 million pixels.",
  media_type_not_supported: "This file is of a kind that cannot be used here.",
  body_too_large: "This is too large to send.",
  recovery_failed: "Handle and code do not match, or the code has been used. Check both.",
  too_many_passkeys: "An account has at most 10 passkeys. Remove one first.",
  video_not_found: "This film is gone. Choose another one of yours.",
};
