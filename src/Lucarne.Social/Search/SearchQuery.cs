using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Search;

/// <summary>What somebody asks for, in the words of the index: the same on SQLite and PostgreSQL.</summary>
internal sealed class SearchQuery
{
    /// <summary>Most characters of a question.</summary>
    public const int MaxLength = 200;

    /// <summary>Words that are looked for; the rest of a question is left out.</summary>
    public const int MaxWords = 8;

    /// <summary>Most things that a question finds.</summary>
    public const int MaxMatches = Posts.PostReads.MostFound;

    private readonly List<List<Term>> _all = [];

    private SearchQuery(IReadOnlyList<string> words) => Words = words;

    /// <summary>The words that were typed.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What was mended, by what was typed.</summary>
    public Dictionary<string, string> Mended { get; } = [];

    /// <summary>Reads a question; the last word may be the beginning of one.</summary>
    /// <param name="db">The database.</param>
    /// <param name="text">As typed.</param>
    /// <param name="mend">True to take words that no text holds for the known words near them.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<SearchQuery> ReadAsync(LucarneContext db, string text, bool mend, CancellationToken cancel)
    {
        List<string> words = SearchText.Words(text);
        List<string> meant = [.. words.Where(w => !Stopwords.Contains(w)).DefaultIfEmpty(words.LastOrDefault() ?? "").Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxWords)];
        SearchQuery query = new(meant);
        string? unfinished = text.Length > 0 && !char.IsWhiteSpace(text[^1]) ? words.LastOrDefault() : null;
        foreach (string word in meant)
        {
            List<Term> any = [new(Stemmer.Stem(word), false), new(word, false)];
            if (word == unfinished)
            {
                any.Add(new Term(word, true));
            }

            if (mend && !await IsKnownAsync(db, word, word == unfinished, cancel) && await Typos.MendAsync(db, word, cancel) is { Count: > 0 } mended)
            {
                any.AddRange(mended.SelectMany(m => (Term[])[new(Stemmer.Stem(m), false), new(m, false)]));
                query.Mended[word] = mended[0];
            }

            query._all.Add([.. any.Distinct()]);
        }

        return query;
    }

    /// <summary>Ids of what holds all words, newest in the index first.</summary>
    public async Task<List<Guid>> FindAsync(LucarneContext db, SearchDocumentKind kind, CancellationToken cancel)
    {
        if (_all.Count == 0)
        {
            return [];
        }

        if (db.Database.IsSqlite())
        {
            string match = SqliteMatch(kind, any: false);
            return await db.Database.SqlQuery<Guid>(
                $"""SELECT d."Id" AS "Value" FROM "SearchIndex" i JOIN "SearchDocuments" d ON d."Number" = i.rowid WHERE i."SearchIndex" MATCH {match} ORDER BY i.rowid DESC LIMIT {MaxMatches}""")
                .ToListAsync(cancel);
        }

        string terms = PostgresTerms(any: false);
        return await db.Database.SqlQuery<Guid>(
            $"""SELECT "Id" AS "Value" FROM "SearchDocuments" WHERE "Kind" = {(int)kind} AND "Terms" @@ CAST({terms} AS tsquery) ORDER BY "Number" DESC LIMIT {MaxMatches}""")
            .ToListAsync(cancel);
    }

    /// <summary>Ids of posts that hold all words and that a filter wants, newest in the index first; at most <see cref="MaxMatches"/>.</summary>
    public async Task<List<Guid>> FindPostsAsync(LucarneContext db, PostFilter filter, CancellationToken cancel)
    {
        if (filter.TakesAll || _all.Count == 0)
        {
            return await FindAsync(db, SearchDocumentKind.Post, cancel);
        }

        string words = db.Database.IsSqlite() ? SqliteMatch(SearchDocumentKind.Post, any: false) : PostgresTerms(any: false);
        IQueryable<Match> matches = db.Database.IsSqlite()
            ? db.Database.SqlQuery<Match>($"""SELECT d."Id", d."Number" FROM "SearchIndex" i JOIN "SearchDocuments" d ON d."Number" = i.rowid WHERE i."SearchIndex" MATCH {words}""")
            : db.Database.SqlQuery<Match>($"""SELECT "Id", "Number" FROM "SearchDocuments" WHERE "Kind" = {(int)SearchDocumentKind.Post} AND "Terms" @@ CAST({words} AS tsquery)""");
        IQueryable<Posts.Post> wanted = filter.Of(db);
        return await matches.Where(m => wanted.Any(p => p.Id == m.Id)).OrderByDescending(m => m.Number).Take(MaxMatches).Select(m => m.Id).ToListAsync(cancel);
    }

    /// <summary>Ids of posts that hold the words, those left out that one account has been shown, newest in the index first; at most <see cref="MaxMatches"/>.</summary>
    /// <param name="db">The database.</param>
    /// <param name="any">True where one of the words is enough.</param>
    /// <param name="viewer">Who looks; nobody's id for nobody.</param>
    /// <param name="seenSince">What was shown before counts as unseen.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<List<Guid>> FindPostsUnseenAsync(LucarneContext db, bool any, Guid viewer, DateTimeOffset seenSince, CancellationToken cancel)
    {
        if (_all.Count == 0)
        {
            return [];
        }

        long since = seenSince.ToUnixTimeMilliseconds();
        if (db.Database.IsSqlite())
        {
            string match = SqliteMatch(SearchDocumentKind.Post, any);
            return await db.Database.SqlQuery<Guid>(
                $"""
                SELECT d."Id" AS "Value" FROM "SearchIndex" i JOIN "SearchDocuments" d ON d."Number" = i.rowid
                WHERE i."SearchIndex" MATCH {match} AND NOT EXISTS (SELECT 1 FROM "Impressions" s WHERE s."AccountId" = {viewer} AND s."PostId" = d."Id" AND s."SeenAt" > {since})
                ORDER BY i.rowid DESC LIMIT {MaxMatches}
                """).ToListAsync(cancel);
        }

        string terms = PostgresTerms(any);
        return await db.Database.SqlQuery<Guid>(
            $"""
            SELECT d."Id" AS "Value" FROM "SearchDocuments" d
            WHERE d."Kind" = {(int)SearchDocumentKind.Post} AND d."Terms" @@ CAST({terms} AS tsquery)
              AND NOT EXISTS (SELECT 1 FROM "Impressions" s WHERE s."AccountId" = {viewer} AND s."PostId" = d."Id" AND s."SeenAt" > {since})
            ORDER BY d."Number" DESC LIMIT {MaxMatches}
            """).ToListAsync(cancel);
    }

    /// <summary>How well a text answers, 0 to 1: the share of the words that it holds as they were typed or in another form, the first counting more.</summary>
    public double Fit(string? text)
    {
        if (Words.Count == 0 || string.IsNullOrEmpty(text))
        {
            return 0;
        }

        List<string> held = SearchText.Words(text);
        return Words.Average(word => held.Contains(word) ? 1.0 : HoldsForm(Mended.GetValueOrDefault(word, word)) ? 0.8 : held.Exists(h => h.StartsWith(word, StringComparison.Ordinal)) ? 0.5 : 0.0);

        // Forms of a word begin alike: the others need no stem.
        bool HoldsForm(string word)
        {
            string stem = Stemmer.Stem(word);
            return held.Exists(h => h[0] == stem[0] && Stemmer.Stem(h) == stem);
        }
    }

    private string SqliteMatch(SearchDocumentKind kind, bool any)
    {
        string column = kind == SearchDocumentKind.Post ? "Post" : "Account";
        return $"{column} : ({string.Join(any ? " OR " : " AND ", _all.Select(terms => $"({string.Join(" OR ", terms.Select(t => $"\"{t.Text}\"{(t.Prefix ? " *" : "")}"))})"))})";
    }

    private string PostgresTerms(bool any)
        => string.Join(any ? " | " : " & ", _all.Select(terms => $"({string.Join(" | ", terms.Select(t => $"'{t.Text}'{(t.Prefix ? ":*" : "")}"))})"));

    private static async Task<bool> IsKnownAsync(LucarneContext db, string word, bool unfinished, CancellationToken cancel)
        => unfinished
            ? await db.SearchWords.AnyAsync(w => w.Word.StartsWith(word), cancel)
            : await db.SearchWords.AnyAsync(w => w.Word == word, cancel);

    /// <summary>Something that holds the words.</summary>
    private sealed class Match
    {
        public Guid Id { get; init; }

        public long Number { get; init; }
    }

    /// <summary>A word, or the beginning of one. Letters and digits only: nothing to escape.</summary>
    private readonly record struct Term(string Text, bool Prefix);
}
