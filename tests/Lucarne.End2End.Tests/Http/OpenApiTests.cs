using System.Text.Json;
using Lucarne.App.Commands;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Http;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_committed_document_is_the_servers_own()
    {
        string committed = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "web", "openapi.json"));

        (await OpenApiCommand.WriteAsync(CancellationToken.None)).ShouldBe(committed, "run: ./lucarne openapi > web/openapi.json");
    }

    [Fact]
    public async Task Every_route_is_named_summarised_tagged_and_says_how_it_may_refuse()
    {
        JsonElement document = JsonElement.Parse(await OpenApiCommand.WriteAsync(CancellationToken.None));
        HashSet<string> names = [];
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                string route = $"{operation.Name} {path.Name}";
                names.Add(operation.Value.GetProperty("operationId").GetString()!).ShouldBeTrue(route);
                operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace(route);
                operation.Value.GetProperty("tags").GetArrayLength().ShouldBe(1, route);
                JsonElement responses = operation.Value.GetProperty("responses");
                responses.TryGetProperty("default", out _).ShouldBeTrue(route);
                responses.EnumerateObject().Any(r => r.Name[0] == '2').ShouldBeTrue(route);
            }
        }

        names.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task The_server_serves_it()
    {
        using Person visitor = Shared.App.Visitor();

        (await visitor.GetAsync("/api/openapi.json")).ShouldBeFine()["info.title"].ShouldBe("Lucarne");
    }
}
