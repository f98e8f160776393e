/** Generated from openapi.json by `npm run api`; not to be edited. */

export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an account with a password, and signs it in. The first account of an installation is its administrator. */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an account with the passkey that the browser has made, and signs it in. */
        post: operations["signUpWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the WebAuthn creation options for a new account: the argument of PublicKeyCredential.parseCreationOptionsFromJSON. */
        post: operations["askSignUpPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account's page. A handle that it had until lately leads to it, too. */
        get: operations["readProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/appearances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of others that name an account in their prompt or caption, the newest first. */
        get: operations["listAppearances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Blocks an account: neither sees nor reaches the other, and they follow each other no more. */
        put: operations["block"];
        post?: never;
        /** Ends a block. Follows that it ended do not come back. */
        delete: operations["unblock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public collections of an account, newest first. */
        get: operations["listPublicCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follows an account. Following twice is no error. */
        put: operations["follow"];
        post?: never;
        /** Ends a follow. */
        delete: operations["unfollow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/followers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts that follow an account, the latest first. */
        get: operations["listFollowers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts that an account follows, the latest first. */
        get: operations["listFollowing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/likes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts that an account likes, the latest like first, where its owner shows them. */
        get: operations["listProfileLikes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mutes an account, for some hours or for good: it no longer appears in lists and notifications. It is not told. */
        put: operations["mute"];
        post?: never;
        /** Ends a mute. */
        delete: operations["unmute"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of an account, the newest first. */
        get: operations["listProfilePosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/remixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of an account that are remixes, the newest first. */
        get: operations["listProfileRemixes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{handle}/reposts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts that an account shows to its followers, the latest repost first. */
        get: operations["listProfileReposts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, newest first. */
        get: operations["listAdministeredAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Suspends or reinstates an account, sets its marks, gives or takes the administrator's role. */
        patch: operations["administerAccount"];
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What administrators did, newest first. */
        get: operations["readAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases: open ones by urgency and age, or decided ones. */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case with its reports. */
        get: operations["readCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/cases/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides a case, or decides it anew. */
        post: operations["decideCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of the installation at a glance. */
        get: operations["readOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/posts/{id}/featured": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts a public post before everyone on the explore page. */
        put: operations["featurePost"];
        post?: never;
        /** Takes a post back from the featured ones. */
        delete: operations["unfeaturePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one's posts fare, day by day. */
        get: operations["readAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/days.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same days as a CSV file. */
        get: operations["downloadAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one of one's posts fares: days, sources, how far people watch, remixes. */
        get: operations["readPostAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/posts/{id}/days.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same days as a CSV file. */
        get: operations["downloadPostAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts that one keeps, last kept first. */
        get: operations["listBookmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own collections, newest first. */
        get: operations["listCollections"];
        put?: never;
        /** Makes a collection. */
        post: operations["createCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A collection with its posts, in its order. */
        get: operations["readCollection"];
        /** Changes a collection's words, and who may open it. */
        put: operations["changeCollection"];
        post?: never;
        /** Removes a collection; its posts stay. */
        delete: operations["deleteCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts the posts of one's own collection in another order. */
        put: operations["orderCollection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{id}/posts/{postId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Adds a post to one's own collection, at its end. */
        put: operations["addToCollection"];
        post?: never;
        /** Takes a post out of one's own collection. */
        delete: operations["removeFromCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the text of one's own comment; what it said before stays readable. */
        put: operations["editComment"];
        post?: never;
        /** Takes one's own comment back, for good; answers to it stay. */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All answers of a thread, however deep, oldest first. */
        get: operations["listAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a comment said before, the latest first, 20 at most. */
        get: operations["listCommentEdits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}/hidden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hides a comment under one's own post; its author and oneself still read it. */
        put: operations["hideComment"];
        post?: never;
        /** Shows a hidden comment again. */
        delete: operations["showComment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Likes a comment. Liking twice counts once. */
        put: operations["likeComment"];
        post?: never;
        /** Takes one's like of a comment back. */
        delete: operations["unlikeComment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pins a comment to the top of one's own post, in place of the one that was pinned. */
        put: operations["pinComment"];
        post?: never;
        /** Unpins a comment. */
        delete: operations["unpinComment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/{id}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The thread that a comment belongs to, with its first answers and the comment itself: for links to one comment. */
        get: operations["readCommentThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own drafts, newest first, those in the making included. */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/arrange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deletes, moves or marks several drafts at once. */
        post: operations["arrangeDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own folders of drafts, by name. */
        get: operations["listDraftFolders"];
        put?: never;
        /** Makes a folder. */
        post: operations["createDraftFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/folders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Renames a folder. */
        put: operations["renameDraftFolder"];
        post?: never;
        /** Removes a folder; its drafts stay. */
        delete: operations["deleteDraftFolder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of one's own drafts. */
        get: operations["readDraft"];
        put?: never;
        post?: never;
        /** Deletes a draft with its video, for good; one in the making is cancelled first. */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns a finished draft into a post. */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that the draft has been opened. */
        post: operations["markDraftRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/reroll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for another take: everything the same but the seed. */
        post: operations["rerollDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a failed or cancelled draft again, as it was; the failed one stays with its reason, and has cost nothing. */
        post: operations["retryDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Schedules the publication of a draft, or changes it. The draft stays one until then, and may still be in the making. */
        put: operations["scheduleDraft"];
        post?: never;
        /** Takes the schedule of a draft away; the draft stays. */
        delete: operations["cancelSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/title": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a draft a name. */
        put: operations["renameDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queues an edit of one's own finished videos (trim, stitch, reorder, extend, sound), and makes the draft that it fills. Follow it as any generation. */
        post: operations["createEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the deletion of an account stands, by its secret link. */
        get: operations["readErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{link}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed receipt: a JSON Web Signature (RFC 7515). */
        get: operations["downloadErasureReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens to the account, by server-sent events, for as long as the page is open: notification, message, room, counts, reset, heartbeat. docs/http-api.md tells how to resume. */
        get: operations["watchEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What goes on: rising tags, the week's leaders by remixes and likes, new voices. Not personalised. */
        get: operations["readExplore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A feed: Latest and Top are the same for everyone, Following and For you are the viewer's own. */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which feed opens first. */
        get: operations["readFeedPreferences"];
        /** Sets which feed opens first, and what the client leaves out of every feed. */
        put: operations["changeFeedPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/steers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one wants to see less of, and what one is in the mood for, newest first. */
        get: operations["listFeedSteers"];
        put?: never;
        /** Steers For you, from its next page on: less of a post and its family, of an author, or of words, for 30 days; or a mood in words, for 24 hours. */
        post: operations["addFeedSteer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/steers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a wish for less back. */
        delete: operations["deleteFeedSteer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own pictures that films can start from again, newest first, 60 at most: those of one's films, and those that wait for one for 24 hours. */
        get: operations["listFirstImages"];
        put?: never;
        /** Uploads a picture for films to start from: a PNG, JPEG or WebP file of at most 20 MB. Its metadata is removed; it goes after 24 hours unless a film is made from it. */
        post: operations["uploadFirstImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-images/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a frame of one's own video for films to start from. */
        post: operations["takeFirstImageFromVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes an own picture that films start from; one that a film was made from goes with the last such film. */
        delete: operations["deleteFirstImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-images/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own picture that films start from. */
        get: operations["readFirstImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own latest generations, newest first, 50 at most. */
        get: operations["listGenerations"];
        put?: never;
        /** Queues a generation, and makes the draft that it fills. Follow it by its events. */
        post: operations["createGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of one's own generations. */
        get: operations["readGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a generation at whatever point it is. */
        post: operations["cancelGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generations/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a generation by server-sent events (event: generation, data: Generation) until it has ended. */
        get: operations["watchGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generations/{id}/shots/{number}/retake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes one shot of a storyboarded film again, as a new generation with a draft of its own; every other shot keeps its frames. */
        post: operations["retakeShot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generations/{id}/stream/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The HLS playlist (index.m3u8) and its files while a generation is in progress and after, for its owner. */
        get: operations["readGenerationStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts whose handles start as somebody types. */
        get: operations["completeHandle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handles/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether a handle can be had, and why not. */
        get: operations["checkHandle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this installation is called, offers and allows. */
        get: operations["readInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in account. */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts that the signed-in account blocks, the latest first. */
        get: operations["listBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the account: hidden from everyone and signed out everywhere at once, erased after the days of grace. Any sign-in before can open it again. */
        post: operations["closeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves by the password who one is; holds for 15 minutes, as signing in does. */
        post: operations["confirmWithPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/confirmation/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves by a passkey who one is; holds for 15 minutes, as signing in does. */
        post: operations["confirmWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/confirmation/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the WebAuthn request options for a confirmation: the argument of PublicKeyCredential.parseRequestOptionsFromJSON. */
        post: operations["askConfirmationPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the cover of the signed-in account's page: a PNG, JPEG or WebP file of at most 10 MB, cut around its middle. */
        put: operations["setCover"];
        post?: never;
        /** Removes the cover of the signed-in account's page. */
        delete: operations["removeCover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What administrators decided about one's own things, and by which rule; the latest 100. */
        get: operations["listDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices on which the account is signed in: this one first, then the latest used. */
        get: operations["listDevices"];
        put?: never;
        post?: never;
        /** Signs out every device but this one. */
        delete: operations["signOutOtherDevices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs one device out. */
        delete: operations["signOutDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own exports, newest first. */
        get: operations["listExports"];
        put?: never;
        /** Starts a zip of everything that the account holds, in the background; an earlier one is deleted. docs/export-format.md describes it. */
        post: operations["requestExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of one's own exports, with its progress. */
        get: operations["readExport"];
        put?: never;
        post?: never;
        /** Deletes an export with its archive; one that is being made is stopped. */
        delete: operations["deleteExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The archive, for its owner; byte ranges work. */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/handle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives the signed-in account another handle. The old one stays reserved for it, and leads to it, for 90 days. A verified account loses its mark. */
        put: operations["changeHandle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/muted-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words that the signed-in account mutes, the latest first; at most 100. */
        get: operations["listMutedWords"];
        put?: never;
        /** Mutes a word or phrase, for some hours or for good: what holds it is left out of feeds, lists and notifications. */
        post: operations["muteWord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/muted-words/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a muted word. */
        delete: operations["unmuteWord"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/mutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts that the signed-in account mutes, the latest first. */
        get: operations["listMutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds the passkey that the browser has made. Asks for a recent confirmation. */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the WebAuthn creation options for one more passkey. Asks for a recent confirmation. */
        post: operations["askNewPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a passkey another name. */
        put: operations["renamePasskey"];
        post?: never;
        /** Removes a passkey, but never the last way into the account. Asks for a recent confirmation. */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the password of the signed-in account, and signs out every other device. Asks for a recent confirmation. */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the picture of the signed-in account: a PNG, JPEG or WebP file of at most 10 MB, cut around its middle. */
        put: operations["setPicture"];
        post?: never;
        /** Removes the picture of the signed-in account. */
        delete: operations["removePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/picture/frame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes a frame of one's own video the picture of the signed-in account. */
        put: operations["setPictureFromVideo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces what one's own profile says. */
        put: operations["changeProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes ten new recovery codes, shown this once; earlier ones open nothing any more. Asks for a recent confirmation. */
        put: operations["replaceRecoveryCodes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a closed account again within the days of grace. */
        post: operations["reopenAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways into the signed-in account. */
        get: operations["readSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the signed-in account has chosen, with an entity tag. */
        get: operations["readSettings"];
        /** Replaces all settings of the signed-in account. With If-Match, only where they are still those of that entity tag. */
        put: operations["changeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own message, for 15 minutes. */
        put: operations["editMessage"];
        post?: never;
        /** Takes one's own message back, for everyone; its place stays. */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the account was told, newest first. Likes, follows and reposts of the same thing come as one. */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notifications are unread, of each kind. */
        get: operations["countNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that all notifications, or all of some kinds, have been seen; answers with what is left unread. */
        post: operations["markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of what the account is told, and where: one entry for each kind. */
        get: operations["readNotificationSettings"];
        /** Changes where the account is told of one kind of thing. */
        put: operations["changeNotificationSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that a notification, with those shown as one with it, has been seen; answers with what is left unread. */
        post: operations["markNotificationRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post, with its author and video. */
        get: operations["readPost"];
        /** Rewrites the text of one's own post and changes who finds, remixes and comments on it. The text that was stays in its history. */
        put: operations["editPost"];
        post?: never;
        /** Deletes one's own post with its video, for good. */
        delete: operations["deletePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/bookmark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps a post for later; nobody is told. */
        put: operations["bookmarkPost"];
        post?: never;
        /** Keeps a post no longer. */
        delete: operations["removeBookmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/captions/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Captions of a post in one language, as WebVTT. */
        get: operations["readCaptions"];
        /** Writes the captions of one's own post in one language, in place of those that were. */
        put: operations["writeCaptions"];
        post?: never;
        /** Takes the captions of one language away; those that the engine made are shown again once none is left. */
        delete: operations["deleteCaptions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/captions/{language}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Captions of a post as a file to keep, WebVTT or SubRip. The language spoken names those that the engine made of what the film says. */
        get: operations["downloadCaptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/comment-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may comment on a post, and how fast; whether the viewer may. */
        get: operations["readCommentRules"];
        /** Sets who may comment on one's own post, and how fast; an audience of nobody closes its comments. */
        put: operations["setCommentRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Threads under a post, each with its first answers; a pinned one stands first on the first page. By best, a thread whose rank changes between two pages may come twice or not. */
        get: operations["listComments"];
        put?: never;
        /** Comments on a post, or answers a comment under it. */
        post: operations["writeComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a post whose name tells what it is: its film, the film made small, the film with a card at its end, or its start as a GIF. The last two are made when they are first asked for. */
        get: operations["downloadPost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/downloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a file of a post where it is not there yet, answers once it is, and tells where to fetch it. */
        post: operations["prepareDownload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/family": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The remix tree that a post belongs to; films that are gone keep their place, without a name. */
        get: operations["readRemixFamily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/reaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Likes or dislikes a post, in place of what was said before. Saying the same again changes nothing. */
        put: operations["setReaction"];
        post?: never;
        /** Takes one's like or dislike of a post back. */
        delete: operations["deleteReaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/recipe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a post that one may remix was asked for: its words or shots, style, size and seed. */
        get: operations["readRecipe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/remixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Remixes made directly from a post, newest first. */
        get: operations["listRemixes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/repost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Shows a public post to one's followers. */
        put: operations["repostPost"];
        post?: never;
        /** Takes a repost back. */
        delete: operations["undoRepost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every text that a post has had, the present one first; whoever may open the post may read them. */
        get: operations["listPostRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells that the link of a post was copied or sent on. It counts once a day for each account, and not for the author's own posts. */
        post: operations["sharePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation sends to devices, the key to subscribe with, and whether this browser has subscribed. */
        get: operations["readPush"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Subscribes this session's browser; the subscription ends with the session. */
        put: operations["subscribeToPush"];
        post?: never;
        /** Ends this browser's subscription. Doing so twice is no error. */
        delete: operations["unsubscribeFromPush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks that this installation signed a receipt, and tells what it says. */
        post: operations["checkReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public key that signs this installation's receipts, as a JSON Web Key. */
        get: operations["readReceiptKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own reports and what became of them, newest first. */
        get: operations["listReports"];
        put?: never;
        /** Tells the administrators of something that breaks a rule; sent again, it replaces the first one. */
        post: operations["sendReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account's rooms, the last written to first. A room for two shows once something is written there. */
        get: operations["listRooms"];
        put?: never;
        /** Opens a group, or the room of two people, which they have once. Whoever may not be written to unasked is asked. */
        post: operations["openRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People to write to, 10 at most, with what their settings say. */
        get: operations["findPeopleToMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the account's rooms. */
        get: operations["readRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts a request: the room moves to the inbox. */
        post: operations["acceptRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines a request; who asked is not told. */
        post: operations["declineRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings people into a group; they read what is written from then on. */
        post: operations["addToRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/members/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leaves a group. */
        delete: operations["leaveRoom"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was written in a room since the account came, newest first. */
        get: operations["listMessages"];
        put?: never;
        /** Writes in a room, or shares a post there: each reader sees its card only where they may open it. Repeat with the same Idempotency-Key when no answer came. */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mutes a room, or ends it: what is written there is no longer counted or pushed. */
        put: operations["muteRoom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a group another name. */
        put: operations["renameRoom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes how far the account has read. */
        post: operations["markRoomRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own drafts that are to be published, soonest first, and those whose publication could not be made. */
        get: operations["listSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenplays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a prompt or a storyboard without making anything of it: what is understood, what is not, and how it would be laid out shot by shot. */
        post: operations["writeScreenplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/screenplays/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a prompt out as a shot brief, in its own language and words, to be edited and used in its place. */
        post: operations["writeBrief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People by handle and name, those who let themselves be found. */
        get: operations["searchPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts whose title, caption or prompt hold all words, in any form, in English and French; typing errors are mended. */
        get: operations["searchPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags that begin so, the most used first, 20 at most. */
        get: operations["searchTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a password. */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends this session. Signing out twice is no error. */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a passkey. */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the WebAuthn request options: the argument of PublicKeyCredential.parseRequestOptionsFromJSON. */
        post: operations["askSignInPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a recovery code, which is then used up. */
        post: operations["signInWithRecoveryCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own uploaded sounds, newest first. */
        get: operations["listSounds"];
        put?: never;
        /** Uploads a sound to put under videos: the bytes of an audio file of at most 20 MB and 3 minutes. It is brought to the usual loudness. */
        post: operations["uploadSound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes an own uploaded sound; videos that were made with it keep theirs. */
        delete: operations["deleteSound"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sounds/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own uploaded sound. */
        get: operations["readSound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/styles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Looks that a generation can be made in. */
        get: operations["listStyles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/styles/{id}/thumbnail.webp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A still of the same scene in a style. */
        get: operations["readStyleThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is unread: notifications, rooms, requests. For pages that can't listen to events. */
        get: operations["countUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells what was watched, for counters and recommendations. Signed out, only views are counted. */
        post: operations["recordWatches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A stored file by its name: the hash of its bytes and an extension. Byte ranges, If-Range and ETags work; HEAD does, too. */
        get: operations["readMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to embed the post whose page has an address (oEmbed 1.0). */
        get: operations["embedByAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/p/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page behind a share link: it plays without script, and tells link previews what it holds. English or French by Accept-Language. */
        get: operations["showPost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/p/{id}/card.jpg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of a post in link previews, JPEG, 1200x630. It is made when it is first asked for; HEAD works, too. */
        get: operations["showCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/p/{id}/embed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The player alone, for frames on other sites. */
        get: operations["embedPost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/p/{id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** QR code of the address of a post's page, SVG. */
        get: operations["showQrCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description How an account's posts fare, for its owner alone. */
        AccountAnalytics: {
            /** @description One for each of the days asked for, oldest first, days without anything included. */
            days: components["schemas"]["AnalyticsDay"][];
            /** @description Sums of the days. */
            totals: components["schemas"]["AnalyticsTotals"];
            /** @description Where views came from, most first. */
            sources: components["schemas"]["AnalyticsSource"][];
            /** @description The posts that were watched most in these days, 20 at most. */
            posts: components["schemas"]["PostSummary"][];
        };
        /** @description One thing that an open page hears. The event's name tells which member is set. */
        AccountEvent: {
            notification?: null | components["schemas"]["Notification"];
            message?: null | components["schemas"]["Message"];
            room?: null | components["schemas"]["Room"];
            /**
             * Format: uuid
             * @description Of `room`: which room.
             */
            roomId?: null | string;
            counts?: null | components["schemas"]["Unread"];
        };
        /** @description What the owner of an account has chosen, the same on every device. */
        AccountSettings: {
            /** @description Language of the interface: `en` or `fr`. */
            locale: string;
            /** @description Videos start by themselves. */
            autoplay: boolean;
            /** @description Videos start with sound, where the browser lets them. */
            soundAtStart: boolean;
            /** @description Nothing is loaded before it is needed, and the small rendition is played. */
            dataSaver: boolean;
            /** @description Captions are shown where there are some. */
            captions: boolean;
            /** @description Whether movement on the pages is kept small. */
            reducedMotion: components["schemas"]["MotionChoice"];
            /** @description Dark or light. */
            theme: components["schemas"]["ThemeChoice"];
            /** @description Others see on the profile which posts it likes. */
            showLikes: boolean;
            /** @description Who may begin a conversation with it. */
            messagesFrom: components["schemas"]["MessageAudience"];
            /** @description It is found by search and shown on the explore page; its posts too. */
            discoverable: boolean;
            /**
             * Format: int32
             * @description Minutes of watching in a day after which a break is proposed: 0 (never) or 5 to 600.
             */
            breakAfterMinutes: number;
        };
        /** @description Who does what, and relative to what. */
        Action: {
            /** @description Verb concept. */
            verb: string;
            /** @description Who acts. */
            subjectId: string;
            /** @description Direction or relation to the target. */
            direction: null | string;
            /** @description The target: a subject, or the setting's concept. */
            targetId: null | string;
        };
        /** @description A new passkey for an account that exists. */
        AddPasskeyRequest: {
            /** @description The browser's answer: `PublicKeyCredential.toJSON()`. */
            credential: unknown;
            /** @description What to call it, at most 60 characters. */
            name?: null | string;
        };
        /** @description Who comes into a group. */
        AddToRoomRequest: {
            /** @description 1 to 11 people. */
            handles: string[];
        };
        /** @description What to change of an account; what is absent stays. */
        AdministerAccountRequest: {
            /** @description True suspends, false reinstates. */
            suspended?: null | boolean;
            /** @description Sets or takes the mark of a confirmed identity. */
            verified?: null | boolean;
            /** @description Marks it as that of a public figure, or takes that back. */
            publicFigure?: null | boolean;
            /** @description Gives or takes the role. */
            administrator?: null | boolean;
        };
        /** @description An account, as an administrator sees it. */
        AdministeredAccount: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Handle, name and mark. */
            author: components["schemas"]["Author"];
            /** @description True where it is marked as that of a public figure. */
            publicFigure: boolean;
            /** @description True for those who run the installation. */
            administrator: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last used; null where no session is left.
             */
            lastSeenAt: null | string;
            /**
             * Format: date-time
             * @description Since when it is suspended; null in good standing.
             */
            suspendedAt: null | string;
            /**
             * Format: date-time
             * @description When its owner asked for its deletion; null while it is open.
             */
            closedAt: null | string;
            /**
             * Format: int32
             * @description Posts, whoever sees them.
             */
            posts: number;
            /**
             * Format: int64
             * @description Size of its media.
             */
            storageBytes: number;
        };
        /** @description One day, UTC. */
        AnalyticsDay: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /**
             * Format: int32
             * @description Views that counted.
             */
            views: number;
            /**
             * Format: int64
             * @description Time watched.
             */
            watchSeconds: number;
            /**
             * Format: int32
             * @description Likes given and not taken back.
             */
            likes: number;
            /**
             * Format: int32
             * @description Followers gained and still there; 0 for a post.
             */
            followers: number;
            /**
             * Format: int32
             * @description Times that links were shared, once a day for each account and post.
             */
            shares: number;
        };
        /** @description Where views came from. */
        AnalyticsSource: {
            /** @description The place. */
            source: components["schemas"]["WatchSource"];
            /**
             * Format: int32
             * @description Views that counted.
             */
            views: number;
            /**
             * Format: int32
             * @description Stretches of watching, however short.
             */
            watches: number;
        };
        /** @description Sums. */
        AnalyticsTotals: {
            /**
             * Format: int32
             * @description Views that counted.
             */
            views: number;
            /**
             * Format: int64
             * @description Time watched.
             */
            watchSeconds: number;
            /**
             * Format: int32
             * @description Likes.
             */
            likes: number;
            /**
             * Format: int32
             * @description Followers gained.
             */
            followers: number;
            /**
             * Format: int32
             * @description Times that links were shared.
             */
            shares: number;
            /**
             * Format: double
             * @description Share of the stretches of watching that reached the end, 0 to 1; null where nobody watched.
             */
            completionRate: null | number;
        };
        /** @description One thing done to several drafts at once. */
        ArrangeDraftsRequest: {
            /** @description 1 to 100 drafts; those that are not one's own are passed over. */
            ids: string[];
            /** @description What is done. */
            action: components["schemas"]["DraftAction"];
            /**
             * Format: uuid
             * @description For `move`: the folder; null takes them out of theirs.
             */
            folderId?: null | string;
        };
        /** @description What was done. */
        ArrangedDrafts: {
            /** @description The drafts that it was done to. */
            ids: string[];
        };
        /**
         * @description Who of those who see a post may do something with it; its author always may. Kept as a number: never renumber.
         * @enum {unknown}
         */
        Audience: "everyone" | "followers" | "nobody";
        /** @description One act of an administrator, or a change by which an account lost what an administrator had given it. */
        AuditEntry: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Handle of who acted, at that time. */
            actor: string;
            /** @description What they did. */
            action: string;
            /** @description What it was done to. */
            target: string;
            /** @description More about it. */
            detail: null | string;
            /**
             * Format: date-time
             * @description When.
             */
            createdAt: string;
        };
        /** @description An account, as others see it beside what it made. */
        Author: {
            /** @description Unique name, without the at sign. */
            handle: string;
            /** @description Name for people. */
            displayName: string;
            /** @description True where an administrator has confirmed who it is. */
            verified: boolean;
            /** @description Its picture, a square WebP; null for none. */
            pictureUrl: null | string;
        };
        /** @description A prompt, written out as a shot brief. */
        Brief: {
            /** @description In the language and the words of the prompt, to be edited and used in its place. */
            prompt: string;
        };
        /** @description A prompt to be written out. */
        BriefRequest: {
            /** @description 1 to 20,000 characters, as for a generation. */
            prompt: string;
            /** @description How much to add. */
            length: components["schemas"]["BriefSize"];
            /**
             * Format: double
             * @description Length of the film, within the installation's bounds; 10 when absent.
             */
            seconds?: null | number;
        };
        /**
         * @description How much a brief says.
         * @enum {unknown}
         */
        BriefSize: "short" | "medium" | "long";
        /** @description How a shot is filmed. */
        Camera: {
            /** @description Movement of the camera. */
            move: null | string;
            /** @description Size of the subject in the frame. */
            size: null | string;
            /** @description Height and tilt. */
            angle: null | string;
        };
        /** @description Captions in one language. */
        CaptionTrack: {
            /** @description Language tag (BCP 47), lower case. */
            language: string;
            /** @description WebVTT. */
            url: string;
        };
        /** @description A case, as an administrator sees it. */
        Case: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description What kind of thing. */
            kind: components["schemas"]["ReportTargetKind"];
            /**
             * Format: uuid
             * @description Its id.
             */
            targetId: string;
            /** @description Whose it is. */
            subject: components["schemas"]["Author"];
            /** @description What it said when it was first reported. */
            excerpt: string;
            post: null | components["schemas"]["Post"];
            /**
             * Format: int32
             * @description 0 to 2; 2 is looked at first.
             */
            urgency: number;
            /** @description Every complaint, oldest first; 50 at most. */
            reports: components["schemas"]["CaseReport"][];
            /**
             * Format: int32
             * @description Number of complaints.
             */
            reportCount: number;
            /**
             * Format: int32
             * @description How often something of this account was removed or the account suspended before.
             */
            earlierDecisions: number;
            /**
             * Format: date-time
             * @description When the first report came.
             */
            openedAt: string;
            decision: null | components["schemas"]["Decision"];
            rule: null | components["schemas"]["ReportReason"];
            /** @description What the subject was told. */
            note: null | string;
            /**
             * Format: date-time
             * @description When it was decided.
             */
            decidedAt: null | string;
            /** @description Handle of who decided. */
            decidedBy: null | string;
        };
        /** @description A complaint in a case. */
        CaseReport: {
            /** @description Who complains. */
            reporter: components["schemas"]["Author"];
            /** @description Which rule it is about. */
            reason: components["schemas"]["ReportReason"];
            /** @description What they add. */
            note: null | string;
            /**
             * Format: date-time
             * @description When.
             */
            createdAt: string;
        };
        /** @description A receipt to check. */
        CheckReceiptRequest: {
            /** @description The whole file, as downloaded. */
            document: string;
        };
        /** @description A proof that it is the owner who asks: one of the two. */
        CloseAccountRequest: {
            /** @description The account's password. */
            password?: null | string;
            /** @description The browser's answer to the question of `/api/sessions/passkey-options`: `PublicKeyCredential.toJSON()`. */
            credential?: unknown;
        };
        /** @description A closed account. */
        ClosedAccount: {
            /**
             * Format: date-time
             * @description When it is erased unless it is opened again before.
             */
            eraseAt: string;
            /** @description Path of the page that tells where the erasure stands and later gives the signed receipt, without an account. It is shown this once. */
            receiptUrl: string;
        };
        /** @description A collection, as one viewer sees it. */
        Collection: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Whose it is. */
            owner: components["schemas"]["Author"];
            /** @description 1 to 60 characters. */
            name: string;
            /** @description What it is about; null for none. */
            description: null | string;
            /** @description True where everyone may open it. */
            isPublic: boolean;
            /**
             * Format: int32
             * @description Number of its posts that the viewer may open.
             */
            posts: number;
            /** @description Thumbnails of its first posts, 4 at most. */
            coverUrls: string[];
            /** @description True for its owner. */
            mine: boolean;
            /** @description Whether it holds the post that was asked about; null where none was. */
            holds: null | boolean;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        /** @description A collection with its posts. */
        CollectionContent: {
            /** @description The collection. */
            collection: components["schemas"]["Collection"];
            /** @description The posts that the viewer may open, in the collection's order. */
            items: components["schemas"]["Post"][];
        };
        /** @description The order of a collection's posts. */
        CollectionOrderRequest: {
            /** @description Posts of the collection in their new order; those that are not named follow in the order they had. */
            postIds: string[];
        };
        /** @description What a collection is called, and who may open it. */
        CollectionRequest: {
            /** @description 1 to 60 characters. */
            name: string;
            /** @description At most 500 characters; null for none. */
            description?: null | string;
            /**
             * @description True lets everyone open it; false keeps it to oneself.
             * @default false
             */
            isPublic: boolean;
        };
        /** @description A comment, as one viewer sees it. */
        Comment: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /**
             * Format: uuid
             * @description The post that it stands under.
             */
            postId: string;
            /**
             * Format: uuid
             * @description The comment that opened its thread; its own id where that is itself.
             */
            threadId: string;
            /**
             * Format: uuid
             * @description The comment that it answers; null for one on the post itself.
             */
            parentId: null | string;
            answering: null | components["schemas"]["Author"];
            /** @description Whether it can be read. */
            state: components["schemas"]["CommentState"];
            author: null | components["schemas"]["Author"];
            /** @description What it says; empty where it can't be read. */
            text: string;
            /** @description Mentions, links and tags of the text. */
            facets: components["schemas"]["TextFacet"][];
            /**
             * Format: date-time
             * @description When it was written.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its text was last changed; null when never.
             */
            editedAt: null | string;
            /**
             * Format: int32
             * @description Number of likes.
             */
            likes: number;
            /**
             * Format: int32
             * @description Number of answers in its thread; 0 for an answer.
             */
            answers: number;
            /** @description True where the viewer likes it. */
            liked: boolean;
            /** @description True where the author of the post likes it. */
            likedByAuthor: boolean;
            /** @description True where the author of the post wrote it. */
            byAuthor: boolean;
            /** @description True where the author of the post pinned it. */
            pinned: boolean;
            /** @description True for who wrote it. */
            mine: boolean;
        };
        /** @description An earlier text of a comment. */
        CommentEdit: {
            /** @description What it said. */
            text: string;
            /**
             * Format: date-time
             * @description When it was replaced.
             */
            replacedAt: string;
        };
        /** @description What the author of a post has set for its comments. */
        CommentRules: {
            /** @description Who may comment. */
            audience: components["schemas"]["Audience"];
            /**
             * Format: int32
             * @description Seconds that an account waits between two comments, 0 to 3,600; 0 for none.
             */
            slowSeconds: number;
        };
        /**
         * @description Whether a comment can be read.
         * @enum {unknown}
         */
        CommentState: "standing" | "deleted" | "hidden";
        /** @description The rules of a post, and what they mean for the viewer. */
        CommentTerms: {
            /** @description Who may comment. */
            audience: components["schemas"]["Audience"];
            /**
             * Format: int32
             * @description Seconds that an account waits between two comments; 0 for none.
             */
            slowSeconds: number;
            /** @description True where the viewer may comment. */
            canComment: boolean;
            /** @description True for the author of the post, who moderates its comments. */
            mine: boolean;
        };
        /** @description A comment on a post with the beginning of its answers. */
        CommentThread: {
            /** @description The comment that opened the thread. */
            comment: components["schemas"]["Comment"];
            /** @description The first answers, oldest first. */
            answers: components["schemas"]["Comment"][];
            /** @description Cursor of the answers that follow; null where there are no more. */
            next: null | string;
        };
        /** @description A proof of who one is. */
        ConfirmRequest: {
            /** @description The account's password. */
            password: string;
        };
        /** @description An edit of one's own finished videos: trimmed, put in order, joined, extended, with the sound of one's choice. */
        CreateEditRequest: {
            /** @description 1 to 20 clips in order. The first one gives the result its frame rate, and its size unless Size does. */
            clips: components["schemas"]["EditClipRequest"][];
            /** @description Name of the new draft; null for none. */
            title?: null | string;
            /** @description Picture size of the result, width first; clips of another shape are shown whole over a blurred copy of themselves. */
            size?: null | string;
            sound?: null | components["schemas"]["EditSoundRequest"];
        };
        /** @description What to make. */
        CreateGenerationRequest: {
            /** @description What to show, in English or French: 1 to 20,000 characters. Control characters and invisible direction marks are removed. With a storyboard, what holds for all of its shots; it may then be absent. A line that begins with `Change:` or `Changement :` takes the place of what the other lines say on the same matter. A remix without prompt and storyboard takes those of its source. */
            prompt?: null | string;
            /**
             * Format: double
             * @description Length, within the engine's bounds as /api/instance tells them; when absent 10, or as near to it as the engine goes. Absent with a storyboard, whose shots say it.
             */
            seconds?: null | number;
            /** @description Picture size, width first: `720x1280`. The engine's default when absent. */
            size?: null | string;
            /**
             * Format: int32
             * @description Frames a second. The engine's default when absent.
             */
            fps?: null | number;
            /**
             * Format: int64
             * @description 0 to 9007199254740991. Drawn when absent.
             */
            seed?: null | number;
            /** @description Engine id. The installation's default when absent. */
            engine?: null | string;
            storyboard?: null | components["schemas"]["StoryboardRequest"];
            /** @description Id of one of /api/styles; `none` or absent for none. A remix keeps that of its source where it is absent. */
            style?: null | string;
            /**
             * Format: int32
             * @description How many to make, with different seeds: 1 to 4. 1 when absent. Each counts as a generation.
             */
            variants?: null | number;
            /**
             * Format: uuid
             * @description The post to remix, own or someone's who allows it. Its size, length, frame rate, engine and seed hold where the request names none, so that its world is kept. Asked for a `change` of one's own post, the picture that it starts from holds too, where the engine takes it; that of someone else's does not.
             */
            remixOf?: null | string;
            /** @description What is different from the words: added to them as a `Change:` line, so that "at night, the ball is blue" changes the film of a remix and keeps the rest. */
            change?: null | string;
            /**
             * Format: uuid
             * @description The picture that the film starts from, one of one's own of /api/first-images; absent for none.
             */
            firstImageId?: null | string;
            /**
             * Format: uuid
             * @description One's own draft to start from, in place of `remixOf`, finished or not: what it was asked for holds in the same way, its picture too where a `change` is asked for. The new draft credits the post that this one remixes, if any.
             */
            remixOfDraft?: null | string;
        };
        /** @description What to do about a case. */
        DecideCaseRequest: {
            /** @description What to do. */
            decision: components["schemas"]["Decision"];
            rule?: null | components["schemas"]["ReportReason"];
            /** @description What its author is told besides; at most 1,000 characters. */
            note?: null | string;
        };
        /** @enum {unknown} */
        Decision: "dismissed" | "removed" | "suspended" | null;
        /** @description What was decided about something of one's own. */
        DecisionNotice: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            caseId: string;
            /** @description What kind of thing. */
            kind: components["schemas"]["ReportTargetKind"];
            /**
             * Format: uuid
             * @description Its id.
             */
            targetId: string;
            /** @description What it said when it was reported. */
            excerpt: string;
            /** @description What was done. */
            decision: components["schemas"]["Decision"];
            rule: null | components["schemas"]["ReportReason"];
            /** @description What the administrator adds; null for nothing. */
            note: null | string;
            /**
             * Format: date-time
             * @description When.
             */
            decidedAt: string;
        };
        /** @description A device on which the account is signed in. */
        Device: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Its browser, such as `Firefox`; null where it does not say. */
            browser: null | string;
            /** @description Its system, such as `Android`; null where it does not say. */
            system: null | string;
            /**
             * Format: date-time
             * @description Since when.
             */
            signedInAt: string;
            /**
             * Format: date-time
             * @description When it was last used, to the hour.
             */
            lastSeenAt: string;
            /** @description True for the device that asks. */
            current: boolean;
        };
        /** @description A spoken line. */
        DialogueLine: {
            /** @description Who speaks; null when nobody is named. */
            speakerId: null | string;
            /** @description What is said. */
            text: string;
        };
        /**
         * @description What of a post is downloaded.
         * @enum {unknown}
         */
        DownloadKind: "film" | "small" | "end_card" | "animated";
        /** @description A draft, as its owner sees it. */
        Draft: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Name that its owner gave it; null for none. */
            title: null | string;
            /**
             * Format: uuid
             * @description The folder that it lies in; null for none.
             */
            folderId: null | string;
            remixOf: null | components["schemas"]["PostReference"];
            /** @description True where it was put together from finished videos. */
            edit: boolean;
            schedule: null | components["schemas"]["ScheduledPost"];
            /** @description What makes it. */
            generation: components["schemas"]["Generation"];
            video: null | components["schemas"]["Video"];
            /** @description True once its owner has opened the finished video. */
            read: boolean;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
        };
        /**
         * @description What is done to several drafts.
         * @enum {unknown}
         */
        DraftAction: "delete" | "move" | "mark_read" | "mark_unread";
        /** @description A folder, as its owner sees it. */
        DraftFolder: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description 1 to 60 characters. */
            name: string;
            /**
             * Format: int32
             * @description Number of drafts in it.
             */
            drafts: number;
        };
        /** @description A folder's name. */
        DraftFolderRequest: {
            /** @description 1 to 60 characters, unlike those of one's other folders. */
            name: string;
        };
        /** @description One clip: a stretch of an own draft or an own post, exact to the frame. */
        EditClipRequest: {
            /**
             * Format: uuid
             * @description The draft; or else PostId.
             */
            draftId?: null | string;
            /**
             * Format: uuid
             * @description The post; or else DraftId.
             */
            postId?: null | string;
            /**
             * Format: int32
             * @description First frame, counted from 0 in the clip's own video; its start when absent.
             */
            startFrame?: null | number;
            /**
             * Format: int32
             * @description Frame after the last one; its end when absent.
             */
            endFrame?: null | number;
            /**
             * Format: double
             * @description Seconds over which the clip before dissolves into this one, at most 3; a cut when absent.
             */
            crossfadeSeconds?: null | number;
            /**
             * Format: double
             * @description Seconds, 1 to 25, that the engine adds after the video's end, in the same world; none when absent. The clip has to run to its video's end.
             */
            extendSeconds?: null | number;
            /** @description What happens in those seconds, in English or French: 1 to 1,000 characters; the film goes on as it was when absent. Nothing is cut: whoever is there goes on from where it is, others come in, rain comes little by little. */
            extendPrompt?: null | string;
        };
        /** @description A comment's new text. */
        EditCommentRequest: {
            /** @description 1 to 1,000 characters, with mentions, links and tags. */
            text: string;
        };
        /** @description A message's new text. */
        EditMessageRequest: {
            /** @description At most 2,000 characters; may be empty beside a post. */
            text: string;
        };
        /** @description A post's text and audiences, whole: what is absent or null is emptied. */
        EditPostRequest: {
            /** @description Who finds it. */
            visibility: components["schemas"]["Visibility"];
            /** @description Who may remix it. */
            remixAudience: components["schemas"]["Audience"];
            /** @description Who may comment on it. */
            commentAudience: components["schemas"]["Audience"];
            /** @description At most 100 characters; null for none. */
            title?: null | string;
            /** @description At most 2,000 characters; null for none. Those whom it mentions anew are notified. */
            caption?: null | string;
            /** @description At most 1,000 characters; null for none. */
            altText?: null | string;
            downloadAudience?: null | components["schemas"]["Audience"];
        };
        /** @description What is heard under an edit. */
        EditSoundRequest: {
            /** @description Where the sound comes from. */
            mode: components["schemas"]["SoundMode"];
            /**
             * Format: double
             * @description 0 silent, 1 as it is, 2 twice as loud; 1 when absent.
             */
            volume?: null | number;
            /**
             * Format: uuid
             * @description To replace the sound by that of an own draft.
             */
            draftId?: null | string;
            /**
             * Format: uuid
             * @description To replace the sound by that of an own post.
             */
            postId?: null | string;
            /**
             * Format: uuid
             * @description To replace the sound by an uploaded one.
             */
            soundId?: null | string;
        };
        /** @description An engine and what it can make. */
        Engine: {
            /** @description Stable id. */
            id: string;
            /** @description Name for people. */
            name: string;
            /** @description Picture sizes, width first, the default one first. */
            sizes: string[];
            /** @description Frame rates, the default one first. */
            fps: number[];
            /**
             * Format: double
             * @description Shortest video.
             */
            minSeconds: number;
            /**
             * Format: double
             * @description Longest video.
             */
            maxSeconds: number;
            /** @description True when its videos have sound. */
            sound: boolean;
            /** @description True when it makes films shot by shot. */
            storyboards: boolean;
            /** @description True when a film can start from a picture: one of /api/first-images. */
            firstImage: boolean;
            /** @description True when no film can be made without. */
            firstImageNeeded: boolean;
        };
        /** @description How much of an account there is to erase, by kind. */
        ErasedCounts: {
            /**
             * Format: int32
             * @description Posts.
             */
            posts: number;
            /**
             * Format: int32
             * @description Drafts.
             */
            drafts: number;
            /**
             * Format: int32
             * @description Prompts with their screenplays and results.
             */
            generations: number;
            /**
             * Format: int32
             * @description Files of results, pictures, those that films start from, and uploaded sounds.
             */
            mediaFiles: number;
            /**
             * Format: int64
             * @description Length of the results, the pictures that films start from, and sounds in bytes.
             */
            mediaBytes: number;
            /**
             * Format: int32
             * @description Comments written.
             */
            comments: number;
            /**
             * Format: int32
             * @description Likes and dislikes given.
             */
            reactions: number;
            /**
             * Format: int32
             * @description Reposts.
             */
            reposts: number;
            /**
             * Format: int32
             * @description Follows in both directions, blocks and mutes.
             */
            relations: number;
            /**
             * Format: int32
             * @description Notifications received.
             */
            notifications: number;
            /**
             * Format: int32
             * @description Signed-in browsers and devices.
             */
            sessions: number;
            /**
             * Format: int32
             * @description Passkeys.
             */
            passkeys: number;
            /**
             * Format: int32
             * @description Uploaded sounds.
             * @default 0
             */
            sounds: number;
            /**
             * Format: int32
             * @description Messages written.
             * @default 0
             */
            messages: number;
            /**
             * Format: int32
             * @description Collections.
             * @default 0
             */
            collections: number;
            /**
             * Format: int32
             * @description Bookmarks.
             * @default 0
             */
            bookmarks: number;
            /**
             * Format: int32
             * @description Exports that lay ready or were being written.
             * @default 0
             */
            exports: number;
        };
        /** @description Where the deletion of an account stands, for whoever has its secret link. */
        Erasure: {
            /** @description Where it stands. */
            status: components["schemas"]["ErasureStatus"];
            /**
             * Format: date-time
             * @description When the owner asked for it.
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @description When the days of grace run out.
             */
            eraseAt: string;
            /**
             * Format: date-time
             * @description When everything was gone; null before.
             */
            erasedAt: null | string;
            erased: null | components["schemas"]["ErasedCounts"];
            /** @description Where the signed receipt is; null before everything was gone. */
            receiptUrl: null | string;
        };
        /** @description What was erased, and when; the payload of a receipt. */
        ErasureReceipt: {
            /** @description Always `lucarne-erasure-receipt`. */
            type: string;
            /**
             * Format: int32
             * @description Version of the format, 1.
             */
            version: number;
            /** @description Name of the installation. */
            installation: string;
            /** @description Its address; empty where it has not been set. */
            origin: string;
            /**
             * Format: uuid
             * @description The account that is gone.
             */
            accountId: string;
            /**
             * Format: date-time
             * @description When its owner asked for it.
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @description When everything was gone.
             */
            erasedAt: string;
            /** @description How much was erased, by kind. */
            erased: components["schemas"]["ErasedCounts"];
            /** @description In words, what this receipt says. */
            statement: string;
        };
        /**
         * @description Where the deletion of an account stands. Kept as a number: never renumber.
         * @enum {unknown}
         */
        ErasureStatus: "waiting" | "erasing" | "erased" | "withdrawn";
        /** @description What goes on, the same for everyone but for what the viewer may not see. */
        Explore: {
            /** @description Tags on the rise, most first. */
            tags: components["schemas"]["RisingTag"][];
            /** @description What the week's posts are about, most first. */
            topics: components["schemas"]["TopicOfWeek"][];
            /** @description The week's posts with the most remixes made in it: prompts that inspire. */
            remixed: components["schemas"]["Post"][];
            /** @description The posts with the most likes given in the week. */
            liked: components["schemas"]["Post"][];
            /** @description Whose posts were remixed most in the week. */
            remixLeaders: components["schemas"]["Leader"][];
            /** @description Whose posts were liked most in the week. */
            likeLeaders: components["schemas"]["Leader"][];
            /** @description A post each of people who began to publish within two weeks. */
            newVoices: components["schemas"]["Post"][];
            /** @description Posts that administrators have put before everyone, the last first. */
            featured: components["schemas"]["Post"][];
        };
        /** @description An export, as its owner sees it. */
        Export: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Where it stands. */
            status: components["schemas"]["ExportStatus"];
            /**
             * Format: double
             * @description Share of the archive that is written, 0 to 1.
             */
            progress: number;
            /**
             * Format: int64
             * @description Length of the archive; null before it is ready.
             */
            sizeBytes: null | number;
            /** @description Where to download it; null before it is ready. */
            fileUrl: null | string;
            /** @description Why there is no archive (`disk_full`, `disk_failed`, `server_failed`); null unless it failed. */
            failureCode: null | string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the archive is deleted; null before it is ready.
             */
            expiresAt: null | string;
        };
        /**
         * @description Where an export stands. Kept as a number: never renumber.
         * @enum {unknown}
         */
        ExportStatus: "queued" | "in_progress" | "ready" | "failed";
        /** @description Why a generation failed. A failed generation costs nothing. */
        Failure: {
            /** @description Stable snake_case code. */
            code: string;
            /** @description What happened. */
            message: string;
            /** @description What to do about it. */
            action: string;
        };
        /**
         * @description How old the films of a feed may be. Kept as a number: never renumber.
         * @default any
         * @enum {unknown}
         */
        FeedAge: "any" | "day" | "week" | "month";
        /** @enum {unknown} */
        FeedEnd: "nothing_yet" | "all_seen" | "same_people" | "end_of_list" | null;
        /** @description One post in a feed. */
        FeedItem: {
            /** @description The post. */
            post: components["schemas"]["Post"];
            /** @description Why it is here: what weighed most, first. */
            why: components["schemas"]["FeedReason"][];
            repostedBy: null | components["schemas"]["Author"];
            /**
             * Format: int32
             * @description Place in the scroll, from 0.
             */
            position: number;
        };
        /** @description What a viewer is in the mood for. */
        FeedMood: {
            /**
             * Format: uuid
             * @description The wish, to remove it by.
             */
            id: string;
            /** @description As typed. */
            words: string;
        };
        /** @description One stretch of a feed. */
        FeedPage: {
            /** @description Items in the feed's order. */
            items: components["schemas"]["FeedItem"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
            /**
             * Format: uuid
             * @description Names this page in watch telemetry.
             */
            requestId: string;
            /** @description The feed. */
            tab: components["schemas"]["FeedTab"];
            end: null | components["schemas"]["FeedEnd"];
            /** @description What the viewer is in the mood for, newest first: it has weighed in this page. Empty but for For you. */
            moods: components["schemas"]["FeedMood"][];
        };
        /** @description How an account likes its feeds. */
        FeedPreferences: {
            /** @description The feed that opens first; `latest` for one that is the same for everyone. */
            defaultTab: components["schemas"]["FeedTab"];
            /**
             * @description Remixes are left out.
             * @default false
             */
            originals: boolean;
            /** @description How old films may be. */
            since?: components["schemas"]["FeedAge"];
            /**
             * @description Following, Latest and Top leave out what was seen within 30 days, as For you does by itself.
             * @default false
             */
            unseen: boolean;
        };
        /** @description One reason why a post is in a feed. */
        FeedReason: {
            /** @description What it is. */
            code: components["schemas"]["FeedReasonCode"];
            /**
             * Format: double
             * @description How much of the score it makes up, 0 to 1; 1 where there is no score.
             */
            share: number;
            /**
             * Format: int32
             * @description How many (of likes by people one follows, of liked posts of the author); null where there is nothing to count.
             */
            count?: null | number;
        };
        /**
         * @description What can bring a post into a feed.
         * @enum {unknown}
         */
        FeedReasonCode: "follows_author" | "liked_by_followed" | "liked_author" | "well_received" | "fresh" | "exploration" | "newest" | "reposted" | "top" | "mood";
        /**
         * @description Which feed. Kept as a number: never renumber.
         * @enum {unknown}
         */
        FeedTab: "for_you" | "following" | "latest" | "top";
        /** @description A picture that films can start from, as its owner sees it. */
        FirstImage: {
            /**
             * Format: uuid
             * @description UUIDv7; `firstImageId` of a generation.
             */
            id: string;
            /** @description Name for people; empty for none. */
            name: string;
            /**
             * Format: int32
             * @description Pixels.
             */
            width: number;
            /**
             * Format: int32
             * @description Pixels.
             */
            height: number;
            /** @description The picture, WebP, for its owner. */
            url: string;
            /**
             * Format: date-time
             * @description When it goes, unless a film is made from it before.
             */
            expiresAt: string;
        };
        /** @description A frame of one's own film, to start another one from. */
        FirstImageFrameRequest: {
            /**
             * Format: uuid
             * @description Id of the video of one's own draft or post.
             */
            videoId: string;
            /**
             * Format: double
             * @description The moment, in seconds from the video's start.
             */
            atSeconds: number;
            /**
             * @description True: the account holds the rights to what is seen, and the people in it consent.
             * @default false
             */
            rightsConfirmed: boolean;
        };
        /** @description A person who was found. */
        FoundPerson: {
            /** @description Who it is. */
            author: components["schemas"]["Author"];
            /**
             * Format: int32
             * @description Accounts that follow them.
             */
            followers: number;
            /** @description True where the viewer follows them. */
            followed: boolean;
        };
        /** @description A tag. */
        FoundTag: {
            /** @description Without its hash, lower case. */
            tag: string;
            /**
             * Format: int32
             * @description Posts that carry it and that the viewer may find.
             */
            posts: number;
        };
        /** @description A generation, as its owner sees it. */
        Generation: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /**
             * Format: uuid
             * @description The draft that it fills; null once that was published or deleted.
             */
            draftId: null | string;
            /**
             * Format: uuid
             * @description The post that it became; null unless published.
             */
            postId: null | string;
            /** @description Where it stands. */
            status: components["schemas"]["GenerationState"];
            /** @description The prompt, cleaned. */
            prompt: string;
            /**
             * Format: double
             * @description Share of the work that is done, 0 to 1.
             */
            progress: number;
            /**
             * Format: double
             * @description Seconds until it is completed, as measured; null while unknown and once ended.
             */
            etaSeconds: null | number;
            /**
             * Format: int32
             * @description 1 for the next to start; null unless queued.
             */
            queuePosition: null | number;
            /**
             * Format: int32
             * @description Pixels.
             */
            width: number;
            /**
             * Format: int32
             * @description Pixels.
             */
            height: number;
            /**
             * Format: int32
             * @description Frames a second.
             */
            fps: number;
            /**
             * Format: double
             * @description Length of the finished video.
             */
            seconds: number;
            /**
             * Format: int64
             * @description Seed of everything random in it: same request, same seed, same video.
             */
            seed: number;
            /** @description Id of the engine. */
            engine: string;
            /** @description Version of the engine that made it; null until it is completed, for an edit of other films, and where it is not known. */
            engineVersion: null | string;
            storyboard: null | components["schemas"]["Storyboard"];
            /** @description Id of the style; null for none. */
            style: null | string;
            firstImage: null | components["schemas"]["StartPicture"];
            /**
             * Format: uuid
             * @description Shared by the variants that were asked for together; null for one that was asked for alone.
             */
            batchId: null | string;
            stream: null | components["schemas"]["LiveStream"];
            failure: null | components["schemas"]["Failure"];
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its last attempt started; null before.
             */
            startedAt: null | string;
            /**
             * Format: date-time
             * @description When it ended, in whatever way; null before.
             */
            finishedAt: null | string;
        };
        /**
         * @description Where a generation stands; the same names and order as the studio's own.
         * @enum {unknown}
         */
        GenerationState: "queued" | "in_progress" | "completed" | "failed" | "cancelled";
        /** @description Whether a handle can be had. */
        HandleAvailability: {
            /** @description As it would be kept. */
            handle: string;
            /** @description True when nobody has it and the rules allow it. */
            available: boolean;
            /** @description Code of the refusal otherwise: `handle_invalid`, `handle_reserved` or `handle_taken`. */
            reason: null | string;
        };
        /** @description Handles that start as somebody types. */
        HandleCompletions: {
            /** @description Whom the account follows first, then in alphabetical order; 8 at most. */
            items: components["schemas"]["Author"][];
        };
        /** @description A new handle. */
        HandleRequest: {
            /** @description 3 to 30 of a–z, 0–9, `_` and `.`; upper case is lowered. */
            handle: string;
        };
        /** Format: binary */
        IFormFile: string;
        /** @description What a client must know of this installation before anything else. */
        Instance: {
            /** @description Name of the installation. */
            name: string;
            /** @description Version of the program. */
            version: string;
            /** @description True when new accounts are taken. */
            signUpsOpen: boolean;
            /** @description True until the first account, which becomes the administrator, is made. */
            firstRun: boolean;
            /** @description Engines, the default one first. */
            engines: components["schemas"]["Engine"][];
            /** @description Bounds of what people type and ask for. */
            limits: components["schemas"]["Limits"];
        };
        /** @description A place on a leaderboard. */
        Leader: {
            /** @description Who it is. */
            author: components["schemas"]["Author"];
            /**
             * Format: int32
             * @description Remixes or likes in the week.
             */
            count: number;
        };
        /** @description Bounds, in characters (UTF-16 code units) where it is about text. */
        Limits: {
            /**
             * Format: int32
             * @description Longest prompt.
             */
            promptMaxCharacters: number;
            /**
             * Format: double
             * @description Length of a generation that names none.
             */
            defaultSeconds: number;
            /**
             * Format: int32
             * @description Generations that one account may have queued or in progress.
             */
            activeGenerations: number;
            /**
             * Format: int32
             * @description Shortest handle.
             */
            handleMinCharacters: number;
            /**
             * Format: int32
             * @description Longest handle.
             */
            handleMaxCharacters: number;
            /**
             * Format: int32
             * @description Longest display name.
             */
            displayNameMaxCharacters: number;
            /**
             * Format: int32
             * @description Shortest password.
             */
            passwordMinCharacters: number;
            /**
             * Format: int32
             * @description Longest password.
             */
            passwordMaxCharacters: number;
            /**
             * Format: int32
             * @description Longest title.
             */
            titleMaxCharacters: number;
            /**
             * Format: int32
             * @description Longest caption.
             */
            captionMaxCharacters: number;
            /**
             * Format: int32
             * @description Longest alternative text.
             */
            altTextMaxCharacters: number;
        };
        /** @description The part of a generation that can be watched. */
        LiveStream: {
            /** @description HLS playlist for the owner: it grows while the video is made, and becomes complete at its end. */
            playlistUrl: string;
            /**
             * Format: double
             * @description Seconds that it holds at present.
             */
            readySeconds: number;
        };
        /** @description Which notifications have been seen. */
        MarkNotificationsRequest: {
            /** @description Kinds separated by commas; null for all. */
            kind?: null | string;
            /**
             * Format: uuid
             * @description The newest one that was seen: what came after it stays unread. Null for all there are.
             */
            upTo?: null | string;
        };
        /** @description The signed-in account, as its owner sees it. */
        Me: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Unique name, without the at sign. */
            handle: string;
            /** @description Name for people. */
            displayName: string;
            /** @description True for those who run the installation. */
            administrator: boolean;
            /** @description Language of the interface: `en` or `fr`. */
            locale: string;
            /** @description Its picture, a square WebP; null for none. */
            pictureUrl: null | string;
            /** @description True where an administrator has confirmed who it is. */
            verified: boolean;
            /**
             * Format: date-time
             * @description When its owner asked for its deletion: until the days of grace have run out, it can be opened again. Null while it is open.
             */
            closedAt: null | string;
            /** @description What its owner has chosen. */
            settings: components["schemas"]["AccountSettings"];
            /**
             * Format: int32
             * @description Finished drafts that have not been opened.
             */
            unreadDrafts: number;
        };
        /** @description A word that was taken for another. */
        MendedWord: {
            /** @description As typed, without accents. */
            typed: string;
            /** @description What was looked for. */
            meant: string;
        };
        /** @description A handle that a prompt names. */
        MentionedHandle: {
            /** @description In lower case, without the at sign. */
            handle: string;
            /** @description False where nobody has it: it then stays plain text. */
            known: boolean;
        };
        /** @description A message, as one reader sees it. */
        Message: {
            /**
             * Format: uuid
             * @description UUIDv7; newer messages have greater ids.
             */
            id: string;
            /**
             * Format: uuid
             * @description The room.
             */
            roomId: string;
            /** @description What it is. */
            kind: components["schemas"]["MessageKind"];
            /** @description Who wrote it, or did it. */
            author: components["schemas"]["Author"];
            /** @description What it says; a group's new name where it was renamed; empty once deleted. */
            text: string;
            /** @description Mentions, links and tags of the text. */
            facets: components["schemas"]["TextFacet"][];
            /**
             * Format: uuid
             * @description The post that it shares; null for none.
             */
            postId: null | string;
            post: null | components["schemas"]["SharedPost"];
            subject: null | components["schemas"]["Author"];
            /**
             * Format: date-time
             * @description When it was written.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its text was last changed; null when never.
             */
            editedAt: null | string;
            /** @description True where its author took it back. */
            deleted: boolean;
            /** @description True for its author. */
            mine: boolean;
        };
        /**
         * @description Who may begin a conversation with an account. Kept as a number: never renumber.
         * @enum {unknown}
         */
        MessageAudience: "everyone" | "followed" | "mutuals" | "nobody";
        /**
         * @description What a message is. Kept as a number: never renumber.
         * @enum {unknown}
         */
        MessageKind: "text" | "added" | "left" | "renamed";
        /**
         * @description Whether movement is kept small. Kept as a number: never renumber.
         * @enum {unknown}
         */
        MotionChoice: "system" | "on" | "off";
        /** @description How long to mute. */
        MuteRequest: {
            /**
             * Format: int32
             * @description 1 to 8760; null for until it is ended.
             */
            hours?: null | number;
        };
        /** @description Whether one is told of what is written in a room. */
        MuteRoomRequest: {
            /** @description True for silence. */
            muted: boolean;
        };
        /** @description A word or phrase that the signed-in account does not want to meet. */
        MutedWord: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description The word or phrase. */
            text: string;
            /**
             * Format: date-time
             * @description When it ends by itself; null for never.
             */
            until: null | string;
        };
        /** @description A word or phrase to mute. */
        MutedWordRequest: {
            /** @description 1 to 50 characters. */
            text: string;
            /**
             * Format: int32
             * @description 1 to 8760; null for until it is removed.
             */
            hours?: null | number;
        };
        /** @description A stretch of the prompt that gave nothing. */
        NotUnderstoodSpan: {
            /**
             * Format: int32
             * @description First character, UTF-16 code units.
             */
            start: number;
            /**
             * Format: int32
             * @description Number of UTF-16 code units.
             */
            length: number;
            /** @description The words. */
            text: string;
            /** @description `unknown` (not in the vocabulary) or `not-shown` (understood, but there is no way to show it). */
            reason: string;
        };
        /** @description What an account is told: one thing, or several of the same kind about the same thing. */
        Notification: {
            /**
             * Format: uuid
             * @description UUIDv7 of the newest.
             */
            id: string;
            /** @description What happened. */
            kind: components["schemas"]["NotificationKind"];
            /** @description Who did it, the latest first, three at most; empty when the server did. */
            actors: components["schemas"]["Author"][];
            /**
             * Format: int32
             * @description How many did it.
             */
            actorCount: number;
            post: null | components["schemas"]["NotifiedPost"];
            /**
             * Format: uuid
             * @description The comment that it is about.
             */
            commentId: null | string;
            /** @description How that comment begins; null where it is gone. */
            excerpt: null | string;
            /**
             * Format: uuid
             * @description The draft that it is about.
             */
            draftId: null | string;
            /**
             * Format: date-time
             * @description When the newest happened.
             */
            createdAt: string;
            /** @description True once the account has seen it. */
            read: boolean;
        };
        /** @description Unread notifications, those of one group counted once. */
        NotificationCounts: {
            /**
             * Format: int32
             * @description Of all kinds.
             */
            unread: number;
            /** @description Of each kind that has some. */
            byKind: components["schemas"]["NotificationKindCount"][];
        };
        /**
         * @description What an account is told of. Kept as a number: never renumber.
         * @enum {unknown}
         */
        NotificationKind: "follow" | "like" | "comment" | "reply" | "mention" | "remix" | "repost" | "generation_completed" | "generation_failed" | "post_published" | "report_decided" | "content_removed" | "comment_like" | "message" | "export_ready";
        /** @description Unread notifications of one kind. */
        NotificationKindCount: {
            /** @description The kind. */
            kind: components["schemas"]["NotificationKind"];
            /**
             * Format: int32
             * @description How many; at least 1.
             */
            unread: number;
        };
        /** @description Whether and where an account is told of one kind of thing. */
        NotificationSetting: {
            /** @description The kind. */
            kind: components["schemas"]["NotificationKind"];
            /** @description In the mailbox; what is not there is not pushed either. Messages have their own place and are always there. */
            onPage: boolean;
            /** @description To the devices that have subscribed to push. */
            push: boolean;
        };
        /** @description The post of a notification, for a line with a picture. */
        NotifiedPost: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description One line; null for none. */
            title: null | string;
            /** @description Picture of its video. */
            thumbnailUrl: string;
            /**
             * Format: int32
             * @description Width of the picture in pixels.
             */
            width: number;
            /**
             * Format: int32
             * @description Height of the picture in pixels.
             */
            height: number;
            /** @description True for its author. */
            mine: boolean;
        };
        /** @description A post for other sites to embed (oEmbed 1.0, type `video`). Names are those of the standard. */
        OEmbedAnswer: {
            /** @description `video`. */
            type: string;
            /** @description `1.0`. */
            version: string;
            /** @description Title, or the start of the prompt. */
            title: string;
            /** @description Name of its author. */
            author_name: string;
            /** @description Page of its author. */
            author_url: string;
            /** @description Name of this installation. */
            provider_name: string;
            /** @description Its address. */
            provider_url: string;
            /**
             * Format: int32
             * @description Seconds that the answer may be kept.
             */
            cache_age: number;
            /** @description The card of link previews, JPEG. */
            thumbnail_url: string;
            /**
             * Format: int32
             * @description Pixels.
             */
            thumbnail_width: number;
            /**
             * Format: int32
             * @description Pixels.
             */
            thumbnail_height: number;
            /** @description The player, as an `iframe`. */
            html: string;
            /**
             * Format: int32
             * @description Pixels of the player.
             */
            width: number;
            /**
             * Format: int32
             * @description Pixels of the player.
             */
            height: number;
        };
        /** @description With whom to write. */
        OpenRoomRequest: {
            /** @description 1 to 11 people besides oneself. One, without a name, is the room for two, which is opened once. */
            handles: string[];
            /** @description Name of a group, at most 60 characters. */
            name?: null | string;
        };
        /** @description The state of the installation at a glance. */
        Overview: {
            /**
             * Format: int32
             * @description Accounts that are open.
             */
            accounts: number;
            /**
             * Format: int32
             * @description Accounts made in the last seven days.
             */
            newAccounts: number;
            /**
             * Format: int32
             * @description Accounts with a session used in the last seven days.
             */
            activeAccounts: number;
            /**
             * Format: int32
             * @description Accounts that are suspended.
             */
            suspendedAccounts: number;
            /**
             * Format: int32
             * @description Posts.
             */
            posts: number;
            /**
             * Format: int32
             * @description Posts of the last seven days.
             */
            newPosts: number;
            /**
             * Format: int32
             * @description Generations that wait.
             */
            queuedGenerations: number;
            /**
             * Format: int32
             * @description Generations in progress.
             */
            activeGenerations: number;
            /**
             * Format: int32
             * @description Generations that failed in the last seven days.
             */
            failedGenerations: number;
            /**
             * Format: int32
             * @description Cases that wait for a decision.
             */
            openCases: number;
            /**
             * Format: date-time
             * @description When the oldest of them was opened; null for none.
             */
            oldestOpenCaseAt: null | string;
            /**
             * Format: int64
             * @description Size of all media, as it was at most five minutes ago.
             */
            storageBytes: number;
            /**
             * Format: int64
             * @description Free bytes of the data folder's disk.
             */
            freeDiskBytes: number;
        };
        /** @description One stretch of a list. */
        PageOfAdministeredAccount: {
            /** @description Items in the list's order. */
            items: components["schemas"]["AdministeredAccount"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfAuditEntry: {
            /** @description Items in the list's order. */
            items: components["schemas"]["AuditEntry"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfCase: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Case"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfCollection: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Collection"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfComment: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Comment"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfCommentThread: {
            /** @description Items in the list's order. */
            items: components["schemas"]["CommentThread"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfDraft: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Draft"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfDraftFolder: {
            /** @description Items in the list's order. */
            items: components["schemas"]["DraftFolder"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfExport: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Export"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfFirstImage: {
            /** @description Items in the list's order. */
            items: components["schemas"]["FirstImage"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfGeneration: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Generation"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfMessage: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Message"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfNotification: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Notification"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfPerson: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Person"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfPost: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Post"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfPostRevision: {
            /** @description Items in the list's order. */
            items: components["schemas"]["PostRevision"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfReport: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Report"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfRoom: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Room"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description One stretch of a list. */
        PageOfSound: {
            /** @description Items in the list's order. */
            items: components["schemas"]["Sound"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
        };
        /** @description A passkey of the signed-in account. */
        Passkey: {
            /** @description Names it in addresses. */
            id: string;
            /** @description What its owner calls it; empty until it is named. */
            name: string;
            /** @description True where the person's devices share it. */
            synced: boolean;
            /**
             * Format: date-time
             * @description When it was registered.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last signed in or confirmed; null before the first time.
             */
            lastUsedAt: null | string;
        };
        /** @description Another name for a passkey. */
        PasskeyNameRequest: {
            /** @description 1 to 60 characters. */
            name: string;
        };
        /** @description The browser's answer to the question of `/api/sessions/passkey-options`. */
        PasskeySignInRequest: {
            /** @description `PublicKeyCredential.toJSON()`. */
            credential: unknown;
        };
        /** @description Whom a new passkey is for. */
        PasskeySignUpOptionsRequest: {
            /** @description As in sign-up with a password. */
            handle: string;
            /** @description As in sign-up with a password. */
            displayName?: null | string;
        };
        /** @description A new account with a passkey. */
        PasskeySignUpRequest: {
            /** @description The handle that the options were asked for. */
            handle: string;
            /** @description The browser's answer: `PublicKeyCredential.toJSON()`. */
            credential: unknown;
            /** @description 1 to 50 characters; the handle when absent. */
            displayName?: null | string;
            /** @description `en` (the default) or `fr`. */
            locale?: null | string;
        };
        /** @description A new password. */
        PasswordRequest: {
            /** @description 10 to 200 characters. */
            password: string;
        };
        /** @description People who were found. */
        PeopleFound: {
            /** @description Best first. */
            items: components["schemas"]["FoundPerson"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
            /** @description Words that were taken for others. */
            mended: components["schemas"]["MendedWord"][];
        };
        /** @description An account in a list of accounts. */
        Person: {
            /** @description Who it is. */
            author: components["schemas"]["Author"];
            /** @description What it says of itself; null for nothing. */
            bio: null | string;
            relation: null | components["schemas"]["Relation"];
        };
        /** @description A moment of one's own video, to be the picture. */
        PictureFrameRequest: {
            /**
             * Format: uuid
             * @description Id of the video of one's own draft or post.
             */
            videoId: string;
            /**
             * Format: double
             * @description The moment, in seconds from the video's start.
             */
            atSeconds: number;
        };
        /** @description A post, as one viewer sees it. */
        Post: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Who published it. */
            author: components["schemas"]["Author"];
            /** @description One line; null for none. */
            title: null | string;
            /** @description Text under the video; null for none. */
            caption: null | string;
            /** @description Mentions, links and tags of the caption. */
            captionFacets: components["schemas"]["TextFacet"][];
            /** @description What is seen, for those who don't see it; null for none. */
            altText: null | string;
            /** @description What its author asked for. */
            prompt: string;
            /** @description Id of the engine that made it. */
            engine: string;
            /** @description True where the video starts from a picture that its author brought; which one, is the author's alone to know. */
            fromPicture: boolean;
            /** @description The video. */
            video: components["schemas"]["Video"];
            /** @description Who finds it. */
            visibility: components["schemas"]["Visibility"];
            /** @description Who may remix it. */
            remixAudience: components["schemas"]["Audience"];
            /** @description Who may comment on it. */
            commentAudience: components["schemas"]["Audience"];
            /** @description Who may download it. */
            downloadAudience: components["schemas"]["Audience"];
            remixOf: null | components["schemas"]["PostReference"];
            /** @description How it fares. */
            counts: components["schemas"]["PostCounts"];
            myReaction: null | components["schemas"]["ReactionKind"];
            /** @description True where the viewer may remix it. */
            canRemix: boolean;
            /** @description True where the viewer may comment on it. */
            canComment: boolean;
            /** @description True where the viewer may download it; it can be watched either way. */
            canDownload: boolean;
            /**
             * Format: date-time
             * @description When it was published.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its text was last edited; null when never.
             */
            editedAt: null | string;
            /** @description True where an administrator took it away: only its author sees it. */
            removed: boolean;
            /** @description True where the viewer has reposted it. */
            reposted: boolean;
            /** @description True where the viewer keeps it. */
            bookmarked: boolean;
            /** @description Captions that its author wrote, by language; they take the place of `video.captionsUrl`. */
            captionTracks: components["schemas"]["CaptionTrack"][];
            /** @description Path of its page, for anyone to open. */
            shareUrl: string;
            /** @description True for its author. */
            mine: boolean;
            /** @description What it is about, the most telling first, at most three; found out from its film. */
            topics: components["schemas"]["Topic"][];
            /** @description A picture for it: that of its first topic, or of a film. */
            emoji: string;
            /** @description A few words of its prompt to find it and its like by; empty where the prompt holds no words. */
            phrase: string;
            /** @description True where an administrator has put it before everyone. */
            featured: boolean;
        };
        /** @description How one post fares, for its author alone. */
        PostAnalytics: {
            /** @description The post. */
            post: components["schemas"]["Post"];
            /** @description One for each of the days asked for, oldest first. */
            days: components["schemas"]["AnalyticsDay"][];
            /** @description Sums of the days. */
            totals: components["schemas"]["AnalyticsTotals"];
            /** @description Where views came from, most first. */
            sources: components["schemas"]["AnalyticsSource"][];
            /** @description For each second of the film, the share of the stretches of watching that reached it, from 1 down; empty where nobody watched. */
            retention: number[];
            /**
             * Format: int32
             * @description Times that it started again.
             */
            loops: number;
            /**
             * Format: int32
             * @description Published remixes made directly from it.
             */
            directRemixes: number;
            /**
             * Format: int32
             * @description Published posts of its family below it: remixes, remixes of remixes, and so on.
             */
            familyRemixes: number;
        };
        /** @description How a post fares. */
        PostCounts: {
            /**
             * Format: int32
             * @description Views that lasted.
             */
            views: number;
            /**
             * Format: int32
             * @description Likes.
             */
            likes: number;
            /**
             * Format: int32
             * @description Dislikes; null for all but the author.
             */
            dislikes: null | number;
            /**
             * Format: int32
             * @description Comments, answers included.
             */
            comments: number;
            /**
             * Format: int32
             * @description Reposts.
             */
            reposts: number;
            /**
             * Format: int32
             * @description Published remixes made directly from it.
             */
            remixes: number;
            /**
             * Format: int32
             * @description Times that its link was shared, once a day for each account.
             */
            shares: number;
        };
        /** @description A post that another one names. */
        PostReference: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            author: null | components["schemas"]["Author"];
        };
        /** @description One text of a post. */
        PostRevision: {
            /** @description Its title; null for none. */
            title: null | string;
            /** @description Its caption; null for none. */
            caption: null | string;
            /** @description Mentions, links and tags of the caption. */
            captionFacets: components["schemas"]["TextFacet"][];
            /** @description Its alternative text; null for none. */
            altText: null | string;
            /**
             * Format: date-time
             * @description When it was written.
             */
            writtenAt: string;
        };
        /** @description A post in an overview. */
        PostSummary: {
            /** @description The post. */
            post: components["schemas"]["Post"];
            /**
             * Format: int32
             * @description Views in the days asked for.
             */
            views: number;
            /**
             * Format: double
             * @description Share of the stretches of watching that reached the end, 0 to 1; null where nobody watched.
             */
            completionRate: null | number;
        };
        /** @description Posts that were found. */
        PostsFound: {
            /** @description Best first. */
            items: components["schemas"]["Post"][];
            /** @description Opaque cursor of what follows; null at the end. */
            next: null | string;
            /** @description Words that were taken for others. */
            mended: components["schemas"]["MendedWord"][];
        };
        /** @description What to prepare. */
        PrepareDownloadRequest: {
            /** @description Which file. */
            kind: components["schemas"]["DownloadKind"];
        };
        /** @description A file that is ready. */
        PreparedDownload: {
            /** @description Where to fetch it. */
            url: string;
            /** @description Name that a person recognises: `fox-at-dusk-by-ada.mp4`. */
            fileName: string;
            /**
             * Format: int64
             * @description Length.
             */
            sizeBytes: number;
        };
        /** @description The JSON of an error (RFC 9457). */
        Problem: {
            /** @description URI of the kind of problem: `urn:lucarne:problem:{code}`. */
            type: string;
            /** @description What is wrong, the same for every occurrence. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What to do about it. */
            detail: string;
            /** @description Stable snake_case code to match on. */
            code: string;
            /** @description Refused members of the request and why, where the problem concerns some. */
            errors: null | {
                [key: string]: string[];
            };
            /** @description Identifies the request in the server's logs. */
            traceId: string;
        };
        /** @description An account, as a viewer sees its page. */
        Profile: {
            /** @description Its handle. Where another one was asked for, that is one that it had before. */
            handle: string;
            /** @description Name for people. */
            displayName: string;
            /** @description True where an administrator has confirmed who it is. */
            verified: boolean;
            /** @description True where an administrator has marked it as that of a public figure. */
            publicFigure: boolean;
            /** @description Its picture, a square WebP of 400 pixels; null for none. */
            pictureUrl: null | string;
            /** @description Its cover, a WebP of 1500 × 500 pixels; null for none. */
            coverUrl: null | string;
            /** @description What it says of itself; null for nothing. */
            bio: null | string;
            /** @description Mentions, links and tags of the biography. */
            bioFacets: components["schemas"]["TextFacet"][];
            /** @description Where it says that it is; null for nowhere. */
            location: null | string;
            /** @description Absolute http(s) addresses. */
            links: string[];
            /**
             * Format: date-time
             * @description When it was made.
             */
            joinedAt: string;
            /** @description How many of what. */
            counts: components["schemas"]["ProfileCounts"];
            relation: null | components["schemas"]["Relation"];
            /** @description True where the viewer may see which posts it likes. */
            likesShown: boolean;
            /** @description True where the viewer may begin a conversation with it. */
            canMessage: boolean;
            /** @description True for its owner. */
            mine: boolean;
        };
        /** @description Counters of a profile. */
        ProfileCounts: {
            /**
             * Format: int32
             * @description Accounts that follow it.
             */
            followers: number;
            /**
             * Format: int32
             * @description Accounts that it follows.
             */
            following: number;
            /**
             * Format: int32
             * @description Posts that the viewer finds on its page.
             */
            posts: number;
            /**
             * Format: int32
             * @description Likes of those posts.
             */
            likes: number;
            /**
             * Format: int32
             * @description Remixes that were made of those posts.
             */
            remixes: number;
        };
        /** @description What a profile says. */
        ProfileRequest: {
            /** @description 1 to 50 characters; the handle when empty. */
            displayName?: null | string;
            /** @description At most 300 characters; null or empty for none. */
            bio?: null | string;
            /** @description At most 60 characters; null or empty for none. */
            location?: null | string;
            /** @description At most 5 addresses that begin with https:// or http://, of at most 200 characters each. */
            links?: null | string[];
        };
        /** @description How to publish a draft. */
        PublishDraftRequest: {
            /** @description At most 100 characters. */
            title?: null | string;
            /** @description At most 2,000 characters. Those whom it mentions are notified. */
            caption?: null | string;
            /** @description What is seen, for those who don't see it; at most 1,000 characters. */
            altText?: null | string;
            /** @description Who finds it; `public` when absent. */
            visibility?: components["schemas"]["Visibility"];
            /** @description Who may remix it; `everyone` when absent. */
            remixAudience?: components["schemas"]["Audience"];
            /** @description Who may comment on it; `everyone` when absent. */
            commentAudience?: components["schemas"]["Audience"];
            /** @description Who may download it; `everyone` when absent. */
            downloadAudience?: components["schemas"]["Audience"];
        };
        /** @description Whether this installation sends to devices, and whether this one is subscribed. */
        Push: {
            /** @description What a browser subscribes with (applicationServerKey), base64url; null where push is not offered. */
            publicKey: null | string;
            /** @description True where this session's browser has subscribed. */
            subscribed: boolean;
        };
        /** @description What messages to a browser are encrypted with, base64url. */
        PushSubscriptionKeys: {
            /** @description Its public key. */
            p256dh: string;
            /** @description Its authentication secret. */
            auth: string;
        };
        /** @description A browser's subscription: PushSubscription.toJSON(). */
        PushSubscriptionRequest: {
            /** @description Address at its push service, at most 1,024 characters. */
            endpoint: string;
            /** @description What messages to it are encrypted with. */
            keys: components["schemas"]["PushSubscriptionKeys"];
        };
        /** @description Someone to write to. */
        ReachablePerson: {
            /** @description Who. */
            author: components["schemas"]["Author"];
            /** @description True where a message to them is a request, which they accept or decline. */
            asks: boolean;
            /** @description True where they take no messages. */
            refuses: boolean;
        };
        /** @enum {unknown} */
        ReactionKind: "like" | "dislike" | null;
        /** @description What was seen of a room. */
        ReadRoomRequest: {
            /**
             * Format: uuid
             * @description The newest message that was seen.
             */
            upTo: string;
        };
        /** @description What the check of a receipt found. */
        ReceiptCheck: {
            /** @description What it says. */
            receipt: components["schemas"]["ErasureReceipt"];
            /** @description RFC 7638 thumbprint of this installation's key, which signed it. */
            keyThumbprint: string;
        };
        /** @description A public key of ES256 as a JSON Web Key (RFC 7517). */
        ReceiptKey: {
            /** @description Always `EC`. */
            kty: string;
            /** @description Always `P-256`. */
            crv: string;
            /** @description Coordinate, base64url. */
            x: string;
            /** @description Coordinate, base64url. */
            y: string;
            /** @description RFC 7638 thumbprint, base64url: the same for the same key, wherever it is shown. */
            thumbprint?: null | string;
        };
        /** @description What a film was asked for: what a remix of it starts from. */
        Recipe: {
            /** @description Its words; with a storyboard, the storyboard as one text. */
            prompt: string;
            storyboard: null | components["schemas"]["Storyboard"];
            /** @description Id of its style; null for none. */
            style: null | string;
            /** @description Id of the engine that made it; null for an edit of other films. */
            engine: null | string;
            /**
             * Format: int32
             * @description Pixels.
             */
            width: number;
            /**
             * Format: int32
             * @description Pixels.
             */
            height: number;
            /**
             * Format: int32
             * @description Frames a second.
             */
            fps: number;
            /**
             * Format: double
             * @description Length.
             */
            seconds: number;
            /**
             * Format: int64
             * @description Its seed, which keeps its world; null for an edit of other films.
             */
            seed: null | number;
            firstImage: null | components["schemas"]["StartPicture"];
        };
        /** @description What was watched. */
        RecordWatchesRequest: {
            /** @description 1 to 100 stretches of watching. */
            events: components["schemas"]["WatchEvent"][];
        };
        /** @description New recovery codes, shown this once. */
        RecoveryCodes: {
            /** @description Ten codes of the form `XXXX-XXXX-XXXX-XXXX`; each opens the account once. */
            codes: string[];
        };
        /** @description A handle and a recovery code. */
        RecoverySignInRequest: {
            /** @description With or without the at sign. */
            handle: string;
            /** @description One of the ten; case, spaces and hyphens do not matter. */
            code: string;
        };
        /** @description An event that was not recorded. */
        RefusedWatch: {
            /**
             * Format: uuid
             * @description Of the event.
             */
            id: string;
            /** @description Why. */
            reason: components["schemas"]["WatchRefusal"];
        };
        /** @description How the viewer and an account stand to each other. Two that follow each other are mutuals. */
        Relation: {
            /** @description The viewer follows it. */
            following: boolean;
            /** @description It follows the viewer. */
            followsYou: boolean;
            /** @description The viewer blocks it. Whether it blocks the viewer is not told: it is then not found. */
            blocked: boolean;
            /** @description The viewer mutes it. */
            muted: boolean;
            /**
             * Format: date-time
             * @description When the mute ends by itself; null for never.
             */
            mutedUntil: null | string;
        };
        /** @description A post's family: where it comes from, and what was made of it. */
        RemixFamily: {
            /** @description From the original to the parent; empty for an original. All are there, those that are gone or hidden without a name. */
            ancestors: components["schemas"]["RemixNode"][];
            /** @description The whole family, oldest first: up to 500 films, parents before their remixes. */
            nodes: components["schemas"]["RemixNode"][];
            /** @description True where the family is larger than that. */
            truncated: boolean;
        };
        /** @description A film of a family that the viewer may open. */
        RemixFilm: {
            /** @description Who published it. */
            author: components["schemas"]["Author"];
            /** @description Its title; null for none. */
            title: null | string;
            /** @description What its author asked for. */
            prompt: string;
            /** @description One good frame, WebP. */
            thumbnailUrl: string;
            /**
             * Format: int32
             * @description Pixels.
             */
            width: number;
            /**
             * Format: int32
             * @description Pixels.
             */
            height: number;
            /** @description True where it starts from a picture that its author gave. */
            firstImage: boolean;
            /**
             * Format: int32
             * @description Likes.
             */
            likes: number;
            /**
             * Format: int32
             * @description Published remixes made directly from it.
             */
            remixes: number;
        };
        /** @description One film of a family. */
        RemixNode: {
            /**
             * Format: uuid
             * @description The post.
             */
            id: string;
            /**
             * Format: uuid
             * @description The post that it was remixed from; null for an original.
             */
            parentId: null | string;
            /**
             * Format: date-time
             * @description When it was published.
             */
            publishedAt: string;
            film: null | components["schemas"]["RemixFilm"];
        };
        /** @description A draft's own words. */
        RenameDraftRequest: {
            /** @description At most 100 characters; null or empty takes the name away. */
            title: null | string;
        };
        /** @description A group's new name. */
        RenameRoomRequest: {
            /** @description At most 60 characters; empty for none. */
            name: string;
        };
        /** @description A report, as its sender sees it. */
        Report: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description What kind of thing was reported. */
            kind: components["schemas"]["ReportTargetKind"];
            /**
             * Format: uuid
             * @description Its id.
             */
            targetId: string;
            /** @description Which rule it is about. */
            reason: components["schemas"]["ReportReason"];
            /** @description What was added; null for nothing. */
            note: null | string;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            createdAt: string;
            decision: null | components["schemas"]["Decision"];
            /**
             * Format: date-time
             * @description When it was decided.
             */
            decidedAt: null | string;
        };
        /**
         * @description Why something is reported. Kept as a number: never renumber.
         * @enum {unknown}
         */
        ReportReason: "spam" | "harassment" | "hate" | "violence" | "sexual" | "child_safety" | "self_harm" | "likeness" | "impersonation" | "copyright" | "deception" | "other";
        /**
         * @description What can be reported. Kept as a number: never renumber.
         * @enum {unknown}
         */
        ReportTargetKind: "post" | "account" | "comment" | "message";
        /** @description How a shot is made again. */
        RetakeShotRequest: {
            /** @description New words for it; those it had when absent. */
            prompt?: null | string;
            /**
             * Format: int64
             * @description Its seed, 0 to 9007199254740991. Drawn when absent.
             */
            seed?: null | number;
        };
        /** @description A tag on the rise. */
        RisingTag: {
            /** @description Without its hash, lower case. */
            tag: string;
            /**
             * Format: int32
             * @description Posts of the last seven days.
             */
            posts: number;
            /**
             * Format: double
             * @description Posts of a usual seven days among the three weeks before.
             */
            before: number;
        };
        /** @description A room, as one of its accounts sees it. */
        Room: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description For two, or a group. */
            kind: components["schemas"]["RoomKind"];
            /** @description What a group is called; null for none. */
            name: null | string;
            /** @description All accounts of the room, oneself included. */
            members: components["schemas"]["RoomMember"][];
            /** @description `invited` where the room is a request. */
            state: components["schemas"]["RoomMemberState"];
            /** @description True where the account is not told of what is written. */
            muted: boolean;
            /**
             * Format: int32
             * @description Messages that the account has not seen, 100 at most.
             */
            unread: number;
            lastMessage: null | components["schemas"]["Message"];
            /**
             * Format: date-time
             * @description When something was last written; when the room was opened, before.
             */
            lastMessageAt: string;
            /** @description False where nobody would read it, or the request is not answered. */
            canWrite: boolean;
        };
        /**
         * @description For two, or a group.
         * @enum {unknown}
         */
        RoomKind: "pair" | "group";
        /** @description An account of a room. */
        RoomMember: {
            /** @description Who. */
            author: components["schemas"]["Author"];
            /** @description True for oneself. */
            mine: boolean;
            /** @description True where they have not accepted. */
            pending: boolean;
            /**
             * Format: uuid
             * @description The newest message that they have seen; null before the first, and while pending.
             */
            readUpTo: null | string;
        };
        /**
         * @description Whether an account takes part in a room. Kept as a number: never renumber.
         * @enum {unknown}
         */
        RoomMemberState: "member" | "invited" | "declined";
        /** @description When and how a draft is to be published. */
        SchedulePostRequest: {
            /**
             * Format: date-time
             * @description A moment from now to a year ahead.
             */
            publishAt: string;
            /** @description As for publishing. */
            title?: null | string;
            /** @description As for publishing. */
            caption?: null | string;
            /** @description As for publishing. */
            altText?: null | string;
            /** @description As for publishing. */
            visibility?: components["schemas"]["Visibility"];
            /** @description As for publishing. */
            remixAudience?: components["schemas"]["Audience"];
            /** @description As for publishing. */
            commentAudience?: components["schemas"]["Audience"];
            /** @description As for publishing. */
            downloadAudience?: components["schemas"]["Audience"];
        };
        /** @description The publication of a draft that is to come, or that could not be made at its time. */
        ScheduledPost: {
            /**
             * Format: date-time
             * @description When.
             */
            publishAt: string;
            /** @description As for publishing. */
            title: null | string;
            /** @description As for publishing. */
            caption: null | string;
            /** @description As for publishing. */
            altText: null | string;
            /** @description As for publishing. */
            visibility: components["schemas"]["Visibility"];
            /** @description As for publishing. */
            remixAudience: components["schemas"]["Audience"];
            /** @description As for publishing. */
            commentAudience: components["schemas"]["Audience"];
            /** @description As for publishing. */
            downloadAudience: components["schemas"]["Audience"];
            /** @description Code of the refusal that stopped it at its time; null while it is to come. */
            failureCode: null | string;
        };
        /** @description A prompt as understood: the film laid out in timed shots, and the words that were not understood. */
        Screenplay: {
            /** @description The prompt, cleaned; positions of spans are in it. */
            prompt: string;
            /** @description Language that it was read in: `en` or `fr`. */
            language: string;
            /**
             * Format: double
             * @description Length of the whole film.
             */
            seconds: number;
            /** @description In order of time. */
            shots: components["schemas"]["Shot"][];
            /** @description What each understood stretch of the prompt became, in order of position. */
            understood: components["schemas"]["UnderstoodSpan"][];
            /** @description Words that gave nothing, in order of position. */
            notUnderstood: components["schemas"]["NotUnderstoodSpan"][];
            /** @description The storyboard that was read; for a prompt, a draft of one in its words, to be edited and sent to /api/generations. */
            storyboard: components["schemas"]["Storyboard"];
            /** @description Handles that the prompt names, and whether anyone has them. */
            mentions: components["schemas"]["MentionedHandle"][];
        };
        /** @description A prompt or a storyboard to be read. */
        ScreenplayRequest: {
            /** @description 1 to 20,000 characters, as for a generation. With a storyboard, what holds for all of its shots; it may then be absent. */
            prompt?: null | string;
            /**
             * Format: double
             * @description Length of the film, within the installation's bounds; 10 when absent. Absent with a storyboard, whose shots say it.
             */
            seconds?: null | number;
            storyboard?: null | components["schemas"]["StoryboardRequest"];
        };
        /** @description The ways into the signed-in account. */
        Security: {
            /** @description True where it has a password. */
            hasPassword: boolean;
            /**
             * Format: int32
             * @description Recovery codes that have not been used, of ten; 0 where none were made.
             */
            recoveryCodesLeft: number;
            /** @description Its passkeys, the oldest first. */
            passkeys: components["schemas"]["Passkey"][];
        };
        /** @description What to write in a room. */
        SendMessageRequest: {
            /**
             * @description At most 2,000 characters, with mentions, links and tags; may be empty beside a post.
             * @default
             */
            text: string;
            /**
             * Format: uuid
             * @description A post to share; null for none.
             */
            postId?: null | string;
        };
        /** @description What to report, and why. */
        SendReportRequest: {
            /** @description What kind of thing. */
            kind: components["schemas"]["ReportTargetKind"];
            /** @description Its id; for an account, its handle. */
            target: string;
            /** @description Which rule it is about. */
            reason: components["schemas"]["ReportReason"];
            /** @description What the administrator should know; at most 1,000 characters. */
            note?: null | string;
        };
        /** @description What to think of a post. */
        SetReactionRequest: {
            /** @description Like or dislike. */
            kind: components["schemas"]["ReactionKind"];
        };
        /** @description A post on a card. */
        SharedPost: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Who published it. */
            author: components["schemas"]["Author"];
            /** @description One line; null for none. */
            title: null | string;
            /** @description What its author asked for. */
            prompt: string;
            /** @description Picture of its video. */
            thumbnailUrl: string;
            /**
             * Format: int32
             * @description Width of the picture in pixels.
             */
            width: number;
            /**
             * Format: int32
             * @description Height of the picture in pixels.
             */
            height: number;
            /**
             * Format: double
             * @description Length of the video.
             */
            seconds: number;
        };
        /** @description One continuous view of one place. */
        Shot: {
            /**
             * Format: double
             * @description Start within the film.
             */
            startSeconds: number;
            /**
             * Format: double
             * @description End within the film.
             */
            endSeconds: number;
            /** @description Concept of the place; null where the prompt is silent. */
            setting: null | string;
            /** @description Time of day; null where the prompt is silent. */
            timeOfDay: null | string;
            /** @description Weather; null where the prompt is silent. */
            weather: null | string;
            /** @description Things and beings, main one first. */
            subjects: components["schemas"]["Subject"][];
            /** @description What happens, in order of mention. */
            actions: components["schemas"]["Action"][];
            /** @description How it is filmed; null members are the engine's choice. */
            camera: components["schemas"]["Camera"];
            /** @description Looks asked for. */
            styles: string[];
            /** @description Spoken lines. */
            dialogue: components["schemas"]["DialogueLine"][];
            /** @description Its own words. */
            prompt: string;
            /** @description What was understood of them; positions are in `prompt` of the shot. */
            understood: components["schemas"]["UnderstoodSpan"][];
            /** @description What of them gave nothing; positions are in `prompt` of the shot. */
            notUnderstood: components["schemas"]["NotUnderstoodSpan"][];
        };
        /** @description A handle and its password. */
        SignInRequest: {
            /** @description With or without the at sign. */
            handle: string;
            /** @description As chosen at sign-up. */
            password: string;
        };
        /** @description A new account with a password. */
        SignUpRequest: {
            /** @description 3 to 30 of a–z, 0–9, `_` and `.`; upper case is lowered. */
            handle: string;
            /** @description 10 to 200 characters. */
            password: string;
            /** @description 1 to 50 characters; the handle when absent. */
            displayName?: null | string;
            /** @description `en` (the default) or `fr`. */
            locale?: null | string;
        };
        /** @description An uploaded sound, as its owner sees it. */
        Sound: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description Name for people. */
            name: string;
            /**
             * Format: double
             * @description Length.
             */
            seconds: number;
            /** @description The sound, for its owner. */
            url: string;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            createdAt: string;
        };
        /**
         * @description Where the sound of an edit comes from; the same names and order as the studio's own.
         * @enum {unknown}
         */
        SoundMode: "keep" | "mute" | "replace";
        /** @description The picture that a film starts from, for its owner. */
        StartPicture: {
            /**
             * Format: uuid
             * @description One of /api/first-images.
             */
            id: string;
            /** @description The picture, WebP. */
            url: string;
        };
        /** @description A wish for one's feed. */
        Steer: {
            /**
             * Format: uuid
             * @description UUIDv7.
             */
            id: string;
            /** @description What it is about. */
            kind: components["schemas"]["SteerKind"];
            /**
             * Format: uuid
             * @description The post that it was said of; null for words said of none.
             */
            postId: null | string;
            author: null | components["schemas"]["Author"];
            /** @description The words to see less of or to see now; null unless the kind is `topic` or `mood`. */
            words: null | string;
            /**
             * Format: date-time
             * @description When it was said.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends by itself.
             */
            expiresAt: string;
        };
        /** @description What to see less of, or what one is in the mood for. */
        SteerFeedRequest: {
            /** @description Less of the post with its family, of its author, or of words; or a mood, in words. */
            kind: components["schemas"]["SteerKind"];
            /**
             * Format: uuid
             * @description The post that it is said of; needed for a post and an author.
             */
            postId?: null | string;
            /** @description 1 to 100 characters; needed for a topic and a mood. */
            words?: null | string;
        };
        /**
         * @description What a wish is about: less of the first three, more of the last. Kept as a number: never renumber.
         * @enum {unknown}
         */
        SteerKind: "post" | "author" | "topic" | "mood";
        /** @description The wishes of an account. */
        SteerList: {
            /** @description Newest first. */
            items: components["schemas"]["Steer"][];
        };
        /** @description A storyboard as it was asked for. */
        Storyboard: {
            /** @description What holds for every shot; empty for nothing. */
            world: string;
            /** @description In order of time. */
            shots: components["schemas"]["StoryboardShot"][];
        };
        /** @description A film shot by shot, in one world: what a shot names is the same being in the shots after it, and a shot that is silent on place, hour, weather or style takes those of the shot before. */
        StoryboardRequest: {
            /** @description In order of time: 1 to 12, together as long as the engine allows a video to be. */
            shots: components["schemas"]["StoryboardShotRequest"][];
        };
        /** @description One shot of a storyboard as it was asked for. */
        StoryboardShot: {
            /** @description What is seen. */
            prompt: string;
            /**
             * Format: double
             * @description Length.
             */
            seconds: number;
            /**
             * Format: int64
             * @description Its own seed; null where it follows the film's.
             */
            seed: null | number;
        };
        /** @description One shot of a storyboard. */
        StoryboardShotRequest: {
            /** @description What is seen: 1 to 1,000 characters. */
            prompt: string;
            /**
             * Format: double
             * @description 1 to 25.
             */
            seconds: number;
            /**
             * Format: int64
             * @description Seed of this shot alone (motion, physics, camera); the film's own when absent. Looks and places always come from the film's.
             */
            seed?: null | number;
        };
        /** @description A look that can be chosen beside the prompt. */
        Style: {
            /** @description What a generation's `style` takes. */
            id: string;
            /** @description Its name. */
            name: components["schemas"]["StyleName"];
            /** @description A still of the same scene in every look, WebP, 3:4. */
            thumbnailUrl: string;
        };
        /** @description A name in the languages of the product. */
        StyleName: {
            /** @description English. */
            en: string;
            /** @description French. */
            fr: string;
        };
        /** @description The looks that this installation offers. */
        Styles: {
            /** @description In the order in which they are offered. */
            items: components["schemas"]["Style"][];
        };
        /** @description A thing or being that the prompt names. */
        Subject: {
            /** @description Identifier within the screenplay. */
            id: string;
            /** @description What it is, from the vocabulary. */
            concept: string;
            /** @description The words that name it. */
            words: string;
            /**
             * Format: int32
             * @description How many.
             */
            count: number;
            /** @description Colours asked for. */
            colours: string[];
            /** @description Material asked for. */
            material: null | string;
            /**
             * Format: double
             * @description 1 is the usual size.
             */
            sizeScale: number;
        };
        /** @description Tags that were found. */
        TagsFound: {
            /** @description The most used first. */
            items: components["schemas"]["FoundTag"][];
        };
        /** @description A stretch of a text that leads somewhere. */
        TextFacet: {
            /**
             * Format: int32
             * @description First UTF-16 code unit, as JavaScript counts.
             */
            start: number;
            /**
             * Format: int32
             * @description UTF-16 code units.
             */
            length: number;
            /** @description Where it leads. */
            kind: components["schemas"]["TextFacetKind"];
            /** @description The handle without its at sign, the absolute http(s) address, or the tag without its hash, in lower case. */
            value: string;
        };
        /**
         * @description Where a stretch of text leads.
         * @enum {unknown}
         */
        TextFacetKind: "mention" | "link" | "tag";
        /**
         * @description Dark or light. Kept as a number: never renumber.
         * @enum {unknown}
         */
        ThemeChoice: "system" | "dark" | "light";
        /** @description A topic, as it is shown. */
        Topic: {
            /** @description Stands for it in every language. */
            code: components["schemas"]["TopicCode"];
            /** @description Its picture. */
            emoji: string;
            /** @description What people call it; a search for either name finds its films. */
            name: components["schemas"]["TopicName"];
        };
        /**
         * @description What a film is about. Kept as a number: never renumber; TopicTable says what belongs to each.
         * @enum {unknown}
         */
        TopicCode: "cats" | "dogs" | "horses" | "birds" | "sea_life" | "wild_animals" | "farm_animals" | "insects" | "dinosaurs" | "fantasy" | "robots" | "space" | "music" | "dance" | "sport" | "toys" | "cars" | "trains" | "boats" | "flight" | "food" | "flowers" | "fire" | "sea" | "rivers" | "mountains" | "forest" | "desert" | "countryside" | "city" | "home" | "rain" | "snow" | "night" | "sunset" | "animation" | "black_and_white";
        /** @description A topic's name in each language. */
        TopicName: {
            /** @description In English. */
            en: string;
            /** @description In French. */
            fr: string;
        };
        /** @description What posts of the week are about. */
        TopicOfWeek: {
            /** @description The topic. */
            topic: components["schemas"]["Topic"];
            /**
             * Format: int32
             * @description Posts of the last seven days.
             */
            posts: number;
        };
        /** @description A stretch of the prompt that became something. */
        UnderstoodSpan: {
            /**
             * Format: int32
             * @description First character, UTF-16 code units.
             */
            start: number;
            /**
             * Format: int32
             * @description Number of UTF-16 code units.
             */
            length: number;
            /** @description `subject`, `action`, `setting`, `time`, `weather`, `camera`, `style`, `colour`, `material`, `size`, `count`, `quality`, `dialogue`, `exclusion`, `timing` or `cast`. */
            kind: string;
            /** @description What it became. */
            concept: string;
        };
        /** @description What is unread. */
        Unread: {
            /**
             * Format: int32
             * @description Notifications, those of one group counted once.
             */
            notifications: number;
            /**
             * Format: int32
             * @description Rooms in which something is unread, muted ones left out.
             */
            rooms: number;
            /**
             * Format: int32
             * @description Requests that are not answered.
             */
            requests: number;
        };
        /** @description A finished video and its files. All addresses are relative to the installation and never change what they hold. */
        Video: {
            /**
             * Format: uuid
             * @description The generation that made it.
             */
            id: string;
            /**
             * Format: int32
             * @description Pixels.
             */
            width: number;
            /**
             * Format: int32
             * @description Pixels.
             */
            height: number;
            /**
             * Format: int32
             * @description Frames a second.
             */
            fps: number;
            /**
             * Format: double
             * @description Length.
             */
            seconds: number;
            /** @description The whole video, ready for progressive playback and byte ranges. */
            mp4Url: string;
            /** @description HLS playlist of fMP4 segments. */
            hlsUrl: string;
            /** @description Small rendition for grids and quick starts. */
            previewUrl: string;
            /** @description One good frame, WebP. */
            thumbnailUrl: string;
            /** @description Frames spread over the video in a grid, WebP. */
            contactSheetUrl: string;
            /** @description WebVTT captions; null when nobody speaks. */
            captionsUrl: null | string;
            /**
             * Format: int64
             * @description Size of the mp4.
             */
            sizeBytes: number;
            /** @description Hash of the mp4, 64 hexadecimal digits. */
            sha256: string;
        };
        /**
         * @description Who finds a post. Kept as a number: never renumber.
         * @enum {unknown}
         */
        Visibility: "public" | "unlisted" | "followers" | "private";
        /** @description One stretch of watching one post: from its coming into view to its leaving. */
        WatchEvent: {
            /**
             * Format: uuid
             * @description Id that the client makes, a UUID; an event that is sent again counts once.
             */
            id: string;
            /**
             * Format: uuid
             * @description The post.
             */
            postId: string;
            /**
             * Format: int32
             * @description Place in the feed, 0 to 100,000.
             */
            position: number;
            /** @description Where it was watched. */
            source: components["schemas"]["WatchSource"];
            /**
             * Format: int32
             * @description Time that it played, in milliseconds, loops included.
             */
            watchMs: number;
            /**
             * Format: int32
             * @description Times that it started again from the beginning.
             */
            loops: number;
            /**
             * Format: double
             * @description Furthest point reached by playing, as a share of the film, 0 to 1.
             */
            completion: number;
            /**
             * Format: date-time
             * @description When it came into view; not more than 7 days ago.
             */
            seenAt: string;
            /**
             * Format: uuid
             * @description Of the feed page that it was on; null elsewhere.
             */
            requestId?: null | string;
        };
        /** @description What became of the events. */
        WatchReceipt: {
            /**
             * Format: int32
             * @description Events that were recorded.
             */
            accepted: number;
            /**
             * Format: int32
             * @description Events that were known already.
             */
            repeated: number;
            /** @description Events that can't be, each with the reason; sending them again helps nothing. */
            refused: components["schemas"]["RefusedWatch"][];
        };
        /**
         * @description Why an event was not recorded.
         * @enum {unknown}
         */
        WatchRefusal: "post_not_found" | "impossible" | "too_old";
        /**
         * @description Where a post was watched. Kept as a number: never renumber.
         * @enum {unknown}
         */
        WatchSource: "for_you" | "following" | "latest" | "top" | "post" | "profile" | "search" | "explore" | "share";
        /** @description Captions in one language. */
        WriteCaptionsRequest: {
            /** @description A WebVTT or SubRip (`.srt`) file of at most 200,000 characters and 2,000 captions. Styles, positions and markup are left out. */
            vtt: string;
        };
        /** @description What to say under a post. */
        WriteCommentRequest: {
            /** @description 1 to 1,000 characters, with mentions, links and tags. */
            text: string;
            /**
             * Format: uuid
             * @description The comment that it answers; null for the post itself.
             */
            answerTo?: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description handle_invalid, display_name_invalid, locale_invalid, password_too_short, password_too_long, password_common */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_ups_closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description handle_reserved, handle_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signUpWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignUpRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description handle_invalid, display_name_invalid, locale_invalid, passkey_ceremony_missing, passkey_refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_ups_closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description handle_reserved, handle_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askSignUpPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignUpOptionsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description handle_invalid, display_name_invalid, locale_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_ups_closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description handle_reserved, handle_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAppearances: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of items, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPost"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    block: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            /** @description not_yourself */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unblock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            /** @description not_yourself */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublicCollections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCollection"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            /** @description not_yourself */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_blocked, too_many_followed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unfollow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            /** @description not_yourself */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFollowers: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of accounts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPerson"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFollowing: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of accounts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPerson"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileLikes: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of items, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPost"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description likes_hidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MuteRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            /** @description not_yourself, mute_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            /** @description not_yourself */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfilePosts: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of items, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPost"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileRemixes: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of items, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPost"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfileReposts: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of items, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPost"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdministeredAccounts: {
        parameters: {
            query?: {
                /** @description Part of a handle or name. */
                query?: string;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of accounts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAdministeredAccount"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    administerAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdministerAccountRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredAccount"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_is_administrator, last_administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditLog: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of entries, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAuditEntry"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description False for the queue of open cases (the default), true for those decided. */
                decided?: boolean;
                /** @description Only cases about this kind of thing: post, account, comment or message. */
                kind?: string;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of cases, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCase"];
                };
            };
            /** @description case_kind_unknown, cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description case_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideCaseRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description report_note_too_long, case_rule_missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description case_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description case_decision_impossible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    featurePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unfeaturePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAnalytics: {
        parameters: {
            query?: {
                /** @description Days up to today, 1 to 365; 28 when absent. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnalytics"];
                };
            };
            /** @description analytics_days_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAnalytics: {
        parameters: {
            query?: {
                /** @description Days up to today, 1 to 365; 28 when absent. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description analytics_days_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPostAnalytics: {
        parameters: {
            query?: {
                /** @description Days up to today, 1 to 365; 28 when absent. */
                days?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostAnalytics"];
                };
            };
            /** @description analytics_days_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadPostAnalytics: {
        parameters: {
            query?: {
                /** @description Days up to today, 1 to 365; 28 when absent. */
                days?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description analytics_days_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookmarks: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of posts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPost"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query?: {
                /** @description A post: each collection then says whether it holds it. */
                post?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCollection"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description collection_name_invalid, collection_description_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_collections */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionContent"];
                };
            };
            /** @description collection_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description collection_name_invalid, collection_description_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description collection_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description collection_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionOrderRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionContent"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description collection_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description collection_full */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addToCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description collection_not_found, post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description collection_full */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFromCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description collection_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCommentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description comment_empty, comment_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnswers: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the thread or of the page before. */
                cursor?: string;
                /** @description Number of answers, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfComment"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCommentEdits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentEdit"][];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hideComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_removed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    likeComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlikeComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pinComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_pinnable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpinComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCommentThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentThread"];
                };
            };
            /** @description comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                /** @description Words that the prompt or the title holds, all of them, letter case and accents aside. */
                q?: string;
                /** @description Where the generation stands: queued, in_progress, completed, failed or cancelled. */
                status?: string;
                /** @description True for finished videos that were not opened yet, false for all others. */
                unread?: boolean;
                /** @description Shape of the picture: portrait, landscape or square. */
                orientation?: string;
                /** @description Only those in this folder. */
                folder?: string;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of drafts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDraft"];
                };
            };
            /** @description filter_invalid, cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    arrangeDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeDraftsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrangedDrafts"];
                };
            };
            /** @description selection_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description folder_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDraftFolders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDraftFolder"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDraftFolder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftFolderRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftFolder"];
                };
            };
            /** @description folder_name_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description folder_name_taken, too_many_folders */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameDraftFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftFolderRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftFolder"];
                };
            };
            /** @description folder_name_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description folder_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description folder_name_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDraftFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description folder_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDraftRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description title_too_long, caption_too_long, alt_text_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_finished, draft_already_published */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markDraftRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rerollDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description edit_has_no_takes */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_active_generations */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description nothing_to_retry */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_active_generations */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchedulePostRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description publish_at_invalid, title_too_long, caption_too_long, alt_text_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_finished, too_many_scheduled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_scheduled */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameDraftRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description title_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEdit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEditRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description clips_invalid, clip_range_invalid, crossfade_invalid, extend_invalid, extend_not_understood, prompt_too_long, prompt_no_words, edit_length_invalid, size_not_supported, sound_invalid, title_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description clip_not_found, sound_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description clip_not_finished, extend_not_supported */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_active_generations */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description erasure_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadErasureReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description erasure_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description receipt_not_ready */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchEvents: {
        parameters: {
            query?: {
                /** @description The same for a client that can't set the header; the header wins. */
                after?: string;
            };
            header?: {
                /** @description The last id that was heard; what came after it is sent first. Sent by browsers that reconnect. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["AccountEvent"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_streams */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readExplore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explore"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFeed: {
        parameters: {
            query?: {
                /** @description Which feed: latest (the default), for_you, following (signed in only) or top. */
                tab?: string;
                /** @description Of top: day, week (the default) or all. */
                window?: string;
                /** @description Of for_you: true shows again what has been seen. */
                again?: boolean;
                /** @description True leaves out remixes. */
                originals?: boolean;
                /** @description How old films may be: any (the default), day, week or month. */
                since?: string;
                /** @description Of following, latest and top: true leaves out what the viewer has seen within 30 days. Without effect when signed out. */
                unseen?: boolean;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of posts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPage"];
                };
            };
            /** @description feed_tab_unknown, cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFeedPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPreferences"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeFeedPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedPreferences"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPreferences"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeedSteers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SteerList"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addFeedSteer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SteerFeedRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Steer"];
                };
            };
            /** @description feed_steer_post_missing, feed_steer_words_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description feed_steers_too_many, feed_moods_too_many */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFeedSteer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description feed_steer_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFirstImages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfFirstImage"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFirstImage: {
        parameters: {
            query?: {
                /** @description File name, for people. */
                name?: string;
                /** @description True: the account holds the rights to the picture, and the people in it consent. It is refused otherwise. */
                rightsConfirmed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstImage"];
                };
            };
            /** @description first_image_rights_needed, first_image_invalid, first_image_too_small */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description first_image_too_large, body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media_type_not_supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeFirstImageFromVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstImageFrameRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstImage"];
                };
            };
            /** @description first_image_rights_needed, moment_invalid, first_image_invalid, first_image_too_small */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description video_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFirstImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description first_image_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFirstImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description first_image_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGenerations: {
        parameters: {
            query?: {
                /** @description True lists only those that are queued or in progress. */
                active?: boolean;
                /** @description Only the variants that were asked for together: batchId of one of them. */
                batch?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfGeneration"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGenerationRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description prompt_empty, prompt_too_long, prompt_no_words, engine_unknown, size_not_supported, fps_not_supported, seconds_not_supported, first_image_needed, first_image_not_supported, last_image_needed, seed_invalid, storyboard_shots_invalid, shot_prompt_empty, shot_prompt_too_long, shot_seconds_invalid, style_unknown, variants_invalid, remix_source_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description remix_not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description first_image_not_found, post_not_found, draft_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description engine_refused, storyboard_not_supported */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_active_generations */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description generation_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description generation_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description generation_already_ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Generation"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description generation_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retakeShot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description Which shot, from 1. */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetakeShotRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description prompt_empty, prompt_too_long, prompt_no_words, shot_prompt_too_long, seed_invalid, engine_unknown */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description generation_not_found, shot_not_found, first_image_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description storyboard_missing, engine_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_active_generations */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readGenerationStream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description generation_not_found, stream_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeHandle: {
        parameters: {
            query: {
                /** @description How the handle starts, with or without the at sign. */
                prefix: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandleCompletions"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkHandle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandleAvailability"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of accounts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPerson"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAccountRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedAccount"];
                };
            };
            /** @description passkey_ceremony_missing, passkey_refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description confirmation_failed, account_closed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description last_administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_in_throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmWithPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description password_wrong */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_in_throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignInRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description passkey_ceremony_missing, passkey_refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askConfirmationPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description picture_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media_type_not_supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionNotice"][];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"][];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutOtherDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description device_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfExport"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description export_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description export_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description export_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description export_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description export_not_ready */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeHandle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description handle_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description handle_reserved, handle_taken, handle_changed_too_often */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMutedWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MutedWord"][];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    muteWord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MutedWordRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MutedWord"];
                };
            };
            /** @description muted_word_invalid, mute_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_muted_words */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmuteWord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description muted_word_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMutes: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of accounts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPerson"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPasskeyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description passkey_name_invalid, passkey_ceremony_missing, passkey_refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description confirmation_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_passkeys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askNewPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description confirmation_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_passkeys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyNameRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description passkey_name_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description passkey_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description confirmation_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description passkey_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description last_way_in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description password_too_short, password_too_long, password_common */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description confirmation_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPicture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description picture_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media_type_not_supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePicture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPictureFromVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PictureFrameRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description moment_invalid, picture_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description video_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description display_name_invalid, bio_too_long, location_too_long, too_many_links, link_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description confirmation_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_closed, account_being_erased */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Security"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSettings"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSettings"];
                };
            };
            /** @description locale_invalid, break_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description settings_changed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMessageRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description message_empty, message_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description message_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description message_edit_late */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description message_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description Kinds separated by commas; all when absent. */
                kind?: string;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of notifications, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfNotification"];
                };
            };
            /** @description notification_kind_unknown, cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationCounts"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkNotificationsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationCounts"];
                };
            };
            /** @description notification_kind_unknown */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSetting"][];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNotificationSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationSetting"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSetting"][];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNotificationRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationCounts"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description notification_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPostRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description title_too_long, caption_too_long, alt_text_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookmarkPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeBookmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCaptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            /** @description captions_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeCaptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteCaptionsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description captions_invalid, caption_language_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_captions */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCaptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description captions_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadCaptions: {
        parameters: {
            query?: {
                /** @description vtt (the default) or srt. */
                format?: string;
            };
            header?: never;
            path: {
                id: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                    "application/x-subrip": string;
                };
            };
            /** @description captions_format_unknown */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description captions_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCommentRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentTerms"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCommentRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentRules"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentRules"];
                };
            };
            /** @description slow_seconds_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listComments: {
        parameters: {
            query?: {
                /** @description best (most liked and answered, the default) or newest. */
                order?: string;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of threads, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCommentThread"];
                };
            };
            /** @description comment_order_unknown, cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteCommentRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description comment_empty, comment_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comments_closed, comments_for_followers */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found, comment_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description comments_slowed */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadPost: {
        parameters: {
            query?: {
                /** @description film (the default), small, end_card or animated. */
                kind?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": components["schemas"]["IFormFile"];
                    "image/gif": components["schemas"]["IFormFile"];
                };
            };
            /** @description download_kind_unknown */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description download_not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description renditions_busy, rendition_failed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prepareDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareDownloadRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreparedDownload"];
                };
            };
            /** @description download_not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description renditions_busy, rendition_failed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRemixFamily: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemixFamily"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setReaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetReactionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteReaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRecipe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recipe"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description remix_not_allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRemixes: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of posts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPost"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repostPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description repost_not_public */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoRepost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPostRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPostRevision"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sharePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Push"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscribeToPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscriptionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Push"];
                };
            };
            /** @description push_subscription_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description push_not_offered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribeFromPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Push"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckReceiptRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptCheck"];
                };
            };
            /** @description receipt_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceiptKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptKey"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of reports, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfReport"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendReportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description report_note_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description report_target_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description report_target_yours */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_reports */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRooms: {
        parameters: {
            query?: {
                /** @description inbox (the default) or requests: rooms that someone asks to open, who may not write unasked. */
                folder?: string;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of rooms, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfRoom"];
                };
            };
            /** @description room_folder_unknown, cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openRoom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenRoomRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description room_size_invalid, room_name_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description person_takes_no_messages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description person_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_invitations */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findPeopleToMessage: {
        parameters: {
            query?: {
                /** @description How a handle or name begins; without it, people whom the account follows or who follow it. */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReachablePerson"][];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request_not_open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request_not_open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addToRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddToRoomRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description room_size_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description person_takes_no_messages */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found, person_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_full, room_is_pair, request_unanswered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_invitations */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_is_pair, request_unanswered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of messages, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfMessage"];
                };
            };
            /** @description cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description message_empty, message_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found, post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description request_unanswered, request_pending, room_closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    muteRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MuteRoomRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameRoomRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description room_name_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_is_pair, request_unanswered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markRoomRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadRoomRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description room_not_found, message_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDraft"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeScreenplay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScreenplayRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Screenplay"];
                };
            };
            /** @description prompt_empty, prompt_too_long, prompt_no_words, seconds_not_supported, storyboard_shots_invalid, shot_prompt_empty, shot_prompt_too_long, shot_seconds_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description screenplays_not_offered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeBrief: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BriefRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brief"];
                };
            };
            /** @description prompt_empty, prompt_too_long, prompt_no_words, seconds_not_supported */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description screenplays_not_offered */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPeople: {
        parameters: {
            query?: {
                /** @description 1 to 200 characters of a handle or a name; the last word may be unfinished. */
                q?: string;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of people, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleFound"];
                };
            };
            /** @description search_query_invalid, cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPosts: {
        parameters: {
            query?: {
                /** @description 1 to 200 characters. The last word may be unfinished; #tag finds a tag. */
                q?: string;
                /** @description Only films of this shape: portrait, landscape or square; any when absent. */
                shape?: string;
                /** @description Only posts of the last day, week, month or year; all (the default) for any. */
                window?: string;
                /** @description best (the default) or newest first. */
                order?: string;
                /** @description Where to go on: next of the page before. */
                cursor?: string;
                /** @description Number of posts, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostsFound"];
                };
            };
            /** @description search_query_invalid, search_filter_invalid, cursor_invalid, limit_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchTags: {
        parameters: {
            query?: {
                /** @description 1 to 200 characters that a tag begins with. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsFound"];
                };
            };
            /** @description search_query_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description sign_in_failed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_in_throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description passkey_ceremony_missing, passkey_refused */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askSignInPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithRecoveryCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoverySignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description recovery_failed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sign_in_throttled */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSound"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadSound: {
        parameters: {
            query?: {
                /** @description File name, for people. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "audio/mpeg": string;
                "audio/mp4": string;
                "audio/wav": string;
                "audio/ogg": string;
                "audio/flac": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sound"];
                };
            };
            /** @description sound_unreadable, sound_too_long */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_many_sounds */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sound_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sound_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description sound_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStyles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Styles"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStyleThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description style_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
            /** @description signed_out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordWatches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordWatchesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchReceipt"];
                };
            };
            /** @description watch_events_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["IFormFile"];
                };
            };
            /** @description media_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    embedByAddress: {
        parameters: {
            query?: {
                /** @description Absolute address of a post's page. */
                url?: string;
                /** @description Most pixels. */
                maxwidth?: number;
                /** @description Most pixels. */
                maxheight?: number;
                /** @description json, or absent. */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OEmbedAnswer"];
                };
            };
            /** @description embed_size_invalid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description embed_address_unknown, post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description embed_format_not_supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCard: {
        parameters: {
            query?: {
                v?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": components["schemas"]["IFormFile"];
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description renditions_busy, rendition_failed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    embedPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showQrCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description post_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Any other problem; docs/http-api.md lists those that no route owns. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
