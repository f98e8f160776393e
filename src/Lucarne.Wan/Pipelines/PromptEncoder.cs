using Lucarne.Wan.Prompts;
using Lucarne.Wan.TextEncoder;
using Lucarne.Wan.Tokenizers;

namespace Lucarne.Wan.Pipelines;

/// <summary>The text side of a model folder: a prompt is cleaned, cut into tokens and encoded.</summary>
/// <remarks>Source: diffusers, pipeline_wan.py (encode_prompt). Weights are mapped, so opening costs little; dispose it once prompts are encoded.</remarks>
public sealed class PromptEncoder : IDisposable
{
    /// <summary>Rows of a prompt in the published models, padding included.</summary>
    public const int DefaultLength = 512;

    private readonly T5Tokenizer _tokenizer;
    private readonly UmT5Encoder _encoder;

    /// <summary>Opens the <c>tokenizer</c> and <c>text_encoder</c> of a model folder.</summary>
    /// <exception cref="Weights.WeightFileException">A file is missing or broken.</exception>
    public PromptEncoder(PipelineFiles files, ComputeContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        _tokenizer = T5Tokenizer.Load(files.Part("tokenizer"));
        _encoder = UmT5Encoder.Load(files.Part("text_encoder"), context);
    }

    /// <summary>Numbers a row.</summary>
    public int RowSize => _encoder.Config.Size;

    /// <summary>Cleans a prompt and cuts it into exactly <paramref name="length"/> ids.</summary>
    public TokenizedPrompt Tokenize(string prompt, int length) => _tokenizer.Encode(PromptCleaner.Clean(prompt), length);

    /// <summary>Encodes a prompt. Only its true tokens are computed.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="length">Rows in all; tokens beyond are cut off.</param>
    /// <param name="cancellation">Looked at before each layer.</param>
    /// <returns>[<paramref name="length"/>, <see cref="RowSize"/>]; rows past the prompt are zero.</returns>
    public float[] Encode(string prompt, int length = DefaultLength, CancellationToken cancellation = default)
    {
        TokenizedPrompt tokens = Tokenize(prompt, length);
        float[] rows = new float[length * RowSize];
        _encoder.Encode(tokens.Ids.AsSpan()[..tokens.Attended], tokens.Attended, cancellation: cancellation).CopyTo(rows, 0);
        return rows;
    }

    /// <summary>Frees the encoder.</summary>
    public void Dispose() => _encoder.Dispose();
}
