using Lucarne.Social.Http;

namespace Lucarne.Social.Reposts;

/// <summary>Refusals of reposts.</summary>
public static class RepostsErrors
{
    public static readonly Problem NotPublic = new(409, "repost_not_public", "This post is not public", "Only public posts can be reposted; its author has chosen who sees this one.");
}
