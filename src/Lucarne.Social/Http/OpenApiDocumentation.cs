using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Lucarne.Social.Http;

/// <summary>Shapes the OpenAPI document of <c>/api</c>, and of the files and pages that its answers name, from which the web client is generated.</summary>
public static class OpenApiDocumentation
{
    private const string DocumentName = "lucarne";
    private const string SessionScheme = "session";

    private static readonly Dictionary<string, OpenApiMediaType> Empty = [];

    /// <summary>How the paths of what the document holds begin.</summary>
    private static readonly string[] s_described = ["api/", "media/", "p/", "oembed"];

    /// <summary>The document as indented JSON: the same text for the same routes.</summary>
    /// <param name="services">Services of a server whose routes are mapped; it need not be started.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        OpenApiDocument document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName).GetOpenApiDocumentAsync(cancel);
        Sort(document);
        string json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel);
        return json.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    /// <summary>Puts paths and schemas in the order of their names, so that a new route changes only its own lines.</summary>
    private static void Sort(OpenApiDocument document)
    {
        OpenApiPaths sorted = [];
        foreach ((string path, IOpenApiPathItem item) in document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            sorted.Add(path, item);
        }

        document.Paths = sorted;
        document.Components!.Schemas = document.Components.Schemas?.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    internal static void MapOpenApiDocumentation(this IEndpointRouteBuilder api)
        => api.MapGet("/openapi.json", async (IServiceProvider services, CancellationToken cancel) => TypedResults.Text(await WriteAsync(services, cancel), "application/json"))
            .ExcludeFromDescription();

    internal static void AddOpenApiDocumentation(this IServiceCollection services) => services.AddOpenApi(DocumentName, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => s_described.Any(start => description.RelativePath?.StartsWith(start, StringComparison.Ordinal) == true);
        options.CreateSchemaReferenceId = NameSchema;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Lucarne", Version = Instance.InstanceEndpoints.Version, Description = "The product's own JSON API, and the files and pages that its answers name. docs/http-api.md holds its conventions." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [SessionScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Accounts.SessionCookie.Name, Description = "Set by sign-up and sign-in." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAsync);
    });

    /// <summary>Views are known to clients by the thing that they show: <c>PostView</c> is <c>Post</c>.</summary>
    private static string? NameSchema(JsonTypeInfo type)
    {
        if (type.Type == typeof(ProblemBody))
        {
            return "Problem";
        }

        bool isAnonymous = type.Type == typeof(JsonElement) || type.Type == typeof(Stream) || (type.Type.IsGenericType && type.Type.GetGenericTypeDefinition() == typeof(SseItem<>));
        return isAnonymous ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("View", "", StringComparison.Ordinal);
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        foreach (IGrouping<int, Problem> group in metadata.OfType<RefusalsMetadata>().SelectMany(m => m.Problems).GroupBy(p => p.Status))
        {
            if (operation.Responses.TryGetValue(group.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), out IOpenApiResponse? response))
            {
                response.Description = string.Join(", ", group.Select(p => p.Code).Distinct(StringComparer.Ordinal));
            }
        }

        IOpenApiSchema problem = await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, cancel);
        context.Document?.AddComponent("Problem", problem);
        if (metadata.OfType<IAuthorizeData>().Any())
        {
            operation.Responses.TryAdd("401", Refusal(HttpErrors.SignedOut.Code, context.Document));
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SessionScheme, context.Document)] = [] }];
        }

        foreach (OpenApiMediaType events in operation.Responses.Values.SelectMany(r => r.Content ?? Empty).Where(c => c.Key == "text/event-stream").Select(c => c.Value))
        {
            // What a client reads is the data of each event, not the server's wrapping of it.
            events.Schema = events.Schema?.Properties?["data"];
        }

        operation.Responses.TryAdd("default", Refusal("Any other problem; docs/http-api.md lists those that no route owns.", context.Document));
    }

    private static OpenApiResponse Refusal(string description, OpenApiDocument? document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ProblemResult.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Problem", document) },
        },
    };
}
