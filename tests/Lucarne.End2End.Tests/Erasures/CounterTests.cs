using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Lucarne.End2End.Tests.Discover;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Comments;
using Lucarne.Social.Data;
using Lucarne.Social.Messages;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Erasures;

public sealed class CounterTests
{
    private const int Turns = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_people_do_and_whoever_is_erased_every_counter_is_the_number_of_its_rows_and_every_file_has_a_name(int seed)
    {
        await using LucarneApp app = await LucarneApp.StartAsync(options => options.DaysOfGrace = 0);
        using Person keeper = await app.SignUpAsync("keeper");
        Answer model = await keeper.PublishAsync("a red ball");
        Person[] people = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => app.SignUpAsync($"person{i}")));
        Guid[] posts = await PublishAsync(app, model, people);
        Memory memory = new([.. posts.Select(p => p.ToString())]);

        await Task.WhenAll(people.Select((person, i) => Task.Run(async () =>
        {
            Random draws = new((seed * 100) + i);
            for (int turn = 0; turn < Turns; turn++)
            {
                Answer answer = await ActAsync(person, people, memory, draws);
                ((int)answer.Status).ShouldBeLessThan(500, answer.Text);
            }
        })));
        (await app.ReadAsync(WrongAsync)).ShouldBeEmpty("before anyone is erased");

        // Two leave, one of them with pictures, a sound and an export.
        await DressAsync(people[0]);
        await Exports.ExportTests.MakeAsync(people[0]);
        foreach (Person leaver in people[..2])
        {
            Answer closed = (await leaver.PostAsync("/api/me/close", new { password = Person.Password })).ShouldBeFine();
            Answer erasure = await ErasureTests.UntilErasedAsync(keeper, "/api" + closed["receiptUrl"]!.Replace("/erasure/", "/erasures/", StringComparison.Ordinal));
            if (leaver == people[0])
            {
                (erasure.Find("erased.sounds").GetInt32(), erasure.Find("erased.exports").GetInt32()).ShouldBe((1, 1));
            }
        }

        app.Complaints.ShouldBeEmpty();
        (await app.ReadAsync(WrongAsync)).ShouldBeEmpty("after two were erased");
        app.CountMediaFiles().ShouldBe(await app.ReadAsync(NamedFilesAsync));
        Directory.GetFiles(Path.Combine(app.DataFolder, "exports")).ShouldBeEmpty();
        foreach (Person person in people)
        {
            person.Dispose();
        }
    }

    /// <summary>Three posts each; every second one remixes the one before it.</summary>
    private static async Task<Guid[]> PublishAsync(LucarneApp app, Answer model, Person[] people)
    {
        List<Guid> authors = [];
        foreach (Person person in people)
        {
            authors.Add(await Crowd.IdOfAsync(app, person.Handle));
        }

        Guid[] posts = await Crowd.AddPostsAsync(app, model, Enumerable.Range(0, 18).Select(i => new Draught(authors[i % authors.Count]) { Age = TimeSpan.FromHours(18 - i) }));
        await app.ReadAsync(async db =>
        {
            for (int i = 1; i < posts.Length; i += 2)
            {
                (Guid parent, Guid remix) = (posts[i - 1], posts[i]);
                await db.Posts.Where(p => p.Id == remix).ExecuteUpdateAsync(set => set.SetProperty(p => p.ParentId, (Guid?)parent).SetProperty(p => p.RootId, parent));
                await db.Posts.Where(p => p.Id == parent).ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes + 1));
            }

            return true;
        });
        return posts;
    }

    private static async Task<Answer> ActAsync(Person person, Person[] people, Memory memory, Random draws)
    {
        string post = memory.Post(draws);
        string comment = memory.Comment(draws);
        string room = memory.Room(draws);
        string other = people[draws.Next(people.Length)].Handle;
        switch (draws.Next(21))
        {
            case 0 or 1:
                return await person.SendAsync(HttpMethod.Put, $"/api/posts/{post}/reaction", new { kind = draws.Next(3) == 0 ? "dislike" : "like" });
            case 2:
                return await person.DeleteAsync($"/api/posts/{post}/reaction");
            case 3:
                return await person.SendAsync(HttpMethod.Put, $"/api/posts/{post}/repost");
            case 4:
                return await person.DeleteAsync($"/api/posts/{post}/repost");
            case 5 or 6:
                return memory.Said(await person.PostAsync($"/api/posts/{post}/comments", new { text = "well @person0" }));
            case 7 or 8:
                return memory.Said(await person.PostAsync($"/api/posts/{memory.PostOf(comment)}/comments", new { text = "and so", answerTo = comment }));
            case 9:
                return await person.DeleteAsync($"/api/comments/{comment}");
            case 10:
                return await person.SendAsync(draws.Next(2) == 0 ? HttpMethod.Put : HttpMethod.Delete, $"/api/comments/{comment}/hidden");
            case 11 or 12:
                return await person.SendAsync(HttpMethod.Put, $"/api/comments/{comment}/like");
            case 13:
                return await person.DeleteAsync($"/api/comments/{comment}/like");
            case 14 or 15:
                return await person.SendAsync(HttpMethod.Put, $"/api/accounts/{other}/follow");
            case 16:
                return await person.DeleteAsync($"/api/accounts/{other}/follow");
            case 17:
                return draws.Next(4) != 0 ? await person.GetAsync("/api/feed?limit=5")
                    : await person.SendAsync(draws.Next(2) == 0 ? HttpMethod.Put : HttpMethod.Delete, $"/api/accounts/{other}/block");
            case 18:
                return draws.Next(3) == 0 ? memory.Opened(await person.PostAsync("/api/rooms", new { handles = new[] { other }, name = draws.Next(2) == 0 ? "group" : "" }))
                    : await person.PostAsync($"/api/rooms/{room}/messages", new { text = "hello" });
            case 19:
                return await person.PostAsync($"/api/posts/{post}/share");
            default:
                return draws.Next(8) == 0 ? await person.DeleteAsync($"/api/posts/{post}") : await person.SendAsync(HttpMethod.Put, $"/api/posts/{post}/bookmark");
        }
    }

    /// <summary>Picture, cover and a sound of one's own.</summary>
    private static async Task DressAsync(Person person)
    {
        foreach (string path in (string[])["/api/me/picture", "/api/me/cover"])
        {
            byte[] picture = await Imports.RoundTripTests.MakeAsync($"testsrc=s={(path.EndsWith("cover", StringComparison.Ordinal) ? "900x300" : "400x400")}", "png");
            (await person.SendAsync(HttpMethod.Put, path, new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } })).ShouldBeFine();
        }

        byte[] sound = await Imports.RoundTripTests.MakeAsync("sine=frequency=300:duration=1", "wav");
        (await person.PostAsync("/api/sounds?name=hum.wav", new ByteArrayContent(sound) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }))
            .ShouldBeFine(HttpStatusCode.Created);
    }

    /// <summary>Counters that are not the number of their rows, and rows that nobody can reach any more.</summary>
    private static async Task<List<string>> WrongAsync(LucarneContext db)
    {
        List<string> wrong = [];
        wrong.AddRange(await db.Posts.Where(p => p.Likes != db.Reactions.Count(r => r.PostId == p.Id && r.Kind == ReactionKind.Like)).Select(p => $"likes of {p.Id}").ToListAsync());
        wrong.AddRange(await db.Posts.Where(p => p.Dislikes != db.Reactions.Count(r => r.PostId == p.Id && r.Kind == ReactionKind.Dislike)).Select(p => $"dislikes of {p.Id}").ToListAsync());
        wrong.AddRange(await db.Posts.Where(p => p.Comments != db.Comments.Count(c => c.PostId == p.Id && c.AuthorId != null && c.HiddenAt == null)).Select(p => $"comments of {p.Id}").ToListAsync());
        wrong.AddRange(await db.Posts.Where(p => p.Reposts != db.Reposts.Count(r => r.PostId == p.Id)).Select(p => $"reposts of {p.Id}").ToListAsync());
        wrong.AddRange(await db.Posts.Where(p => p.Remixes != db.Posts.Count(r => r.ParentId == p.Id)).Select(p => $"remixes of {p.Id}").ToListAsync());
        wrong.AddRange(await db.Posts.Where(p => p.Shares != db.ShareDays.Where(s => s.PostId == p.Id).Sum(s => s.Shares)).Select(p => $"shares of {p.Id}").ToListAsync());
        wrong.AddRange(await db.Comments.Where(c => c.Likes != db.CommentLikes.Count(l => l.CommentId == c.Id)).Select(c => $"likes of comment {c.Id}").ToListAsync());
        wrong.AddRange(await db.Comments
            .Where(c => c.Answers != (c.ParentId != null ? 0 : db.Comments.Count(a => a.ThreadId == c.Id && a.ParentId != null && a.AuthorId != null && a.HiddenAt == null))).Select(c => $"answers of comment {c.Id}").ToListAsync());
        wrong.AddRange(await db.Comments.Where(c => c.Rank != (Comment.RankOfLike * c.Likes) + c.Answers).Select(c => $"rank of comment {c.Id}").ToListAsync());
        wrong.AddRange(await db.Comments.Where(c => c.AuthorId == null && !db.Comments.Any(a => a.ThreadId == c.Id && a.ParentId != null)).Select(c => $"tombstone {c.Id} above nothing").ToListAsync());
        wrong.AddRange(await db.Accounts.Where(a => a.Followers != db.Follows.Count(f => f.FolloweeId == a.Id)).Select(a => $"followers of {a.Handle}").ToListAsync());
        wrong.AddRange(await db.Accounts.Where(a => a.Following != db.Follows.Count(f => f.FollowerId == a.Id)).Select(a => $"following of {a.Handle}").ToListAsync());
        wrong.AddRange(await db.Rooms.Where(r => !db.RoomMembers.Any(m => m.RoomId == r.Id && m.State == RoomMemberState.Member)).Select(r => $"room {r.Id} of nobody").ToListAsync());
        wrong.AddRange(await db.Rooms.Where(r => r.LastMessageId != null && !db.Messages.Any(m => m.Id == r.LastMessageId)).Select(r => $"last message of room {r.Id}").ToListAsync());
        return wrong;
    }

    private static async Task<int> NamedFilesAsync(LucarneContext db)
    {
        List<string> named = await db.Artefacts.Select(a => a.Sha256 + a.Extension).ToListAsync();
        named.AddRange(await db.UploadedSounds.Select(s => s.Sha256 + ".m4a").ToListAsync());
        named.AddRange((await db.Accounts.Select(a => new[] { a.Picture, a.Cover }).ToListAsync()).SelectMany(files => files).OfType<string>());
        return named.Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>What people have made, for others to find.</summary>
    private sealed class Memory(string[] posts)
    {
        private readonly Lock _gate = new();
        private readonly List<(string Id, string PostId)> _comments = [];
        private readonly List<string> _rooms = [];

        public string Post(Random draws) => posts[draws.Next(posts.Length)];

        public string Comment(Random draws) => Any(_comments, draws).Id ?? Guid.Empty.ToString();

        public string PostOf(string comment)
        {
            lock (_gate)
            {
                return _comments.Find(c => c.Id == comment).PostId ?? posts[0];
            }
        }

        public string Room(Random draws) => Any(_rooms, draws) ?? Guid.Empty.ToString();

        public Answer Said(Answer answer) => Note(answer, comment => _comments.Add((comment.GetProperty("id").GetString()!, comment.GetProperty("postId").GetString()!)));

        public Answer Opened(Answer answer) => Note(answer, room => _rooms.Add(room.GetProperty("id").GetString()!));

        private T? Any<T>(List<T> of, Random draws)
        {
            lock (_gate)
            {
                return of.Count == 0 ? default : of[draws.Next(of.Count)];
            }
        }

        private Answer Note(Answer answer, Action<JsonElement> add)
        {
            if (answer.Status is HttpStatusCode.Created or HttpStatusCode.OK)
            {
                lock (_gate)
                {
                    add(answer.Json);
                }
            }

            return answer;
        }
    }
}
