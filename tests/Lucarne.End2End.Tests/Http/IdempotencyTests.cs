using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Http;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_request_with_the_same_key_makes_one_generation_and_gets_one_answer()
    {
        using Person ada = await Shared.App.SignUpAsync("repeats");
        object body = new { prompt = "once only", seconds = 4, size = SketchEngine.Size };

        Answer first = (await ada.PostAsync("/api/generations", body, ("Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""))).ShouldBeFine(HttpStatusCode.Accepted);
        Answer second = (await ada.PostAsync("/api/generations", body, ("Idempotency-Key", "8e03978e-40d5-43dd-bc93-6894a57f9324"))).ShouldBeFine(HttpStatusCode.Accepted);

        second.Bytes.ShouldBe(first.Bytes);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        (await ada.GetAsync("/api/generations")).Find("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Many_at_the_same_moment_make_one_generation()
    {
        using Person ada = await Shared.App.SignUpAsync("repeatsfast");
        object body = new { prompt = "once only", seconds = 4, size = SketchEngine.Size };

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ada.PostAsync("/api/generations", body, ("Idempotency-Key", "fast"))));

        foreach (Answer answer in answers.Where(a => a.Status != HttpStatusCode.Accepted))
        {
            answer.ShouldBeProblem(HttpStatusCode.Conflict, "idempotency_key_in_use").Headers.RetryAfter.ShouldNotBeNull();
        }

        answers.Where(a => a.Status == HttpStatusCode.Accepted).Select(a => a["id"]).Distinct().Count().ShouldBe(1);
        (await ada.GetAsync("/api/generations")).Find("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_key_used_for_another_request_is_refused()
    {
        using Person ada = await Shared.App.SignUpAsync("reuses");
        await ada.PostAsync("/api/generations", new { prompt = "one", seconds = 4, size = SketchEngine.Size }, ("Idempotency-Key", "k1"));

        (await ada.PostAsync("/api/generations", new { prompt = "two", seconds = 4, size = SketchEngine.Size }, ("Idempotency-Key", "k1")))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
    }

    [Fact]
    public async Task A_key_is_its_accounts_own()
    {
        using Person ada = await Shared.App.SignUpAsync("keysofada");
        using Person brook = await Shared.App.SignUpAsync("keysofbrook");
        object body = new { prompt = "mine", seconds = 4, size = SketchEngine.Size };

        Answer hers = await ada.PostAsync("/api/generations", body, ("Idempotency-Key", "shared"));
        Answer theirs = await brook.PostAsync("/api/generations", body, ("Idempotency-Key", "shared"));

        theirs.ShouldBeFine(HttpStatusCode.Accepted)["id"].ShouldNotBe(hers["id"]);
    }

    [Fact]
    public async Task A_refusal_is_given_again_too()
    {
        using Person ada = await Shared.App.SignUpAsync("refusedtwice");

        (await ada.PostAsync("/api/generations", new { prompt = "" }, ("Idempotency-Key", "no"))).ShouldBeProblem("prompt_empty");
        (await ada.PostAsync("/api/generations", new { prompt = "" }, ("Idempotency-Key", "no"))).ShouldBeProblem("prompt_empty").Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("\"\"")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        using Person visitor = Shared.App.Visitor();

        (await visitor.PostAsync("/api/sessions", new { handle = "a", password = "b" }, ("Idempotency-Key", key))).ShouldBeProblem(HttpStatusCode.BadRequest, "idempotency_key_invalid");
    }
}
