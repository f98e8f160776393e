using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>An account, as others see it beside what it made.</summary>
/// <param name="Handle">Unique name, without the at sign.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Verified">True where an administrator has confirmed who it is.</param>
/// <param name="PictureUrl">Its picture, a square WebP; null for none.</param>
public sealed record AuthorView(string Handle, string DisplayName, bool Verified, string? PictureUrl);

/// <summary>Reads accounts as others see them.</summary>
internal static class AuthorQueries
{
    /// <summary>The view of an account, from its columns.</summary>
    public static AuthorView View(string handle, string displayName, bool verified, string? picture) => new(handle, displayName, verified, picture is null ? null : "/media/" + picture);

    /// <summary>Views by account id, in one query.</summary>
    public static Task<Dictionary<Guid, AuthorView>> DescribeAsync(LucarneContext db, IEnumerable<Guid> accountIds, CancellationToken cancel)
    {
        Guid[] ids = [.. accountIds.Distinct()];
        return db.Accounts.Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, View = new AuthorView(a.Handle, a.DisplayName, a.Verified, a.Picture == null ? null : "/media/" + a.Picture) }).ToDictionaryAsync(a => a.Id, a => a.View, cancel);
    }
}
