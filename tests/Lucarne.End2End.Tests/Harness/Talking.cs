using System.Net;
using System.Text.Json;
using Lucarne.Social.Follows;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>What people do with each other: comments, relations, notifications.</summary>
internal static class Talking
{
    /// <summary>Comments on a post, or answers.</summary>
    /// <returns>The comment.</returns>
    public static async Task<Answer> SayAsync(this Person person, string? postId, string text, string? answerTo = null)
        => (await person.PostAsync($"/api/posts/{postId}/comments", new { text, answerTo })).ShouldBeFine(HttpStatusCode.Created);

    /// <summary>Publishes a video without being told that it is finished: so that what is told is what a test is about.</summary>
    /// <returns>The post.</returns>
    public static async Task<Answer> PublishQuietlyAsync(this Person person, string prompt, object? how = null)
    {
        (await person.SendAsync(HttpMethod.Put, "/api/notifications/settings", new { kind = "generation_completed", onPage = false, push = false })).ShouldBeFine();
        return await person.PublishAsync(prompt, how);
    }

    /// <summary>Every item of a list, page by page.</summary>
    public static async Task<List<T>> WalkAsync<T>(this Person person, string address, Func<JsonElement, T> item)
    {
        List<T> items = [];
        string? next = null;
        do
        {
            string cursor = next is null ? "" : $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={next}";
            string page = next is null ? address : System.Text.RegularExpressions.Regex.Replace(address, "[?&]cursor=[^&]*", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            Answer answer = (await person.GetAsync(page + cursor)).ShouldBeFine();
            items.AddRange(answer.Find("items").EnumerateArray().Select(item));
            next = answer["next"];
            items.Count.ShouldBeLessThan(1000, "the list does not end");
        }
        while (next is not null);
        return items;
    }

    /// <summary>One blocks or mutes another, without asking the server.</summary>
    public static Task RelateAsync(this LucarneApp app, string who, string whom, bool block)
        => app.ReadAsync(async db =>
        {
            Guid from = await db.Accounts.Where(a => a.Handle == who).Select(a => a.Id).SingleAsync();
            Guid to = await db.Accounts.Where(a => a.Handle == whom).Select(a => a.Id).SingleAsync();
            db.Add<object>(block ? new Block { BlockerId = from, BlockedId = to, CreatedAt = DateTimeOffset.UnixEpoch } : new Mute { MuterId = from, MutedId = to, CreatedAt = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });

    /// <summary>One follows another, without asking the server.</summary>
    public static Task FollowAsync(this LucarneApp app, string who, string whom)
        => app.ReadAsync(async db =>
        {
            Guid from = await db.Accounts.Where(a => a.Handle == who).Select(a => a.Id).SingleAsync();
            Guid to = await db.Accounts.Where(a => a.Handle == whom).Select(a => a.Id).SingleAsync();
            db.Follows.Add(new Follow { FollowerId = from, FolloweeId = to, CreatedAt = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });

    /// <summary>What an account was told, oldest first: <c>Reply by cleo</c>.</summary>
    public static Task<List<string>> NotificationsAsync(this LucarneApp app, string handle)
        => app.ReadAsync(db => db.Notifications.Where(n => db.Accounts.Any(a => a.Id == n.RecipientId && a.Handle == handle)).OrderBy(n => n.Id)
            .Join(db.Accounts, n => n.ActorId, a => a.Id, (n, a) => new { n.Kind, a.Handle }).Select(x => $"{x.Kind} by {x.Handle}").ToListAsync());
}
