using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lucarne.Social;
using Lucarne.Social.Create;
using Lucarne.Social.Http;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Lucarne.App.Commands;

/// <summary><c>screenplay</c>: shows what was understood of a prompt, and what was not.</summary>
internal static class ScreenplayCommand
{
    public static Command Create()
    {
        Argument<string> prompt = SharedOptions.Prompt();
        Option<double> seconds = SharedOptions.Seconds();
        Option<bool> json = SharedOptions.Json();
        Command command = new("screenplay", "Show what was understood of a prompt, and what was not.") { prompt, seconds, json };
        command.SetAction(parsed => Run(parsed.GetValue(prompt)!, parsed.GetValue(seconds), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string prompt, double seconds, bool json)
    {
        WriteScreenplay write = new(LucarneEngines.CreateRegistry(), Options.Create(new SocialOptions { MinSeconds = 0, MaxSeconds = double.MaxValue }));
        if (!write.Run(new ScreenplayRequest(prompt, seconds)).TryGet(out ScreenplayView? screenplay, out Problem? problem))
        {
            throw new CommandException(problem.Detail.TrimEnd('.'));
        }

        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(screenplay, SharedOptions.JsonFormat));
        }
        else
        {
            Show(screenplay, SharedOptions.ConsoleOn(Console.Out, Console.IsOutputRedirected));
        }

        return 0;
    }

    private static void Show(ScreenplayView screenplay, IAnsiConsole console)
    {
        foreach (ShotView shot in screenplay.Shots)
        {
            Table table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("what", "how")
                .Title(string.Create(CultureInfo.InvariantCulture, $"{shot.StartSeconds:0.##} to {shot.EndSeconds:0.##} s"));
            Row(table, "place", shot.Setting ?? "the engine's choice");
            Row(table, "time of day", shot.TimeOfDay);
            Row(table, "weather", shot.Weather);
            foreach (SubjectView subject in shot.Subjects)
            {
                Row(table, "subject", Describe(subject));
            }

            foreach (ActionView action in shot.Actions)
            {
                Row(table, "action", string.Join(' ', new[] { action.SubjectId, action.Verb, action.Direction, action.TargetId }.Where(part => part is not null)));
            }

            Row(table, "camera", string.Join(", ", new[] { shot.Camera.Move, shot.Camera.Size, shot.Camera.Angle }.Where(part => part is not null)));
            Row(table, "style", string.Join(", ", shot.Styles));
            foreach (DialogueLineView line in shot.Dialogue)
            {
                Row(table, "says", $"{line.SpeakerId ?? "somebody"}: “{line.Text}”");
            }

            console.Write(table);
        }

        if (screenplay.NotUnderstood.Count > 0)
        {
            console.WriteLine($"Not understood: {string.Join(", ", screenplay.NotUnderstood.Select(span => span.Reason == "not-shown" ? $"{span.Text} (known, but can't be shown)" : span.Text))}");
        }
    }

    private static string Describe(SubjectView subject)
    {
        string count = subject.Count == 1 ? "" : $"{subject.Count} × ";
        string looks = string.Join(' ', subject.Colours.Append(subject.Material).Where(part => part is not null));
        string size = subject.SizeScale is 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {subject.SizeScale:0.##} × its usual size");
        return $"{count}{(looks.Length > 0 ? looks + " " : "")}{subject.Concept}{size}";
    }

    private static void Row(Table table, string what, string? how)
    {
        if (!string.IsNullOrEmpty(how))
        {
            table.AddRow(new Text(what, new Style(Color.Grey)), new Text(how));
        }
    }
}
