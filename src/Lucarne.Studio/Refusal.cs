namespace Lucarne.Studio;

/// <summary>An expected "no": why, and what to change.</summary>
/// <param name="Code">Stable snake_case code that programs may match.</param>
/// <param name="Message">A sentence for the person, in English; clients translate by <paramref name="Code"/>.</param>
public sealed record Refusal(string Code, string Message);
