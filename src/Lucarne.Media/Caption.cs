namespace Lucarne.Media;

/// <summary>A spoken line and when it is heard.</summary>
/// <param name="StartSeconds">First moment within the film.</param>
/// <param name="EndSeconds">Last moment; after the start.</param>
/// <param name="Text">What is said; one line.</param>
/// <param name="Language">Two-letter language.</param>
public sealed record Caption(double StartSeconds, double EndSeconds, string Text, string Language);
