using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Notifications.Push;

/// <summary>What became of a push message.</summary>
internal enum PushOutcome
{
    /// <summary>The push service took it.</summary>
    Taken,

    /// <summary>The subscription is no more.</summary>
    Gone,

    /// <summary>It was refused, or the service could not be reached.</summary>
    Failed,
}

/// <summary>Sends encrypted messages to push services (RFC 8030).</summary>
internal sealed class PushSender : IDisposable
{
    /// <summary>How long a push service keeps a message for a device that is off.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>Waits before the second and third attempt.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly ILogger<PushSender> _logger;

    public PushSender(IOptions<SocialOptions> options, TimeProvider time, ILogger<PushSender> logger)
    {
        (_time, _logger) = (time, logger);
        Keys = VapidKeys.Of(options.Value.Push);
        Addresses = new PushAddresses(options.Value.Push.TrustedNetworks);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ConnectCallback = (context, cancel) => Addresses.ConnectAsync(context.DnsEndPoint, cancel),
        })
        {
            Timeout = TimeSpan.FromSeconds(10),
        };
    }

    /// <summary>This installation's keys; null where web push is not set up.</summary>
    public VapidKeys? Keys { get; }

    /// <summary>Where messages may go.</summary>
    public PushAddresses Addresses { get; }

    /// <summary>Sends one message, up to three times where the service is busy.</summary>
    /// <param name="subscription">To whom.</param>
    /// <param name="message">UTF-8 JSON, at most <see cref="WebPushEncryption.MaxMessageBytes"/> bytes.</param>
    /// <param name="topic">Up to 32 base64url characters; a waiting message of the same topic is replaced.</param>
    /// <param name="urgent">True wakes a device that saves its battery.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<PushOutcome> SendAsync(PushSubscription subscription, ReadOnlyMemory<byte> message, string topic, bool urgent, CancellationToken cancel)
    {
        for (int attempt = 0; ; attempt++)
        {
            HttpStatusCode? status = await TryAsync(subscription, message, topic, urgent, cancel);
            if (status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                return PushOutcome.Gone;
            }

            if ((int?)status is >= 200 and < 300)
            {
                return PushOutcome.Taken;
            }

            bool worthAnother = status is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
            if (!worthAnother || attempt == Waits.Length)
            {
                _logger.LogInformation("A push service answered {Status}; the message is dropped", status);
                return PushOutcome.Failed;
            }

            await Task.Delay(Waits[attempt], _time, cancel);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        Keys?.Dispose();
    }

    private async Task<HttpStatusCode?> TryAsync(PushSubscription subscription, ReadOnlyMemory<byte> message, string topic, bool urgent, CancellationToken cancel)
    {
        Uri endpoint = new(subscription.Endpoint);
        if (Keys is null || !Addresses.MayBeEndpoint(endpoint))
        {
            return HttpStatusCode.Gone;
        }

        try
        {
            using ByteArrayContent body = new(WebPushEncryption.Encrypt(message.Span, subscription.PublicKey, subscription.AuthSecret));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Headers.ContentEncoding.Add("aes128gcm");
            using HttpRequestMessage request = new(HttpMethod.Post, endpoint) { Content = body };
            request.Headers.TryAddWithoutValidation("Authorization", Keys.Authorize(endpoint, _time.GetUtcNow()));
            request.Headers.Add("TTL", ((int)KeptFor.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture));
            request.Headers.Add("Urgency", urgent ? "high" : "normal");
            request.Headers.Add("Topic", topic);
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            _logger.LogInformation("A push service can't be reached: {Reason}", error.Message);
            return null;
        }
        catch (CryptographicException)
        {
            // A key that is no point of the curve reaches nobody.
            return HttpStatusCode.Gone;
        }
    }
}
