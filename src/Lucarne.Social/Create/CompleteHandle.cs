using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Create;

/// <summary>Handles that start as somebody types.</summary>
/// <param name="Items">Whom the account follows first, then in alphabetical order; 8 at most.</param>
public sealed record HandleCompletions(IReadOnlyList<AuthorView> Items);

/// <summary>A handle that a prompt names.</summary>
/// <param name="Handle">In lower case, without the at sign.</param>
/// <param name="Known">False where nobody has it: it then stays plain text.</param>
public sealed record MentionedHandle(string Handle, bool Known);

/// <summary>Completes handles and tells which of those that a text names exist.</summary>
internal sealed class CompleteHandle(LucarneContext db)
{
    private const int MaxItems = 8;

    /// <summary>Handles that start with a prefix. A prefix that no handle can have finds none.</summary>
    public async Task<HandleCompletions> RunAsync(Guid accountId, string prefix, CancellationToken cancel)
    {
        string start = prefix.Trim().TrimStart('@').ToLowerInvariant();
        if (start.Length is 0 or > HandleRules.MaxLength || !start.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.'))
        {
            return new HandleCompletions([]);
        }

        List<Guid> ids = await Open(accountId).Where(a => a.Handle.StartsWith(start))
            .OrderByDescending(a => db.Follows.Any(f => f.FollowerId == accountId && f.FolloweeId == a.Id)).ThenBy(a => a.Handle)
            .Select(a => a.Id).Take(MaxItems).ToListAsync(cancel);
        Dictionary<Guid, AuthorView> views = await AuthorQueries.DescribeAsync(db, ids, cancel);
        return new HandleCompletions([.. ids.Select(id => views[id])]);
    }

    /// <summary>The handles that a text names, each once, in order.</summary>
    public async Task<IReadOnlyList<MentionedHandle>> FindAsync(Guid accountId, string text, CancellationToken cancel)
    {
        string[] named = [.. TextFacets.Find(text).Where(f => f.Kind == TextFacetKind.Mention).Select(f => f.Value).Distinct(StringComparer.Ordinal)];
        if (named.Length == 0)
        {
            return [];
        }

        List<string> known = await Open(accountId).Where(a => named.Contains(a.Handle)).Select(a => a.Handle).ToListAsync(cancel);
        return [.. named.Select(handle => new MentionedHandle(handle, known.Contains(handle)))];
    }

    private IQueryable<Account> Open(Guid accountId) => db.Accounts.AsNoTracking().Where(a => a.ClosedAt == null && a.SuspendedAt == null
        && !db.Blocks.Any(b => (b.BlockerId == a.Id && b.BlockedId == accountId) || (b.BlockerId == accountId && b.BlockedId == a.Id)));
}
