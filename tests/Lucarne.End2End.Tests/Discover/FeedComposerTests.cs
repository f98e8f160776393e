using FsCheck;
using FsCheck.Fluent;
using Lucarne.Social.Feed;
using Lucarne.Social.Http;

namespace Lucarne.End2End.Tests.Discover;

/// <summary>The promises of the feed over generated rankings.</summary>
public sealed class FeedComposerTests
{
    private static readonly CursorCodec Codec = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void No_scroll_repeats_an_item_or_shows_more_than_two_of_one_author_or_family_in_twenty()
        => Prop.ForAll(Scrolls(), scroll =>
        {
            List<RankedPost> shown = Scroll(scroll.Ranked, scroll.PageSizes, _ => false);
            shown.Distinct().Count().ShouldBe(shown.Count);
            foreach (var (from, _) in shown.Select((_, i) => (i, i)))
            {
                RankedPost[] twenty = [.. shown.Skip(from).Take(20)];
                twenty.CountBy(p => p.AuthorId).Max(c => c.Value).ShouldBeLessThanOrEqualTo(2);
                twenty.CountBy(p => p.RootId).Max(c => c.Value).ShouldBeLessThanOrEqualTo(2);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_page_is_short_only_where_variety_forbids_everything_that_is_left()
        => Prop.ForAll(Scrolls(), scroll =>
        {
            FeedCursor cursor = new(DateTimeOffset.UnixEpoch);
            List<ChosenPost> page = FeedComposer.Take(scroll.Ranked, cursor, 10, _ => true, _ => false, 7);
            if (page.Count < 10)
            {
                scroll.Ranked.Where(p => !cursor.HasServed(p.PostId)).ShouldAllBe(p => !cursor.Window.Allows(p.AuthorId, p.RootId));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_one_wants_less_of_comes_only_once_nothing_else_may()
        => Prop.ForAll(Scrolls(), scroll =>
        {
            Guid author = scroll.Ranked.Count == 0 ? Guid.Empty : scroll.Ranked[0].AuthorId;
            FeedCursor cursor = new(DateTimeOffset.UnixEpoch);
            foreach (ChosenPost chosen in FeedComposer.Take(scroll.Ranked, cursor, 10, _ => true, p => p.AuthorId == author, null))
            {
                if (chosen.Post.AuthorId == author)
                {
                    FeedCursor before = new(DateTimeOffset.UnixEpoch);
                    foreach (ChosenPost earlier in FeedComposer.Take(scroll.Ranked, before, chosen.Position, _ => true, p => p.AuthorId == author, null))
                    {
                        earlier.Position.ShouldBeLessThan(chosen.Position);
                    }

                    scroll.Ranked.Where(p => p.AuthorId != author && !before.HasServed(p.PostId)).ShouldAllBe(p => !before.Window.Allows(p.AuthorId, p.RootId));
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_eighth_item_is_drawn_from_the_least_shown_with_its_chance_written_down()
    {
        RankedPost[] ranked = [.. Enumerable.Range(0, 100).Select(i => Post(i, i, i, mayExplore: i >= 80))];
        HashSet<Guid> drawn = [];
        for (ulong seed = 0; seed < 200; seed++)
        {
            List<ChosenPost> page = FeedComposer.Take(ranked, new FeedCursor(DateTimeOffset.UnixEpoch), 16, _ => true, _ => false, seed);
            page.Where(c => c.Propensity < 1).Select(c => c.Position).ShouldBe([7, 15]);
            page[7].Propensity.ShouldBe(1 / 20.0);
            page[7].Why.ShouldHaveSingleItem().Code.ShouldBe(FeedReasonCode.Exploration);
            drawn.Add(page[7].Post.PostId);
        }

        drawn.Count.ShouldBe(20);
    }

    [Fact]
    public void A_cursor_remembers_four_hundred_items_and_stays_short_enough_for_an_address()
    {
        FeedCursor cursor = new(DateTimeOffset.UnixEpoch);
        RankedPost[] posts = [.. Enumerable.Range(0, 500).Select(i => Post(i, i, i))];
        foreach (RankedPost post in posts)
        {
            cursor.Add(post.PostId, post.AuthorId, post.RootId);
        }

        string text = cursor.Write(Codec, "feed");

        text.Length.ShouldBeLessThan(4000);
        FeedCursor.TryRead(Codec, "feed", text, out FeedCursor read).ShouldBeTrue();
        (read.Position, read.ServedCount, read.Window.Count).ShouldBe((500, 400, 19));
        posts[100..].ShouldAllBe(p => read.HasServed(p.PostId));
        FeedCursor.TryRead(Codec, "another feed", text, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_cursor_that_was_touched_is_refused()
        => Prop.ForAll<NonNegativeInt, byte>((place, mask) =>
        {
            FeedCursor cursor = new(DateTimeOffset.UnixEpoch);
            for (int i = 0; i < 25; i++)
            {
                RankedPost post = Post(i, i, i);
                cursor.Add(post.PostId, post.AuthorId, post.RootId);
            }

            char[] text = cursor.Write(Codec, "feed").ToCharArray();
            int at = place.Get % text.Length;
            char before = text[at];
            text[at] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[mask % 64];
            // The last character carries bits that are no part of any byte.
            return text[at] == before || at == text.Length - 1 || !FeedCursor.TryRead(Codec, "feed", new string(text), out _);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_refused_as_a_cursor_without_complaint()
        => Prop.ForAll<NonNull<string>>(text => !FeedCursor.TryRead(Codec, "feed", text.Get, out _)).QuickCheckThrowOnFailure();

    /// <summary>Goes through a ranking page by page, each time from the written cursor alone.</summary>
    private static List<RankedPost> Scroll(IReadOnlyList<RankedPost> ranked, IReadOnlyList<int> pageSizes, Func<RankedPost, bool> less)
    {
        List<RankedPost> shown = [];
        FeedCursor cursor = new(DateTimeOffset.UnixEpoch);
        foreach (int size in pageSizes)
        {
            List<ChosenPost> page = FeedComposer.Take(ranked, cursor, size, _ => true, less, (ulong)shown.Count);
            shown.AddRange(page.Select(c => c.Post));
            FeedCursor.TryRead(Codec, "feed", cursor.Write(Codec, "feed"), out cursor).ShouldBeTrue();
        }

        return shown;
    }

    private static Arbitrary<Scrolled> Scrolls()
        => (from count in Gen.Choose(0, 120)
            from authors in Gen.Choose(1, 30)
            from roots in Gen.Choose(1, 60)
            from who in Gen.ArrayOf(Gen.Choose(0, authors - 1), count)
            from family in Gen.ArrayOf(Gen.Choose(0, roots - 1), count)
            from explored in Gen.ArrayOf(Gen.Elements(true, false), count)
            from pages in Gen.ArrayOf(Gen.Choose(1, 15), 9)
            select new Scrolled([.. Enumerable.Range(0, count).Select(i => Post(i, who[i], family[i], explored[i]))], pages)).ToArbitrary();

    private static RankedPost Post(int id, int author, int root, bool mayExplore = false) => new(IdOf(1, id), IdOf(2, author), IdOf(3, root), [], mayExplore);

    private static Guid IdOf(byte kind, int number) => new(number, 0, 0x7000, kind, 1, 2, 3, (byte)(number * 31), (byte)(number >> 3), (byte)number, (byte)(number >> 8));

    private sealed record Scrolled(IReadOnlyList<RankedPost> Ranked, IReadOnlyList<int> PageSizes);
}
