using Lucarne.Social.Accounts;
using Lucarne.Social.Posts;

namespace Lucarne.Social.Collections;

/// <summary>A collection, as one viewer sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Description">What it is about; null for none.</param>
/// <param name="IsPublic">True where everyone may open it.</param>
/// <param name="Posts">Number of its posts that the viewer may open.</param>
/// <param name="CoverUrls">Thumbnails of its first posts, 4 at most.</param>
/// <param name="Mine">True for its owner.</param>
/// <param name="Holds">Whether it holds the post that was asked about; null where none was.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record CollectionView(
    Guid Id, AuthorView Owner, string Name, string? Description, bool IsPublic, int Posts, IReadOnlyList<string> CoverUrls, bool Mine, bool? Holds, DateTimeOffset CreatedAt);

/// <summary>A collection with its posts.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Items">The posts that the viewer may open, in the collection's order.</param>
public sealed record CollectionContent(CollectionView Collection, IReadOnlyList<PostView> Items);

/// <summary>What a collection is called, and who may open it.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Description">At most 500 characters; null for none.</param>
/// <param name="IsPublic">True lets everyone open it; false keeps it to oneself.</param>
public sealed record CollectionRequest(string Name, string? Description = null, bool IsPublic = false);

/// <summary>The order of a collection's posts.</summary>
/// <param name="PostIds">Posts of the collection in their new order; those that are not named follow in the order they had.</param>
public sealed record CollectionOrderRequest(IReadOnlyList<Guid> PostIds);
