using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Http;

/// <summary>The one place where exceptions and bare statuses become problems.</summary>
internal static class ProblemHandling
{
    /// <summary>Registers the exception handler; unreadable requests throw in every environment, so that they end here.</summary>
    public static void AddProblemHandling(this IServiceCollection services)
    {
        services.AddExceptionHandler<ExceptionToProblem>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>Adds the middleware; first in the pipeline.</summary>
    public static void UseProblemHandling(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = _ => Task.CompletedTask,
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePages(context =>
            new ProblemResult(HttpErrors.ForStatus(context.HttpContext.Response.StatusCode)).ExecuteAsync(context.HttpContext));
    }

    private sealed class ExceptionToProblem(ILogger<ExceptionToProblem> logger) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            // Who has gone reads no answer: a body that broke off and a cancelled query are no failures of the server's.
            if (exception is OperationCanceledException or BadHttpRequestException or IOException && httpContext.RequestAborted.IsCancellationRequested)
            {
                httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return true;
            }

            Problem problem = exception switch
            {
                BadHttpRequestException { InnerException: JsonException json } => HttpErrors.BodyInvalid with { Detail = Describe(json) },
                BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } => HttpErrors.RequestInvalid,
                BadHttpRequestException bad => HttpErrors.ForStatus(bad.StatusCode),
                _ => HttpErrors.ServerFailed,
            };
            if (problem.Status >= 500)
            {
                logger.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
            }

            try
            {
                await new ProblemResult(problem).ExecuteAsync(httpContext);
            }
            catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
            {
                // They went in this moment.
            }

            return true;
        }

        private static string Describe(JsonException json)
        {
            string where = json.Path is { Length: > 1 } path && path.Length <= 100 ? $" at {path}" : "";
            string line = json.LineNumber is long number ? $" (line {number + 1})" : "";
            return $"The body is not the JSON that this route expects: something is missing or has the wrong type{where}{line}. /api/openapi.json describes it.";
        }
    }
}
