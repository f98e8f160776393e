using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Http;

/// <summary>Gives reads a weak ETag, so that whoever has the answer already gets 304 instead (RFC 9110, section 13). For small answers: they are written in memory first.</summary>
internal static class ConditionalReads
{
    private const int UsualBytes = 4096;
    private const int HashBytes = 12;

    /// <summary>Answers of this route carry an ETag, which <c>If-None-Match</c> is compared with.</summary>
    public static RouteHandlerBuilder Conditional(this RouteHandlerBuilder route)
        => route.AddEndpointFilter(static async (context, next) => Wrap(await next(context))).Produces(StatusCodes.Status304NotModified);

    private static object? Wrap(object? result)
        => (result is INestedHttpResult nested ? nested.Result : result) is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }
            ? new TaggedJson(value)
            : result;

    /// <summary>A value as JSON with its ETag, or 304.</summary>
    private sealed class TaggedJson(object value) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            JsonSerializerOptions options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            ArrayBufferWriter<byte> body = new(UsualBytes);
            using (Utf8JsonWriter writer = new(body, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true }))
            {
                JsonSerializer.Serialize(writer, value, value.GetType(), options);
            }

            HttpResponse response = httpContext.Response;
            string tag = TagOf(body.WrittenSpan);
            response.Headers.ETag = tag;
            if (httpContext.Request.Headers.IfNoneMatch is { Count: > 0 } && Holds(httpContext.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = body.WrittenCount;
            return response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted).AsTask();
        }

        private static string TagOf(ReadOnlySpan<byte> body)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(body, hash);
            return $"W/\"{Base64Url.EncodeToString(hash[..HashBytes])}\"";
        }

        private static bool Holds(HttpRequest request, string tag)
        {
            EntityTagHeaderValue own = EntityTagHeaderValue.Parse(tag);
            return request.GetTypedHeaders().IfNoneMatch.Any(asked => asked.Equals(EntityTagHeaderValue.Any) || asked.Compare(own, useStrongComparison: false));
        }
    }
}
