using System.CommandLine;
using System.Text.Json;
using Lucarne.Social;
using Lucarne.Social.Imports;
using Spectre.Console;

namespace Lucarne.App.Commands;

/// <summary><c>import</c>: reads an archive of another installation into this one.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        Argument<FileInfo> file = new("FILE") { Description = "The zip that an export made." };
        Option<string> data = SharedOptions.Data();
        Option<string?> handle = new("--handle") { Description = "Handle of the account here; the archive's own when absent.", HelpName = "NEW" };
        Option<bool> json = SharedOptions.Json();
        Command command = new("import", "Read an export of an account into this installation; doing it again adds nothing.") { file, data, handle, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(file)!.FullName, parsed.GetValue(data)!, parsed.GetValue(handle), parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string file, string dataFolder, string? handle, bool json, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            throw new CommandException($"there is no file {file}");
        }

        await using WebApplication app = LucarneServer.Build("http://127.0.0.1:0", dataFolder);
        ImportReport report;
        try
        {
            await app.Services.PrepareSocialAsync(cancel);
            report = json || Console.IsErrorRedirected
                ? await app.Services.ImportAsync(file, handle, null, cancel)
                : await SharedOptions.ConsoleOn(Console.Error, redirected: false).Status().StartAsync(
                    "Reading the archive", context => app.Services.ImportAsync(file, handle, (section, done, of) => context.Status($"Reading {section}: {done} of {of}"), cancel));
        }
        catch (ArchiveException error)
        {
            throw new CommandException(error.Message, error);
        }

        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(report, SharedOptions.JsonFormat));
            return 0;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns("", "added", "here before", "kept", "skipped");
        foreach (ImportedSection section in report.Sections)
        {
            table.AddRow(Markup.Escape(section.Name), $"{section.Added}", $"{section.Present}", $"{section.Kept}", $"{section.Skipped}");
        }

        IAnsiConsole console = SharedOptions.ConsoleOn(Console.Out, Console.IsOutputRedirected);
        console.MarkupLineInterpolated($"Read into @{report.Handle}.");
        console.Write(table);
        foreach (string note in report.Notes)
        {
            console.MarkupLineInterpolated($"{note}");
        }

        if (report.Password is { } password)
        {
            console.MarkupLineInterpolated($"The account is new. Its owner signs in as @{report.Handle} with this password, and changes it: {password}");
        }

        return 0;
    }
}
