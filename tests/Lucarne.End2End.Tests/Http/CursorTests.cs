using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Http;

public sealed class CursorTests
{
    private static readonly CursorCodec Codec = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void What_is_written_is_read_again()
        => Prop.ForAll<Guid, NonNull<string>>((id, list) => Codec.TryRead(list.Get, Codec.Write(list.Get, id), out Guid read) && read == id).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cursor_of_one_list_is_no_cursor_of_another()
        => Prop.ForAll<Guid, NonNull<string>, NonNull<string>>((id, a, b) => a.Get == b.Get || !Codec.TryRead(b.Get, Codec.Write(a.Get, id), out _)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_changed_cursor_is_refused()
        => Prop.ForAll<Guid, byte, byte>((id, position, change) =>
        {
            char[] cursor = Codec.Write("list", id).ToCharArray();
            const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            // The last letter carries two bits that belong to no byte.
            int at = position % (cursor.Length - 1);
            char other = Letters[(Letters.IndexOf(cursor[at], StringComparison.Ordinal) + 1 + (change % 63)) % 64];
            cursor[at] = other;
            return !Codec.TryRead("list", new string(cursor), out _);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_refused_without_an_exception()
        => Prop.ForAll<NonNull<string>>(text => !Codec.TryRead("list", text.Get, out _)).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Cursors_of_another_installation_or_another_list_are_refused()
    {
        using Person ada = await Shared.App.SignUpAsync("foreigncursor");
        using Person brook = await Shared.App.SignUpAsync("foreigncursor2");
        for (int i = 0; i < 2; i++)
        {
            await ada.CreateAsync($"film {i}");
        }

        string cursor = (await ada.GetAsync("/api/drafts?limit=1"))["next"]!;

        (await ada.GetAsync($"/api/drafts?cursor={cursor}")).ShouldBeFine();
        (await brook.GetAsync($"/api/drafts?cursor={cursor}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
        (await ada.GetAsync($"/api/feed?cursor={cursor}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
        (await ada.GetAsync($"/api/drafts?cursor={Codec.Write("drafts", Guid.Empty)}")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor_invalid");
    }

    [Fact]
    public async Task Paging_shows_every_post_once_whatever_arrives_in_between()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer model = await ada.PublishAsync("the first");
        Guid[] before = await AddPostsAsync(app, model, 47);

        List<string> seen = [];
        string? cursor = null;
        int page = 0;
        do
        {
            Answer answer = (await ada.GetAsync($"/api/feed?limit=7{(cursor is null ? "" : $"&cursor={cursor}")}")).ShouldBeFine();
            seen.AddRange(answer.Find("items").EnumerateArray().Select(p => p.GetProperty("post").GetProperty("id").GetString()!));
            cursor = answer["next"];
            if (page++ < 3)
            {
                await AddPostsAsync(app, model, 5);
            }
        }
        while (cursor is not null);

        seen.ShouldBe(seen.Distinct());
        seen.ShouldBe([.. before.OrderDescending().Select(id => id.ToString()), model["id"]!]);
    }

    /// <summary>Posts straight into the database: the feed's concern is their order, not how they came.</summary>
    private static Task<Guid[]> AddPostsAsync(LucarneApp app, Answer model, int count) => app.ReadAsync(async db =>
    {
        Guid author = await db.Accounts.Select(a => a.Id).SingleAsync();
        Generation shown = await db.Generations.AsNoTracking().Include(g => g.Artefacts).SingleAsync(g => g.Id == Guid.Parse(model["video.id"]!));
        Guid[] ids = new Guid[count];
        for (int i = 0; i < count; i++)
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            Guid generation = Guid.CreateVersion7(now);
            ids[i] = Guid.CreateVersion7(now);
            await CopyAsync(db, shown, generation);
            db.Posts.Add(new Post { Id = ids[i], AuthorId = author, DraftId = Guid.CreateVersion7(now), GenerationId = generation, Visibility = Visibility.Public, RootId = ids[i], CreatedAt = now });
            await Task.Delay(2);
        }

        await db.SaveChangesAsync();
        return ids;
    });

    private static async Task CopyAsync(LucarneContext db, Generation shown, Guid id)
    {
        db.Generations.Add(new Generation
        {
            Id = id,
            OwnerId = shown.OwnerId,
            Prompt = shown.Prompt,
            Engine = shown.Engine,
            Width = shown.Width,
            Height = shown.Height,
            Fps = shown.Fps,
            FrameCount = shown.FrameCount,
            Seed = shown.Seed,
            CreatedAt = shown.CreatedAt,
        });
        db.Artefacts.AddRange(shown.Artefacts.Select(a => new Artefact { GenerationId = id, Name = a.Name, Sha256 = a.Sha256, Extension = a.Extension, SizeBytes = a.SizeBytes }));
        await db.SaveChangesAsync();
        await db.Generations.Where(g => g.Id == id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Status, GenerationStatus.Completed));
    }
}
