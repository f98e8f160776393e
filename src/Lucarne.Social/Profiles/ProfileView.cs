using Lucarne.Social.Follows;
using Lucarne.Social.Text;

namespace Lucarne.Social.Profiles;

/// <summary>An account, as a viewer sees its page.</summary>
/// <param name="Handle">Its handle. Where another one was asked for, that is one that it had before.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Verified">True where an administrator has confirmed who it is.</param>
/// <param name="PublicFigure">True where an administrator has marked it as that of a public figure.</param>
/// <param name="PictureUrl">Its picture, a square WebP of 400 pixels; null for none.</param>
/// <param name="CoverUrl">Its cover, a WebP of 1500 × 500 pixels; null for none.</param>
/// <param name="Bio">What it says of itself; null for nothing.</param>
/// <param name="BioFacets">Mentions, links and tags of the biography.</param>
/// <param name="Location">Where it says that it is; null for nowhere.</param>
/// <param name="Links">Absolute http(s) addresses.</param>
/// <param name="JoinedAt">When it was made.</param>
/// <param name="Counts">How many of what.</param>
/// <param name="Relation">How the viewer stands to it; null when signed out, and for oneself.</param>
/// <param name="LikesShown">True where the viewer may see which posts it likes.</param>
/// <param name="CanMessage">True where the viewer may begin a conversation with it.</param>
/// <param name="Mine">True for its owner.</param>
public sealed record ProfileView(
    string Handle, string DisplayName, bool Verified, bool PublicFigure, string? PictureUrl, string? CoverUrl, string? Bio, IReadOnlyList<TextFacet> BioFacets, string? Location,
    IReadOnlyList<string> Links, DateTimeOffset JoinedAt, ProfileCounts Counts, RelationView? Relation, bool LikesShown, bool CanMessage, bool Mine);

/// <summary>Counters of a profile.</summary>
/// <param name="Followers">Accounts that follow it.</param>
/// <param name="Following">Accounts that it follows.</param>
/// <param name="Posts">Posts that the viewer finds on its page.</param>
/// <param name="Likes">Likes of those posts.</param>
/// <param name="Remixes">Remixes that were made of those posts.</param>
public sealed record ProfileCounts(int Followers, int Following, int Posts, int Likes, int Remixes);
