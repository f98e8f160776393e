using System.CommandLine;
using Lucarne.Social.Http;

namespace Lucarne.App.Commands;

/// <summary><c>openapi</c>: prints the description of the HTTP API, from which the web client is generated.</summary>
internal static class OpenApiCommand
{
    public static Command Create()
    {
        Command command = new("openapi", "Print the OpenAPI document of the HTTP API.");
        command.SetAction(async (_, cancel) =>
        {
            await Console.Out.WriteAsync(await WriteAsync(cancel));
            return 0;
        });
        return command;
    }

    /// <summary>The document as indented JSON; the same bytes for the same routes.</summary>
    public static async Task<string> WriteAsync(CancellationToken cancel)
    {
        await using WebApplication app = LucarneServer.Build("http://127.0.0.1:0", Path.Combine(Path.GetTempPath(), "lucarne-openapi"));
        return await OpenApiDocumentation.WriteAsync(app.Services, cancel);
    }
}
