namespace Lucarne.Social.Http;

/// <summary>One stretch of a list.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <param name="Items">Items in the list's order.</param>
/// <param name="Next">Opaque cursor of what follows; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Where a page starts and how long it is, as asked by <c>?cursor=…&amp;limit=…</c>.</summary>
/// <param name="Before">Items older than this id only (ids are UUIDv7, so older means smaller); null starts at the newest.</param>
/// <param name="Limit">Number of items, 1 to 100.</param>
public readonly record struct PageRequest(Guid? Before, int Limit)
{
    /// <summary>Items of a page when the request names no limit.</summary>
    public const int DefaultLimit = 20;

    /// <summary>Most items of a page.</summary>
    public const int MaxLimit = 100;

    /// <summary>Reads the two query parameters.</summary>
    /// <param name="cursors">The signer.</param>
    /// <param name="list">Name of the list that the cursor must come from, with whatever its content depends on (<c>drafts:{account}</c>).</param>
    /// <param name="cursor">The opaque cursor, if any.</param>
    /// <param name="limit">The limit, if any.</param>
    /// <returns><see cref="HttpErrors.CursorInvalid"/> or <see cref="HttpErrors.LimitInvalid"/> where they can't be used.</returns>
    public static Outcome<PageRequest> Read(CursorCodec cursors, string list, string? cursor, int? limit)
    {
        if (limit is < 1 or > MaxLimit)
        {
            return HttpErrors.LimitInvalid.For("limit");
        }

        Guid? before = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!cursors.TryRead(list, cursor, out Guid id))
            {
                return HttpErrors.CursorInvalid.For("cursor");
            }

            before = id;
        }

        return new PageRequest(before, limit ?? DefaultLimit);
    }

    /// <summary>Makes the page from up to <see cref="Limit"/> + 1 rows: the extra row only tells that more follows.</summary>
    public Page<TItem> Cut<TRow, TItem>(CursorCodec cursors, string list, IReadOnlyList<TRow> rows, Func<TRow, Guid> id, Func<TRow, TItem> item)
    {
        bool more = rows.Count > Limit;
        TItem[] items = [.. rows.Take(Limit).Select(item)];
        return new Page<TItem>(items, more ? cursors.Write(list, id(rows[Limit - 1])) : null);
    }
}

/// <summary>Where a page of a list that is ordered by time starts, newest first, and how long it is.</summary>
/// <param name="Before">Items older than this time, or as old and with a smaller id, only; null starts at the newest.</param>
/// <param name="BeforeId">The id that goes with <paramref name="Before"/>.</param>
/// <param name="Limit">Number of items, 1 to 100.</param>
public readonly record struct TimedPageRequest(DateTimeOffset? Before, Guid BeforeId, int Limit)
{
    /// <summary>Reads the two query parameters, as <see cref="PageRequest.Read"/> does.</summary>
    public static Outcome<TimedPageRequest> Read(CursorCodec cursors, string list, string? cursor, int? limit)
    {
        if (limit is < 1 or > PageRequest.MaxLimit)
        {
            return HttpErrors.LimitInvalid.For("limit");
        }

        if (string.IsNullOrEmpty(cursor))
        {
            return new TimedPageRequest(null, default, limit ?? PageRequest.DefaultLimit);
        }

        return cursors.TryReadTimed(list, cursor, out DateTimeOffset time, out Guid id)
            ? new TimedPageRequest(time, id, limit ?? PageRequest.DefaultLimit)
            : HttpErrors.CursorInvalid.For("cursor");
    }

    /// <summary>Makes the page from up to <see cref="Limit"/> + 1 rows: the extra row only tells that more follows.</summary>
    public Page<TItem> Cut<TRow, TItem>(CursorCodec cursors, string list, IReadOnlyList<TRow> rows, Func<TRow, DateTimeOffset> time, Func<TRow, Guid> id, Func<TRow, TItem> item)
    {
        bool more = rows.Count > Limit;
        TItem[] items = [.. rows.Take(Limit).Select(item)];
        return new Page<TItem>(items, more ? cursors.WriteTimed(list, time(rows[Limit - 1]), id(rows[Limit - 1])) : null);
    }
}
