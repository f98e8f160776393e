using Lucarne.Wan.Transformer;

namespace Lucarne.Wan.Pipelines;

/// <summary>Counts the blocks that a transformer has run, which are the finest measure of how far a video is.</summary>
/// <param name="total">Blocks of all passes.</param>
/// <param name="done">Told the count after each block, and <paramref name="total"/>.</param>
internal sealed unsafe class BlockCount(int total, Action<int, int>? done)
{
    private const string Block = "block";
    private int _count;

    /// <summary>What a pass shows its insides to; null when nobody is told.</summary>
    public StageProbe? Probe => done is null ? null : See;

    // The stages within a block have a dot in their names.
    private void See(string stage, float* values, int rows, int columns)
    {
        if (stage.StartsWith(Block, StringComparison.Ordinal) && !stage.Contains('.', StringComparison.Ordinal))
        {
            done!(++_count, total);
        }
    }
}
