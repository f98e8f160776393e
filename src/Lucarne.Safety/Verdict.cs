namespace Lucarne.Safety;

/// <summary>What a rule says of a text: why it can't pass, where, and what to change.</summary>
/// <param name="RuleId">Stable snake_case id of the rule; also the code of the refusal.</param>
/// <param name="Start">First character concerned in the judged text, UTF-16 code units.</param>
/// <param name="Length">Number of UTF-16 code units concerned; 0 when the rule concerns the text as a whole.</param>
/// <param name="Change">What to change, in a sentence for the author.</param>
public sealed record Verdict(string RuleId, int Start, int Length, string Change);
