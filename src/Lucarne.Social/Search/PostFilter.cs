using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;

namespace Lucarne.Social.Search;

/// <summary>Which of the posts that hold the words are wanted, and in which order.</summary>
/// <param name="Shape">Only those of this shape; null for any.</param>
/// <param name="Since">Only those published from then on; null for any.</param>
/// <param name="Newest">True for the newest first, false for the best first.</param>
/// <param name="Name">What was asked for: cursors hold for the same alone.</param>
internal sealed record PostFilter(FilmShape? Shape, DateTimeOffset? Since, bool Newest, string Name)
{
    /// <summary>True where every post is wanted.</summary>
    public bool TakesAll => Shape is null && Since is null;

    /// <summary>Reads what was asked for, or <see cref="SearchErrors.FilterInvalid"/>.</summary>
    /// <param name="shape"><c>portrait</c>, <c>landscape</c> or <c>square</c>; null for any.</param>
    /// <param name="window"><c>day</c>, <c>week</c>, <c>month</c>, <c>year</c> or <c>all</c>; null for all.</param>
    /// <param name="order"><c>best</c> or <c>newest</c>; null for best.</param>
    /// <param name="now">The moment of asking.</param>
    public static Outcome<PostFilter> Read(string? shape, string? window, string? order, DateTimeOffset now)
    {
        if (shape is not (null or "portrait" or "landscape" or "square"))
        {
            return SearchErrors.FilterInvalid.For("shape");
        }

        if (window is not (null or "all" or "day" or "week" or "month" or "year"))
        {
            return SearchErrors.FilterInvalid.For("window");
        }

        if (order is not (null or "best" or "newest"))
        {
            return SearchErrors.FilterInvalid.For("order");
        }

        FilmShape? only = shape switch { "portrait" => FilmShape.Portrait, "landscape" => FilmShape.Landscape, "square" => FilmShape.Square, _ => null };
        int? days = window switch { "day" => 1, "week" => 7, "month" => 30, "year" => 365, _ => null };
        return new PostFilter(only, days is int count ? now.AddDays(-count) : null, order == "newest", $"{shape}:{window}:{order}");
    }

    /// <summary>Those of some posts that are wanted.</summary>
    public IQueryable<Post> Of(LucarneContext db)
    {
        IQueryable<Post> posts = db.Posts;
        if (Since is DateTimeOffset since)
        {
            posts = posts.Where(p => p.CreatedAt >= since);
        }

        return Shape switch
        {
            FilmShape.Portrait => posts.Where(p => db.Generations.Any(g => g.Id == p.GenerationId && g.Height > g.Width)),
            FilmShape.Landscape => posts.Where(p => db.Generations.Any(g => g.Id == p.GenerationId && g.Height < g.Width)),
            FilmShape.Square => posts.Where(p => db.Generations.Any(g => g.Id == p.GenerationId && g.Height == g.Width)),
            _ => posts,
        };
    }
}

/// <summary>Which side of a film is longer.</summary>
internal enum FilmShape
{
    Portrait,
    Landscape,
    Square,
}
