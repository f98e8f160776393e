using Lucarne.Social.Http;
using Lucarne.Studio;
using Lucarne.Studio.Generations;

namespace Lucarne.Social.Create;

/// <summary>Stops a generation; it costs nothing, and its draft stays until its owner deletes it.</summary>
internal sealed class CancelGeneration(GenerationService studio, ReadGenerations read)
{
    public async Task<Outcome<GenerationView>> RunAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await studio.CancelAsync(accountId, id, cancel) is Refusal refusal
            ? CreateErrors.Of(refusal)
            : await read.FindAsync(accountId, id, cancel);
}
