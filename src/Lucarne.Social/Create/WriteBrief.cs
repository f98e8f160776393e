using System.Text.Json.Serialization;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Http;
using Lucarne.Studio.Engines;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Create;

/// <summary>A prompt to be written out.</summary>
/// <param name="Prompt">1 to 20,000 characters, as for a generation.</param>
/// <param name="Length">How much to add.</param>
/// <param name="Seconds">Length of the film, within the installation's bounds; 10 when absent.</param>
public sealed record BriefRequest(string Prompt, BriefSize Length, double? Seconds = null);

/// <summary>How much a brief says.</summary>
public enum BriefSize
{
    /// <summary>Camera and light, where the prompt is silent.</summary>
    [JsonStringEnumMemberName("short")]
    Short = BriefLength.Short,

    /// <summary>Camera, light, look and sound, a line each.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium = BriefLength.Medium,

    /// <summary>The same, laid out in timed shots.</summary>
    [JsonStringEnumMemberName("long")]
    Long = BriefLength.Long,
}

/// <summary>A prompt, written out as a shot brief.</summary>
/// <param name="Prompt">In the language and the words of the prompt, to be edited and used in its place.</param>
public sealed record BriefView(string Prompt);

/// <summary>Writes a prompt out as a shot brief, without making anything of it.</summary>
internal sealed class WriteBrief(EngineRegistry engines, IOptions<SocialOptions> options)
{
    public Outcome<BriefView> Run(BriefRequest request)
    {
        (string prompt, Verdict? verdict) = PromptRules.Judge(request.Prompt);
        if (verdict is not null)
        {
            return CreateErrors.Of(verdict);
        }

        double seconds = request.Seconds ?? CreateGeneration.DefaultSeconds;
        if (!options.Value.Allows(seconds))
        {
            return CreateErrors.SecondsOutside(options.Value);
        }

        ScreenplayReading? reading = engines.All.Select(engine => engine.ReadScreenplay(prompt, seconds)).FirstOrDefault(r => r is not null);
        if (reading is null)
        {
            return CreateErrors.ScreenplaysNotOffered;
        }

        if (!reading.Understood)
        {
            return CreateErrors.Of(reading.Refusal);
        }

        string brief = BriefWriter.Write(reading.Screenplay, (BriefLength)request.Length);
        return brief.Length > PromptRules.MaxCharacters ? CreateErrors.PromptTooLong.For("prompt") : new BriefView(brief);
    }
}
