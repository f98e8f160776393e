using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lucarne.Wan.Checks;
using Lucarne.Wan.Weights;

namespace Lucarne.App.Commands;

/// <summary><c>wan-check</c>: compares the Wan engine with golden fixtures, one line a case.</summary>
internal static class WanCheckCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("FIXTURE_DIR") { Description = "Folder with any of transformer, vae, text_encoder, tokenizer, scheduler, pipeline and causal." };
        Option<bool> json = SharedOptions.Json();
        Command command = new("wan-check", "Compare the Wan engine with golden fixtures.") { folder, json };
        command.SetAction((parsed, cancel) => Task.Run(() => Run(parsed.GetValue(folder)!, parsed.GetValue(json), cancel), cancel));
        return command;
    }

    private static int Run(string folder, bool json, CancellationToken cancel)
    {
        List<FixtureCheck> checks = [];
        try
        {
            foreach (FixtureCheck check in FixtureChecks.Run(folder, cancel))
            {
                checks.Add(check);
                if (!json)
                {
                    Console.Out.WriteLine($"{check.Name}  {Number(check.Difference)}  {Number(check.Tolerance)}  {(check.Ok ? "ok" : $"FAILED{(check.Problem is null ? string.Empty : $": {check.Problem}")}")}");
                }
            }
        }
        catch (WeightFileException error)
        {
            throw new CommandException(error.Message.TrimEnd('.'), error);
        }

        int failed = checks.Count(check => !check.Ok);
        if (json)
        {
            // JSON has no NaN and no infinity: a difference that is no number is null.
            Console.Out.WriteLine(JsonSerializer.Serialize(
                checks.Select(check => new { check.Name, Difference = double.IsFinite(check.Difference) ? check.Difference : (double?)null, check.Tolerance, check.Ok, check.Problem }),
                SharedOptions.JsonFormat));
        }
        else
        {
            Console.Out.WriteLine($"{checks.Count - failed} ok, {failed} failed");
        }

        return failed == 0 ? 0 : CommandLine.Failed;
    }

    private static string Number(double value) => value.ToString("0.0e+00", CultureInfo.InvariantCulture);
}
