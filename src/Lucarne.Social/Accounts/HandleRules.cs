using System.Collections.Frozen;
using Lucarne.Social.Http;

namespace Lucarne.Social.Accounts;

/// <summary>Which handles can be had: 3 to 30 of a–z, 0–9, <c>_</c> and <c>.</c>, with at least one letter, and no name that the network itself uses.</summary>
public static class HandleRules
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 3;

    /// <summary>Most characters.</summary>
    public const int MaxLength = 30;

    /// <summary>Names of routes, roles and lists; compared without <c>_</c> and <c>.</c>, so that <c>ad.min</c> is no way around.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
    [
        "about", "abuse", "account", "accounts", "activity", "admin", "administrator", "all", "anonymous", "api", "app", "apps", "assets", "auth", "blog",
        "bot", "cast", "casting", "character", "characters", "contact", "create", "dashboard", "deleted", "developer", "developers", "docs", "draft", "drafts", "embed", "everyone",
        "explore", "faq", "favicon", "feed", "feeds", "follow", "followers", "following", "generate", "generation", "generations", "guest", "handle", "handles",
        "healthz", "help", "here", "home", "host", "hostmaster", "index", "info", "instance", "invite", "legal", "likeness", "likenesses", "live", "localhost", "login", "logout", "lucarne",
        "mail", "media", "message", "messages", "metrics", "mod", "moderation", "moderator", "moderators", "myself", "new", "nobody", "notification", "notifications", "null", "oauth",
        "official", "openapi", "owner", "passkey", "password", "post", "posts", "postmaster", "press", "privacy", "profile", "readyz", "register", "remix", "report", "reports", "robots",
        "root", "rules", "safety", "screenplay", "screenplays", "search", "security", "server", "session", "sessions", "settings", "share", "signin", "signout", "signup", "sitemap", "sora", "staff",
        "static", "status", "storyboard", "support", "sysadmin", "system", "team", "terms", "test", "trending", "undefined", "unknown", "user", "users", "verified", "video", "videos",
        "web", "webmaster", "wellknown", "www", "you",
    ], StringComparer.Ordinal);

    /// <summary>The handle as kept (lower case), or <see cref="AccountsErrors.HandleInvalid"/> or <see cref="AccountsErrors.HandleReserved"/>.</summary>
    public static Outcome<string> Read(string? typed)
    {
        string handle = (typed ?? "").Trim().TrimStart('@').ToLowerInvariant();
        bool fits = handle.Length is >= MinLength and <= MaxLength
            && handle.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.')
            && handle.Any(char.IsAsciiLetterLower)
            && char.IsAsciiLetterOrDigit(handle[0])
            && handle[^1] != '.'
            && !handle.Contains("..", StringComparison.Ordinal);
        if (!fits)
        {
            return AccountsErrors.HandleInvalid.For("handle");
        }

        return Reserved.Contains(handle.Replace("_", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal))
            ? AccountsErrors.HandleReserved.For("handle")
            : handle;
    }
}
