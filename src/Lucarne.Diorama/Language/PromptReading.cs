using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Language;

/// <summary>What reading a prompt gave: a screenplay, or a refusal.</summary>
public sealed record PromptReading
{
    private PromptReading()
    {
    }

    /// <summary>The prompt as understood; null when it was refused.</summary>
    public Screenplay? Screenplay { get; private init; }

    /// <summary>Why there is no screenplay; null when there is one.</summary>
    public PromptRefusal? Refusal { get; private init; }

    internal static PromptReading Of(Screenplay screenplay) => new() { Screenplay = screenplay };

    internal static PromptReading Refused(string code, string message) => new() { Refusal = new(code, message) };
}

/// <summary>Why a prompt was not read.</summary>
/// <param name="Code">Stable: <c>prompt_empty</c>, <c>prompt_too_long</c> or <c>seconds_out_of_range</c>.</param>
/// <param name="Message">One English sentence that says what to change.</param>
public sealed record PromptRefusal(string Code, string Message);
