using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social;
using Lucarne.Social.Notifications.Push;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lucarne.End2End.Tests.Notifications;

public sealed class PushTests
{
    /// <summary>RFC 8291, section 5 and appendix A.</summary>
    [Fact]
    public void A_message_is_encrypted_as_RFC_8291_shows()
    {
        byte[] browserKey = Decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        ECParameters own = WebPushEncryption.PointOf(Decode("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"));
        own.D = Decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        using ECDiffieHellman pair = ECDiffieHellman.Create(own);

        byte[] body = WebPushEncryption.Encrypt(
            "When I grow up, I want to be a watermelon"u8, browserKey, Decode("BTBZMqHH6r4Tts7J_aSIgg"), pair, Decode("DGv6ra1nlYgDCS1FRnbzlw"));

        Base64Url.EncodeToString(body).ShouldBe(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    [Fact]
    public void A_token_names_the_push_service_and_the_operator_and_is_signed_by_the_key_beside_it()
    {
        (string publicKey, string privateKey) = VapidKeys.Generate();
        using VapidKeys keys = VapidKeys.Of(new PushOptions { Subject = "mailto:me@example.org", PublicKey = publicKey, PrivateKey = privateKey })!;
        DateTimeOffset now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        string value = keys.Authorize(new Uri("https://push.example.net/p/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"), now);

        JsonElement claims = ReadToken(value, publicKey);
        claims.GetProperty("aud").GetString().ShouldBe("https://push.example.net");
        claims.GetProperty("sub").GetString().ShouldBe("mailto:me@example.org");
        DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()).ShouldBeInRange(now.AddHours(1), now.AddHours(24));
    }

    [Fact]
    public void Keys_that_are_no_pair_are_refused_by_name()
    {
        VapidKeys.Of(new PushOptions()).ShouldBeNull();
        (string publicKey, string privateKey) = VapidKeys.Generate();
        Should.Throw<FormatException>(() => VapidKeys.Of(new PushOptions { PublicKey = publicKey, PrivateKey = privateKey })).Message.ShouldContain("Subject");
        Should.Throw<FormatException>(() => VapidKeys.Of(new PushOptions { Subject = "mailto:a@b.c", PublicKey = "AAAA", PrivateKey = privateKey })).Message.ShouldContain("push-keys");
        Should.Throw<FormatException>(() => VapidKeys.Of(new PushOptions { Subject = "mailto:a@b.c", PublicKey = publicKey, PrivateKey = "?" })).Message.ShouldContain("push-keys");
    }

    [Theory]
    [InlineData("https://push.example.net/abc", true)]
    [InlineData("http://push.example.net/abc", false)]
    [InlineData("https://push.example.net:8443/abc", false)]
    [InlineData("https://user:secret@push.example.net/abc", false)]
    [InlineData("https://localhost/abc", false)]
    [InlineData("https://127.0.0.1/abc", false)]
    [InlineData("https://8.8.8.8/abc", false)]
    [InlineData("https://[::1]/abc", false)]
    [InlineData("https://2130706433/abc", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://10.1.2.3/abc", true)]
    [InlineData("http://10.1.2.3:8080/abc", true)]
    public void Endpoints_are_public_hosts_or_inside_a_trusted_network(string endpoint, bool allowed)
        => new PushAddresses(["10.1.0.0/16"]).MayBeEndpoint(new Uri(endpoint)).ShouldBe(allowed);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("10.2.2.3", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.100.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    public void Connections_go_to_the_public_internet_or_a_trusted_network(string address, bool allowed)
        => new PushAddresses(["10.1.0.0/16"]).MayConnect(IPAddress.Parse(address)).ShouldBe(allowed);

    [Fact]
    public async Task A_device_is_told_what_happened_and_a_subscription_that_is_gone_is_forgotten()
    {
        await using PushService service = await PushService.StartAsync();
        await using LucarneApp app = await LucarneApp.StartAsync(service.Trust);
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        Answer post = await ada.PublishQuietlyAsync("a trumpet", new { title = "Trumpet" });
        string publicKey = (await ada.GetAsync("/api/push")).ShouldBeFine()["publicKey"]!;
        (await ada.SendAsync(HttpMethod.Put, "/api/push/subscription", service.Subscribe("ada"))).ShouldBeFine()["subscribed"].ShouldBe("True");

        Answer comment = await brook.SayAsync(post["id"], "What a\nsound!");

        PushService.Received received = await service.NextAsync();
        received.Path.ShouldBe("/push/ada");
        received.Headers["Content-Encoding"].ToString().ShouldBe("aes128gcm");
        int.Parse(received.Headers["TTL"].ToString(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        received.Headers["Topic"].ToString().Length.ShouldBeInRange(1, 32);
        ReadToken(received.Headers.Authorization.ToString(), publicKey).GetProperty("aud").GetString().ShouldBe(service.Origin);
        JsonElement message = service.Decrypt(received.Body);
        message.GetProperty("title").GetString().ShouldBe("brook commented on your film");
        message.GetProperty("body").GetString().ShouldBe("What a sound!");
        message.GetProperty("url").GetString().ShouldBe($"/post/{post["id"]}?comment={comment["id"]}");
        message.GetProperty("kind").GetString().ShouldBe("comment");
        message.GetProperty("unread").GetInt32().ShouldBe(1);
        message.GetProperty("image").GetString().ShouldStartWith("/media/");

        await ada.SendAsync(HttpMethod.Put, "/api/notifications/settings", new { kind = "comment", onPage = true, push = false });
        await brook.SayAsync(post["id"], "Not on devices");
        service.Status = HttpStatusCode.Gone;
        await brook.SayAsync(post["id"], "An answer", (await ada.SayAsync(post["id"], "Hm"))["id"]);
        service.Decrypt((await service.NextAsync()).Body).GetProperty("kind").GetString().ShouldBe("reply");
        for (int i = 0; i < 100 && await app.ReadAsync(db => db.PushSubscriptions.AnyAsync()); i++)
        {
            await Task.Delay(100);
        }

        (await ada.GetAsync("/api/push"))["subscribed"].ShouldBe("False");
    }

    [Fact]
    public async Task A_subscription_belongs_to_one_session_and_goes_with_it()
    {
        await using PushService service = await PushService.StartAsync();
        await using LucarneApp app = await LucarneApp.StartAsync(service.Trust);
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");

        await ada.SendAsync(HttpMethod.Put, "/api/push/subscription", service.Subscribe("one"));
        (await ada.SendAsync(HttpMethod.Put, "/api/push/subscription", service.Subscribe("two"))).ShouldBeFine();
        (await app.ReadAsync(db => db.PushSubscriptions.Select(s => s.Endpoint).ToListAsync())).ShouldBe([$"{service.Origin}/push/two"]);
        (await brook.GetAsync("/api/push"))["subscribed"].ShouldBe("False");
        (await ada.DeleteAsync("/api/sessions/current")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await app.ReadAsync(db => db.PushSubscriptions.CountAsync())).ShouldBe(0);

        await brook.SendAsync(HttpMethod.Put, "/api/push/subscription", service.Subscribe("three"));
        (await brook.DeleteAsync("/api/push/subscription")).ShouldBeFine()["subscribed"].ShouldBe("False");
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest", null, null)]
    [InlineData("http://push.example.net/x", null, null)]
    [InlineData("not an address", null, null)]
    [InlineData(null, "AAAA", null)]
    [InlineData(null, "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", null)]
    [InlineData(null, null, "c2hvcnQ")]
    public async Task Subscriptions_that_could_do_harm_are_refused(string? endpoint, string? key, string? auth)
    {
        await using PushService service = await PushService.StartAsync();
        await using LucarneApp app = await LucarneApp.StartAsync(service.Trust);
        using Person ada = await app.SignUpAsync("ada");

        (await ada.SendAsync(HttpMethod.Put, "/api/push/subscription", service.Subscribe("x", endpoint, key, auth))).ShouldBeProblem(HttpStatusCode.BadRequest, "push_subscription_invalid");
    }

    [Fact]
    public async Task Without_keys_push_is_not_offered()
    {
        using Person ada = await Shared.App.SignUpAsync("pushless");

        (await ada.GetAsync("/api/push")).ShouldBeFine()["publicKey"].ShouldBeNull();
        (await ada.SendAsync(HttpMethod.Put, "/api/push/subscription", new { endpoint = "https://push.example.net/x", keys = new { p256dh = "x", auth = "y" } }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "push_not_offered");
    }

    private static byte[] Decode(string text) => Base64Url.DecodeFromChars(text);

    /// <summary>Checks a VAPID header as a push service does.</summary>
    /// <returns>The claims.</returns>
    private static JsonElement ReadToken(string authorization, string publicKey)
    {
        authorization.ShouldStartWith("vapid t=");
        authorization.ShouldEndWith($", k={publicKey}");
        string[] parts = authorization["vapid t=".Length..authorization.IndexOf(',', StringComparison.Ordinal)].Split('.');
        using ECDsa key = ECDsa.Create(WebPushEncryption.PointOf(Decode(publicKey)));
        key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).ShouldBeTrue();
        JsonElement.Parse(Decode(parts[0])).GetProperty("alg").GetString().ShouldBe("ES256");
        return JsonElement.Parse(Decode(parts[1]));
    }

    /// <summary>A push service on this machine, with a browser behind it that can read what it gets.</summary>
    private sealed class PushService : IAsyncDisposable
    {
        private readonly WebApplication _server;
        private readonly ECDiffieHellman _browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        private readonly byte[] _auth = RandomNumberGenerator.GetBytes(16);
        private readonly BlockingCollection<Received> _received = [];

        private PushService(WebApplication server) => _server = server;

        internal sealed record Received(string Path, IHeaderDictionary Headers, byte[] Body);

        /// <summary>What it answers.</summary>
        public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

        public string Origin => _server.Urls.First();

        public static async Task<PushService> StartAsync()
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            PushService service = new(builder.Build());
            service._server.MapPost("/push/{who}", async (HttpContext http) =>
            {
                using MemoryStream body = new();
                await http.Request.Body.CopyToAsync(body);
                HeaderDictionary headers = [];
                foreach (var header in http.Request.Headers)
                {
                    headers[header.Key] = header.Value;
                }

                service._received.Add(new Received(http.Request.Path, headers, body.ToArray()));
                return Results.StatusCode((int)service.Status);
            });
            await service._server.StartAsync();
            return service;
        }

        /// <summary>Settings that offer push and let it come here.</summary>
        public void Trust(SocialOptions options)
        {
            (options.Push.PublicKey, options.Push.PrivateKey) = VapidKeys.Generate();
            options.Push.Subject = "mailto:operator@example.org";
            options.Push.TrustedNetworks.Add("127.0.0.0/8");
        }

        public object Subscribe(string who, string? endpoint = null, string? key = null, string? auth = null) => new
        {
            endpoint = endpoint ?? $"{Origin}/push/{who}",
            keys = new
            {
                p256dh = key ?? Base64Url.EncodeToString(WebPushEncryption.PublicKeyOf(_browser.ExportParameters(false))),
                auth = auth ?? Base64Url.EncodeToString(_auth),
            },
        };

        public async Task<Received> NextAsync()
            => await Task.Run(() => _received.TryTake(out Received? received, TimeSpan.FromSeconds(30)) ? received : throw new TimeoutException("Nothing was pushed within 30 s"));

        /// <summary>What the browser reads, by the steps of RFC 8291 and RFC 8188.</summary>
        public JsonElement Decrypt(byte[] body)
        {
            byte[] salt = body[..16];
            byte[] senderKey = body[21..86];
            using ECDiffieHellman sender = ECDiffieHellman.Create(WebPushEncryption.PointOf(senderKey));
            byte[] info = [.. "WebPush: info\0"u8, .. WebPushEncryption.PublicKeyOf(_browser.ExportParameters(false)), .. senderKey];
            byte[] secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, _browser.DeriveRawSecretAgreement(sender.PublicKey), 32, _auth, info);
            byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
            byte[] nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
            byte[] plain = new byte[body.Length - 86 - 16];
            using AesGcm cipher = new(key, 16);
            cipher.Decrypt(nonce, body.AsSpan(86, plain.Length), body.AsSpan(86 + plain.Length), plain);
            plain[^1].ShouldBe((byte)2);
            return JsonElement.Parse(plain.AsSpan(0, plain.Length - 1));
        }

        public async ValueTask DisposeAsync()
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
            _browser.Dispose();
            _received.Dispose();
        }
    }
}
