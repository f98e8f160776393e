using System.CommandLine;
using System.Globalization;
using Lucarne.Social;

namespace Lucarne.App.Commands;

/// <summary><c>reindex</c>: makes the search index anew.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        Option<string> data = SharedOptions.Data();
        Command command = new("reindex", "Make the search index anew; the server may run meanwhile.") { data };
        command.SetAction(async (arguments, cancel) =>
        {
            await using WebApplication app = LucarneServer.Build("http://127.0.0.1:0", arguments.GetValue(data)!);
            await app.Services.PrepareSocialAsync(cancel);
            int count = await app.Services.RebuildSearchAsync(cancel);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} posts and people indexed"));
            return 0;
        });
        return command;
    }
}
