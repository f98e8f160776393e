using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Feed;
using Lucarne.Social.Posts;
using Lucarne.Social.Search;
using Lucarne.Social.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Explore;

/// <summary>What goes on, the same for everyone but for what the viewer may not see.</summary>
/// <param name="Tags">Tags on the rise, most first.</param>
/// <param name="Topics">What the week's posts are about, most first.</param>
/// <param name="Remixed">The week's posts with the most remixes made in it: prompts that inspire.</param>
/// <param name="Liked">The posts with the most likes given in the week.</param>
/// <param name="RemixLeaders">Whose posts were remixed most in the week.</param>
/// <param name="LikeLeaders">Whose posts were liked most in the week.</param>
/// <param name="NewVoices">A post each of people who began to publish within two weeks.</param>
/// <param name="Featured">Posts that administrators have put before everyone, the last first.</param>
public sealed record ExploreView(
    IReadOnlyList<RisingTag> Tags, IReadOnlyList<TopicOfWeek> Topics, IReadOnlyList<PostView> Remixed, IReadOnlyList<PostView> Liked,
    IReadOnlyList<Leader> RemixLeaders, IReadOnlyList<Leader> LikeLeaders, IReadOnlyList<PostView> NewVoices, IReadOnlyList<PostView> Featured);

/// <summary>A tag on the rise.</summary>
/// <param name="Tag">Without its hash, lower case.</param>
/// <param name="Posts">Posts of the last seven days.</param>
/// <param name="Before">Posts of a usual seven days among the three weeks before.</param>
public sealed record RisingTag(string Tag, int Posts, double Before);

/// <summary>What posts of the week are about.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Posts">Posts of the last seven days.</param>
public sealed record TopicOfWeek(TopicView Topic, int Posts);

/// <summary>A place on a leaderboard.</summary>
/// <param name="Author">Who it is.</param>
/// <param name="Count">Remixes or likes in the week.</param>
public sealed record Leader(AuthorView Author, int Count);

/// <summary>Reads the explore page. What is counted is up to a minute old; what the viewer may see is decided anew each time.</summary>
internal sealed class ReadExplore(LucarneContext db, PostReads posts, ExploreBoard board, WishReads wishReads, TimeProvider time)
{
    public async Task<ExploreView> RunAsync(Guid? viewerId, CancellationToken cancel)
    {
        ExploreCounts counts = await board.ReadAsync(cancel);
        List<PostRow> visible = [];
        foreach (Guid[] some in counts.Remixed.Concat(counts.Liked).Concat(counts.NewVoices).Concat(counts.Featured).Distinct().Chunk(PostReads.MostIds))
        {
            visible.AddRange(await posts.ListedAsync(viewerId, some, cancel));
        }

        ViewerWishes wishes = await wishReads.ReadAsync(viewerId, time.GetUtcNow(), cancel);
        if (wishes.MutesWords)
        {
            Dictionary<Guid, IReadOnlySet<string>> stems = await ViewerWishes.ReadStemsAsync(db, [.. visible.Select(p => p.Id)], cancel);
            visible.RemoveAll(p => p.AuthorId != viewerId && wishes.Muted(stems.GetValueOrDefault(p.Id)));
        }

        HashSet<Guid> seen = [.. visible.Select(p => p.Id)];
        Guid[] remixed = Shown(counts.Remixed);
        Guid[] liked = Shown(counts.Liked);
        Guid[] voices = Shown(counts.NewVoices);
        Guid[] featured = Shown(counts.Featured);
        HashSet<Guid> shown = [.. remixed, .. liked, .. voices, .. featured];
        Dictionary<Guid, PostView> views = (await PostQueries.DescribeAsync(db, [.. visible.Where(p => shown.Contains(p.Id))], viewerId, cancel)).ToDictionary(v => v.Id);
        Guid[] leaderIds = [.. counts.RemixLeaders.Concat(counts.LikeLeaders).Select(l => l.Id).Distinct()];
        Guid viewer = viewerId ?? Guid.Empty;
        HashSet<Guid> standing = await db.Accounts.Where(a => leaderIds.Contains(a.Id) && a.ClosedAt == null && a.SuspendedAt == null
            && !db.Mutes.Any(m => m.MuterId == viewer && m.MutedId == a.Id)
            && !db.Blocks.Any(b => (b.BlockerId == viewer && b.BlockedId == a.Id) || (b.BlockerId == a.Id && b.BlockedId == viewer))).Select(a => a.Id).ToHashSetAsync(cancel);
        Dictionary<Guid, AuthorView> leaders = await AuthorQueries.DescribeAsync(db, standing, cancel);
        RisingTag[] tags = [.. counts.Tags.Where(t => !wishes.Muted(SearchText.Stems(t.Tag).ToHashSet(StringComparer.Ordinal))).Take(ExploreBoard.Length)];
        return new ExploreView(tags, counts.Topics, Views(remixed), Views(liked), Named(counts.RemixLeaders), Named(counts.LikeLeaders), Views(voices), Views(featured));

        Guid[] Shown(IReadOnlyList<Guid> ids) => [.. ids.Where(seen.Contains).Take(ExploreBoard.Length)];

        PostView[] Views(Guid[] ids) => [.. ids.Select(id => views[id])];

        Leader[] Named(IReadOnlyList<(Guid Id, int Count)> people)
            => [.. people.Where(p => leaders.ContainsKey(p.Id)).Take(ExploreBoard.Length).Select(p => new Leader(leaders[p.Id], p.Count))];
    }
}
