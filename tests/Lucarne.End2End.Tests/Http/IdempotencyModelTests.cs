using System.Security.Claims;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.End2End.Tests.Http;

/// <summary>The idempotency store against a model of what it promises, over requests that come in any order, run at the same time, fail, hang and are forgotten.</summary>
public sealed class IdempotencyModelTests
{
    private const int Runs = 60;

    /// <summary>Statuses that the work ends with; 0 is an exception.</summary>
    private static readonly int[] Statuses = [201, 201, 201, 400, 409, 503, 0];

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(61), TimeSpan.FromHours(13), TimeSpan.FromHours(25)];

    [Fact]
    public async Task Whatever_comes_in_whatever_order_is_done_as_often_as_promised_and_answered_the_same()
    {
        Guid[] accounts = [.. await Task.WhenAll(new[] { "model.ada", "model.ben" }.Select(async handle =>
        {
            using Person person = await Shared.App.SignUpAsync(handle);
            return await Shared.App.ReadAsync(db => db.Accounts.Where(a => a.Handle == handle).Select(a => a.Id).SingleAsync());
        }))];
        Gen<Step> send = from account in Gen.Choose(0, 1)
                         from key in Gen.Choose(0, 2)
                         from body in Gen.Choose(0, 1)
                         from status in Gen.Elements(Statuses)
                         from held in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
                         select (Step)new Send(account, key, body, status, held);
        Gen<Step> end = Gen.Choose(0, 3).Select(which => (Step)new End(which));
        Gen<Step> wait = Gen.Elements(Waits).Select(by => (Step)new Wait(by));
        Gen<Step[]> story = Gen.Frequency((8, send), (3, end), (1, wait)).ArrayOf();
        int told = 0;

        Prop.ForAll(story.ToArbitrary(), steps => new Story(accounts, Interlocked.Increment(ref told)).TellAsync(steps)).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));
    }

    internal abstract record Step;

    /// <summary>A request; a held one stays at work until an <see cref="End"/>.</summary>
    internal sealed record Send(int Account, int Key, int Body, int Status, bool Held) : Step;

    /// <summary>One of the held requests ends its work.</summary>
    internal sealed record End(int Which) : Step;

    /// <summary>Time passes.</summary>
    internal sealed record Wait(TimeSpan By) : Step;

    /// <summary>One run of the store beside its model.</summary>
    private sealed class Story(Guid[] accounts, int number)
    {
        private readonly Clock _clock = new();
        private readonly Dictionary<(int Account, int Key), Known> _model = [];
        private readonly List<Running> _held = [];
        private int _works;

        public async Task TellAsync(Step[] steps)
        {
            Idempotency store = new(Shared.App.Services.GetRequiredService<IDbContextFactory<LucarneContext>>(), _clock);
            foreach (Step step in steps)
            {
                switch (step)
                {
                    case Wait wait:
                        _clock.Now += wait.By;
                        break;
                    case End end when _held.Count > 0:
                        Running ended = _held[end.Which % _held.Count];
                        _held.Remove(ended);
                        await EndAsync(ended);
                        break;
                    case Send send:
                        await SendAsync(store, send);
                        break;
                }
            }

            while (_held is [Running last, ..])
            {
                _held.Remove(last);
                await EndAsync(last);
            }
        }

        private async Task SendAsync(Idempotency store, Send send)
        {
            (int, int) place = (send.Account, send.Key);
            if (_model.TryGetValue(place, out Known? known)
                && (_clock.Now - known.At > TimeSpan.FromHours(24) || (known.Answer is null && _clock.Now - known.At > TimeSpan.FromSeconds(60))))
            {
                _model.Remove(place);
                known = null;
            }

            int before = _works;
            Running request = Begin(store, send);
            if (known is null)
            {
                _model[place] = new Known(send.Body, _clock.Now, request.Name);
                await request.AtWork.Task.WaitAsync(TimeSpan.FromSeconds(20));
                _works.ShouldBe(before + 1, "a first request is done");
                if (send.Held)
                {
                    _held.Add(request);
                }
                else
                {
                    await EndAsync(request);
                }

                return;
            }

            await request.Task.WaitAsync(TimeSpan.FromSeconds(20));
            _works.ShouldBe(before, "a repeated request is not done again");
            (int status, string text) = (request.Context.Response.StatusCode, TextOf(request.Context));
            if (known.Body != send.Body)
            {
                status.ShouldBe(422);
                text.ShouldContain("idempotency_key_reused");
            }
            else if (known.Answer is not { } answer)
            {
                status.ShouldBe(409);
                text.ShouldContain("idempotency_key_in_use");
            }
            else
            {
                (status, text).ShouldBe(answer);
                request.Context.Response.Headers[Idempotency.ReplayedHeader].ToString().ShouldBe("true");
            }
        }

        /// <summary>The work ends; whoever asked first gets its answer, and it is what repeats get from then on.</summary>
        private async Task EndAsync(Running request)
        {
            request.MayEnd.SetResult();
            bool threw = false;
            try
            {
                await request.Task.WaitAsync(TimeSpan.FromSeconds(20));
            }
            catch (InvalidDataException)
            {
                threw = true;
            }

            threw.ShouldBe(request.Send.Status == 0);
            if (!threw)
            {
                (request.Context.Response.StatusCode, TextOf(request.Context)).ShouldBe((request.Send.Status, request.Name));
                request.Context.Response.Headers.ContainsKey(Idempotency.ReplayedHeader).ShouldBeFalse();
            }

            (int, int) place = (request.Send.Account, request.Send.Key);
            if (_model.TryGetValue(place, out Known? known) && known.Name == request.Name)
            {
                if (threw || request.Send.Status >= 500)
                {
                    _model.Remove(place);
                }
                else
                {
                    known.Answer = (request.Send.Status, request.Name);
                }
            }
        }

        private Running Begin(Idempotency store, Send send)
        {
            DefaultHttpContext context = new() { RequestServices = Shared.App.Services };
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Identities.AccountIdClaim, accounts[send.Account].ToString())], "test"));
            context.Request.Method = HttpMethods.Post;
            context.Request.Path = "/api/things";
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes($"body {send.Body}"));
            context.Request.Headers[Idempotency.Header] = $"story-{number}-{send.Key}";
            context.Response.Body = new MemoryStream();
            context.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "things"));
            Running request = new(send, context, $"work {number}.{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}");
            request.Task = store.InvokeAsync(context, async asked =>
            {
                _works++;
                request.AtWork.SetResult();
                await request.MayEnd.Task;
                if (send.Status == 0)
                {
                    throw new InvalidDataException("The work fails.");
                }

                asked.Response.StatusCode = send.Status;
                asked.Response.ContentType = "text/plain";
                await asked.Response.WriteAsync(request.Name);
            });
            return request;
        }

        private static string TextOf(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
    }

    /// <summary>What the model knows of a key.</summary>
    private sealed record Known(int Body, DateTimeOffset At, string Name)
    {
        /// <summary>Null while the work runs.</summary>
        public (int Status, string Text)? Answer { get; set; }
    }

    /// <summary>A request under way.</summary>
    private sealed record Running(Send Send, HttpContext Context, string Name)
    {
        public TaskCompletionSource AtWork { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Task { get; set; } = Task.CompletedTask;
    }

    private sealed class Clock : TimeProvider
    {
        /// <summary>Ahead of the server's own: its janitor forgets none of these.</summary>
        public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeSeconds(System.GetUtcNow().ToUnixTimeSeconds()).AddDays(30);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
