namespace Lucarne.Bench;

/// <summary>One measured figure.</summary>
/// <param name="Metric">What was measured, in kebab-case.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Target">The target, if the design states one.</param>
/// <param name="Ok">Whether the target is met; null without a target.</param>
public sealed record Measurement(string Metric, double Value, string Unit, double? Target = null, bool? Ok = null)
{
    /// <summary>A figure that must reach its target.</summary>
    public static Measurement AtLeast(string metric, double value, string unit, double target) => new(metric, Math.Round(value, 3), unit, target, value >= target);

    /// <summary>A figure that must stay within its target.</summary>
    public static Measurement AtMost(string metric, double value, string unit, double target) => new(metric, Math.Round(value, 3), unit, target, value <= target);

    /// <summary>A figure without a target.</summary>
    public static Measurement Of(string metric, double value, string unit) => new(metric, Math.Round(value, 3), unit);
}
