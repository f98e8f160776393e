using System.Net;
using System.Text;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Data;
using Lucarne.Social.Erasures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lucarne.End2End.Tests.Erasures;

public sealed class ErasureTests
{
    [Fact]
    public async Task A_closed_account_is_hidden_and_signed_out_at_once_and_its_owner_can_open_it_again()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person elsewhere = app.Visitor();
        (await elsewhere.PostAsync("/api/sessions", new { handle = "ada", password = Person.Password })).ShouldBeFine();
        using Person bea = await app.SignUpAsync("bea");
        await MakeAdministratorAsync(app, "bea");
        string post = (await ada.PublishAsync("a red ball"))["id"]!;

        (await ada.PostAsync("/api/me/close", new { password = "not the password" })).ShouldBeProblem(HttpStatusCode.Forbidden, "confirmation_failed");
        (await ada.PostAsync("/api/me/close", new { })).ShouldBeProblem(HttpStatusCode.Forbidden, "confirmation_failed");
        Answer closed = (await ada.PostAsync("/api/me/close", new { password = Person.Password })).ShouldBeFine();

        closed.Find("eraseAt").GetDateTimeOffset().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(13.9));
        (await bea.GetAsync($"/api/posts/{post}")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await bea.FeedAsync()).ShouldBeEmpty();
        (await ada.GetAsync("/api/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await elsewhere.GetAsync("/api/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");

        (await ada.PostAsync("/api/sessions", new { handle = "ada", password = Person.Password })).ShouldBeFine();
        (await ada.GetAsync("/api/me")).ShouldBeFine()["closedAt"].ShouldNotBeNull();
        (await ada.GetAsync("/api/drafts")).ShouldBeProblem(HttpStatusCode.Forbidden, "account_closed");
        (await ada.PostAsync("/api/generations", new { prompt = "a ball" })).ShouldBeProblem(HttpStatusCode.Forbidden, "account_closed");
        (await ada.GetAsync("/api/me/exports")).ShouldBeFine();

        (await ada.PostAsync("/api/me/reopen")).ShouldBeFine()["closedAt"].ShouldBeNull();
        (await bea.FeedAsync()).ShouldBe([post]);
        (await ada.GetAsync("/api/drafts")).ShouldBeFine();
        (await ada.PostAsync("/api/me/reopen")).ShouldBeProblem(HttpStatusCode.Conflict, "account_not_closed");
        (await bea.GetAsync("/api" + closed["receiptUrl"]!.Replace("/erasure/", "/erasures/", StringComparison.Ordinal)))["status"].ShouldBe("withdrawn");
    }

    [Fact]
    public async Task An_account_with_a_passkey_is_closed_by_its_own_passkey_and_by_no_other()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person first = await app.SignUpAsync("first");
        using SoftwareAuthenticator adasKey = new(app.Address);
        using SoftwareAuthenticator beasKey = new(app.Address);
        using Person ada = app.Visitor();
        using Person bea = app.Visitor();
        await SignUpAsync(ada, "ada", adasKey);
        await SignUpAsync(bea, "bea", beasKey);

        JsonElement question = (await ada.PostAsync("/api/sessions/passkey-options")).ShouldBeFine().Json;
        (await ada.PostAsync("/api/me/close", new { credential = beasKey.Get(question) })).ShouldBeProblem(HttpStatusCode.Forbidden, "confirmation_failed");
        question = (await ada.PostAsync("/api/sessions/passkey-options")).ShouldBeFine().Json;
        (await ada.PostAsync("/api/me/close", new { credential = adasKey.Get(question) })).ShouldBeFine();
        (await bea.GetAsync("/api/me")).ShouldBeFine()["closedAt"].ShouldBeNull();

        static async Task SignUpAsync(Person person, string handle, SoftwareAuthenticator key)
        {
            JsonElement options = (await person.PostAsync("/api/accounts/passkey-options", new { handle })).ShouldBeFine().Json;
            (await person.PostAsync("/api/accounts/passkey", new { handle, credential = key.Create(options) })).ShouldBeFine(HttpStatusCode.Created);
        }
    }

    [Fact]
    public async Task The_only_administrator_cannot_leave_the_others_alone()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person bea = await app.SignUpAsync("bea");

        (await ada.PostAsync("/api/me/close", new { password = Person.Password })).ShouldBeProblem(HttpStatusCode.Conflict, "last_administrator");
        (await bea.PostAsync("/api/me/close", new { password = Person.Password })).ShouldBeFine();
        (await ada.PostAsync("/api/me/close", new { password = Person.Password })).ShouldBeFine();
    }

    [Fact]
    public async Task After_the_days_of_grace_nothing_of_the_account_is_left_but_a_signed_receipt()
    {
        await using LucarneApp app = await LucarneApp.StartAsync(options => options.DaysOfGrace = 0);
        using Person bea = await app.SignUpAsync("bea");
        using Person ada = await app.SignUpAsync("ada");
        Guid adaId = Guid.Parse((await ada.GetAsync("/api/me"))["id"]!);
        Answer beas = await bea.PublishAsync("a paper boat on a pond");
        string beasPost = beas["id"]!;
        await ada.PublishAsync("a red ball on a wooden floor", new { caption = "for @bea" });
        await ada.CreateDraftAsync("a lighthouse");
        await ExportAsync(ada);
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{beasPost}/reaction", new { kind = "like" })).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{beasPost}/repost")).ShouldBeFine();
        string answered = (await ada.PostAsync($"/api/posts/{beasPost}/comments", new { text = "what a boat" })).ShouldBeFine(HttpStatusCode.Created)["id"]!;
        (await bea.PostAsync($"/api/posts/{beasPost}/comments", new { text = "thank you", answerTo = answered })).ShouldBeFine(HttpStatusCode.Created);
        (await ada.PostAsync($"/api/posts/{beasPost}/comments", new { text = "never answered" })).ShouldBeFine(HttpStatusCode.Created);
        Counts(await bea.GetAsync($"/api/posts/{beasPost}")).ShouldBe((1, 1, 3));
        int beasFiles = await app.ReadAsync(db => db.Artefacts.Where(a => a.GenerationId == Guid.Parse(beas["video.id"]!)).Select(a => a.Sha256 + a.Extension).Distinct().CountAsync());
        app.CountMediaFiles().ShouldBeGreaterThan(beasFiles);

        Answer closed = (await ada.PostAsync("/api/me/close", new { password = Person.Password })).ShouldBeFine();

        using Person nobody = app.Visitor();
        string link = "/api" + closed["receiptUrl"]!.Replace("/erasure/", "/erasures/", StringComparison.Ordinal);
        Answer erasure = await UntilErasedAsync(nobody, link);
        erasure.Find("erased.posts").GetInt32().ShouldBe(1);
        erasure.Find("erased.drafts").GetInt32().ShouldBe(1);
        erasure.Find("erased.generations").GetInt32().ShouldBe(2);
        erasure.Find("erased.comments").GetInt32().ShouldBe(2);
        erasure.Find("erased.reactions").GetInt32().ShouldBe(1);
        app.CountMediaFiles().ShouldBe(beasFiles);
        Directory.GetFiles(Path.Combine(app.DataFolder, "exports")).ShouldBeEmpty();
        (await app.ReadAsync(db => MentionsAsync(db, adaId))).ShouldBeEmpty();
        Counts(await bea.GetAsync($"/api/posts/{beasPost}")).ShouldBe((0, 0, 1));
        JsonElement thread = (await bea.GetAsync($"/api/posts/{beasPost}/comments")).ShouldBeFine().Find("items");
        thread.GetArrayLength().ShouldBe(1, "the answered comment is a tombstone, the other one is gone");
        thread[0].GetProperty("comment").GetProperty("id").GetString().ShouldBe(answered);
        thread.ToString().ShouldNotContain("what a boat");
        (await ada.PostAsync("/api/sessions", new { handle = "ada", password = Person.Password })).ShouldBeProblem(HttpStatusCode.Unauthorized, "sign_in_failed");

        Answer receipt = (await nobody.GetAsync(erasure["receiptUrl"]!)).ShouldBeFine();
        receipt.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        Answer check = (await nobody.PostAsync("/api/receipts/check", new { document = receipt.Text })).ShouldBeFine();
        check["receipt.accountId"].ShouldBe(adaId.ToString());
        check["keyThumbprint"].ShouldBe((await nobody.GetAsync("/api/receipts/key"))["thumbprint"]);
        Receipts.TryVerify(receipt.Bytes, out VerifiedReceipt? verified).ShouldBeTrue();
        verified.Receipt.Erased.Posts.ShouldBe(1);

        static (int Likes, int Reposts, int Comments) Counts(Answer post)
            => (post.Find("counts.likes").GetInt32(), post.Find("counts.reposts").GetInt32(), post.Find("counts.comments").GetInt32());
    }

    [Fact]
    public async Task A_receipt_that_was_changed_or_signed_by_someone_else_is_refused()
    {
        byte[] key = Receipts.DrawKey();
        ErasureReceipt receipt = new(
            ErasureReceipt.TypeName, 1, "Lucarne", "", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch,
            new ErasedCounts(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), "");
        string signed = Receipts.Sign(receipt, key);
        Receipts.TryVerify(Encoding.UTF8.GetBytes(signed), out VerifiedReceipt? verified).ShouldBeTrue();
        verified.Receipt.ShouldBe(receipt);

        JsonElement whole = JsonElement.Parse(signed);
        foreach (string member in (string[])["protected", "payload", "signature"])
        {
            string value = whole.GetProperty(member).GetString()!;
            for (int at = 0; at < value.Length; at += 7)
            {
                string changed = value[..at] + (value[at] == 'A' ? 'B' : 'A') + value[(at + 1)..];
                // The last letters of base64url hold bits that no byte uses.
                if (at + 2 < value.Length)
                {
                    Receipts.TryVerify(Encoding.UTF8.GetBytes(signed.Replace(value, changed, StringComparison.Ordinal)), out _).ShouldBeFalse($"{member}[{at}]");
                }
            }
        }

        foreach (string hostile in (string[])["", "null", "{}", "[]", "{\"protected\":\"\",\"payload\":\"\",\"signature\":\"\"}", "{\"protected\":null}", new('x', 100_000)])
        {
            Receipts.TryVerify(Encoding.UTF8.GetBytes(hostile), out _).ShouldBeFalse(hostile[..Math.Min(40, hostile.Length)]);
        }

        using Person nobody = Shared.App.Visitor();
        (await nobody.PostAsync("/api/receipts/check", new { document = signed })).ShouldBeProblem(HttpStatusCode.BadRequest, "receipt_invalid");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("01a2045b4dd57e2ca0c8e6b1f4f4aaaaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_guessed_link_finds_nothing(string link)
    {
        using Person nobody = Shared.App.Visitor();
        (await nobody.GetAsync($"/api/erasures/{link}")).ShouldBeProblem(HttpStatusCode.NotFound, "erasure_not_found");
        (await nobody.GetAsync($"/api/erasures/{link}/receipt")).ShouldBeProblem(HttpStatusCode.NotFound, "erasure_not_found");
    }

    /// <summary>Follows an erasure by its link until it is done.</summary>
    internal static async Task<Answer> UntilErasedAsync(Person anyone, string link)
    {
        using CancellationTokenSource giveUp = new(TimeSpan.FromMinutes(2));
        while (true)
        {
            Answer erasure = (await anyone.GetAsync(link)).ShouldBeFine();
            if (erasure["status"] == "erased")
            {
                return erasure;
            }

            erasure["status"].ShouldBeOneOf("waiting", "erasing");
            await Task.Delay(100, giveUp.Token);
        }
    }

    /// <summary>Every table and column, whatever its feature, that still names an account; the record of its erasure aside.</summary>
    private static async Task<List<string>> MentionsAsync(LucarneContext db, Guid accountId)
    {
        List<string> mentions = [];
        foreach (IEntityType entity in db.Model.GetEntityTypes().Where(e => e.ClrType != typeof(Erasure)))
        {
            foreach (IProperty property in entity.GetProperties().Where(p => p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?)))
            {
                string sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE \"{property.GetColumnName()}\" = {{0}}";
                if ((await db.Database.SqlQueryRaw<long>(sql, accountId).ToListAsync())[0] > 0)
                {
                    mentions.Add($"{entity.GetTableName()}.{property.GetColumnName()}");
                }
            }
        }

        return mentions;
    }

    private static Task<int> MakeAdministratorAsync(LucarneApp app, string handle)
        => app.ReadAsync(db => db.Accounts.Where(a => a.Handle == handle).ExecuteUpdateAsync(set => set.SetProperty(a => a.Administrator, true)));

    private static Task<Answer> ExportAsync(Person person) => Exports.ExportTests.MakeAsync(person);
}
