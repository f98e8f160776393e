using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lucarne.Media.Encoding;

/// <summary>Decodes the sound of a file to interleaved stereo floats at <see cref="VideoFormat.SampleRate"/>, from an exact sample on. Disposing kills ffmpeg.</summary>
public sealed class SoundDecoder : IAsyncDisposable
{
    /// <summary>Loudness that <see cref="Start"/> brings a sound to where asked: -16 LUFS with peaks under -1.5 dBTP, as phones and headphones expect (EBU R 128 s1).</summary>
    internal const string Loudness = "loudnorm=I=-16:TP=-1.5:LRA=11";

    private readonly FfmpegProcess _process;
    private bool _ended;

    private SoundDecoder(FfmpegProcess process) => _process = process;

    /// <summary>Starts ffmpeg.</summary>
    /// <param name="ffmpeg">Which one.</param>
    /// <param name="path">The file.</param>
    /// <param name="firstSample">Samples of each channel to leave out at the start.</param>
    /// <param name="normalise">True brings the sound to the usual loudness.</param>
    /// <exception cref="EncoderException"><see cref="EncoderFault.FfmpegMissing"/>.</exception>
    public static SoundDecoder Start(Ffmpeg ffmpeg, string path, long firstSample, bool normalise)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        string filter = $"aresample={VideoFormat.SampleRate}"
            + (normalise ? $",{Loudness},aresample={VideoFormat.SampleRate}" : "")
            + (firstSample > 0 ? string.Create(CultureInfo.InvariantCulture, $",atrim=start_sample={firstSample}") : "");
        return new SoundDecoder(ffmpeg.Start(["-i", path, "-vn", "-map", "0:a:0?", "-af", filter, "-ac", "2", "-f", "f32le", "pipe:1"]));
    }

    /// <summary>Fills <paramref name="sound"/> with what comes next; silence after the end.</summary>
    /// <param name="sound">Interleaved left and right, filled whole.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async ValueTask ReadAsync(Memory<float> sound, CancellationToken cancel)
    {
        int floats = 0;
        if (!_ended)
        {
            byte[] bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(sound.Length * sizeof(float));
            try
            {
                int read = await _process.Output.ReadAtLeastAsync(bytes.AsMemory(0, sound.Length * sizeof(float)), sound.Length * sizeof(float), throwOnEndOfStream: false, cancel);
                floats = read / sizeof(float);
                _ended = floats < sound.Length;
                ReadFloats(bytes.AsSpan(0, floats * sizeof(float)), sound.Span);
            }
            finally
            {
                System.Buffers.ArrayPool<byte>.Shared.Return(bytes);
            }
        }

        sound.Span[floats..].Clear();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static void ReadFloats(ReadOnlySpan<byte> bytes, Span<float> floats)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.Cast<byte, float>(bytes).CopyTo(floats);
            return;
        }

        for (int i = 0; i < bytes.Length / sizeof(float); i++)
        {
            floats[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        }
    }
}
