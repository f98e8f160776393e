using System.CommandLine;
using Lucarne.App.Commands;

namespace Lucarne.App;

/// <summary>The command line as a whole: its commands, and how each may end.</summary>
internal static class CommandLine
{
    /// <summary>Exit code of a command that could not do its work.</summary>
    public const int Failed = 1;

    /// <summary>Exit code of a command line that can't be understood.</summary>
    public const int Misused = 2;

    /// <summary>Exit code of a command that was interrupted, as shells write it.</summary>
    public const int Interrupted = 130;

    /// <summary>Time that a command has to clean up after SIGTERM or Ctrl-C: a server hands its work back, a film removes its temporary files.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Runs the program.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        RootCommand root = new("Lucarne: the social network for AI-generated video that anyone can run and own.")
        {
            ServeCommand.Create(),
            GenerateCommand.Create(),
            ScreenplayCommand.Create(),
            ModelsCommand.Create(),
            WanCheckCommand.Create(),
            SeedCommand.Create(),
            ImportCommand.Create(),
            VerifyReceiptCommand.Create(),
            OpenApiCommand.Create(),
            PushKeysCommand.Create(),
            ReindexCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine($"lucarne: {parsed.Errors[0].Message.TrimEnd('.')}; --help tells the options");
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
        }
        catch (CommandException error)
        {
            Console.Error.WriteLine($"lucarne: {error.Message}");
            return Failed;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("lucarne: interrupted");
            return Interrupted;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"lucarne: this is a fault of the program, please report it: {error.Message}\n{error}");
            return Failed;
        }
    }
}
