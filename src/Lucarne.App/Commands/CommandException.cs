namespace Lucarne.App.Commands;

/// <summary>Ends a command with one clear line on stderr and exit code 1.</summary>
/// <param name="message">What went wrong and what to do, without a final stop.</param>
/// <param name="inner">The cause, if any.</param>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
