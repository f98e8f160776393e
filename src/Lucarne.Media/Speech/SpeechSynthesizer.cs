using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace Lucarne.Media.Speech;

/// <summary>How a line is spoken.</summary>
/// <param name="Language">Two-letter language: <c>en</c> or <c>fr</c>; any other is spoken as English.</param>
/// <param name="Variant">Which of the voices speaks, from 0; taken round.</param>
/// <param name="WordsPerMinute">Speed, 80 to 300.</param>
public sealed record SpeechStyle(string Language, int Variant = 0, int WordsPerMinute = 155);

/// <summary>Turns text into a voice with espeak-ng, a separate program.</summary>
/// <param name="path">The program; null finds <c>espeak-ng</c> on the path.</param>
public sealed class SpeechSynthesizer(string? path = null)
{
    /// <summary>Samples a second of the result.</summary>
    public const int SampleRate = 48_000;

    /// <summary>Most UTF-16 code units of a line.</summary>
    public const int MaxCharacters = 1_000;

    private const int MaxWaveBytes = 32 << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly string[] Variants = ["m3", "f2", "m7", "f4", "m1", "f5"];

    /// <summary>Speaks a line.</summary>
    /// <param name="text">The line; it is cut at <see cref="MaxCharacters"/>. It reaches the program by its input, never by its arguments.</param>
    /// <param name="style">How.</param>
    /// <param name="cancel">Ends the program.</param>
    /// <returns>Mono samples at <see cref="SampleRate"/>, −1 to 1; empty when espeak-ng is missing or gives nothing.</returns>
    public async Task<float[]> SpeakAsync(string text, SpeechStyle style, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(style);
        ProcessStartInfo info = new(path ?? "espeak-ng") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string voice = (style.Language == "fr" ? "fr-fr" : "en-us") + "+" + Variants[(int)((uint)style.Variant % (uint)Variants.Length)];
        foreach (string argument in (string[])["--stdin", "--stdout", "-b", "1", "-v", voice, "-s", Math.Clamp(style.WordsPerMinute, 80, 300).ToString(CultureInfo.InvariantCulture)])
        {
            info.ArgumentList.Add(argument);
        }

        using Process? process = Start(info);
        if (process is null)
        {
            return [];
        }

        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(Limit);
        try
        {
            Task<byte[]> wave = ReadAsync(process.StandardOutput.BaseStream, limited.Token);
            Task<string> log = process.StandardError.ReadToEndAsync(limited.Token);
            await process.StandardInput.WriteAsync(text.AsMemory(0, Math.Min(text.Length, MaxCharacters)), limited.Token);
            process.StandardInput.Close();
            byte[] bytes = await wave;
            await log;
            await process.WaitForExitAsync(limited.Token);
            return process.ExitCode == 0 ? FromWave(bytes) : [];
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return [];
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Reads mono 16-bit PCM out of a WAV file and brings it to <see cref="SampleRate"/>; empty for anything else. A length beyond the end, as a streaming writer leaves it, means all that follows.</summary>
    internal static float[] FromWave(ReadOnlySpan<byte> wave)
    {
        if (wave.Length < 12 || !wave.StartsWith("RIFF"u8) || !wave[8..].StartsWith("WAVE"u8))
        {
            return [];
        }

        int rate = 0;
        for (int at = 12; at <= wave.Length - 8;)
        {
            ReadOnlySpan<byte> name = wave.Slice(at, 4);
            uint stated = BinaryPrimitives.ReadUInt32LittleEndian(wave[(at + 4)..]);
            ReadOnlySpan<byte> body = wave[(at + 8)..];
            body = stated < (uint)body.Length ? body[..(int)stated] : body;
            if (name.SequenceEqual("fmt "u8) && body.Length >= 16)
            {
                bool plain = BinaryPrimitives.ReadUInt16LittleEndian(body) == 1 && BinaryPrimitives.ReadUInt16LittleEndian(body[2..]) == 1 && BinaryPrimitives.ReadUInt16LittleEndian(body[14..]) == 16;
                rate = plain ? (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(body[4..]), 192_000) : 0;
            }
            else if (name.SequenceEqual("data"u8))
            {
                return rate < 8_000 ? [] : Resample(body, rate);
            }

            at += 8 + body.Length + (body.Length & 1);
        }

        return [];
    }

    // Windowed sinc, 16 taps a side, so that nothing above the source's own band appears.
    private static float[] Resample(ReadOnlySpan<byte> pcm, int rate)
    {
        const int Taps = 16;
        int count = pcm.Length / 2;
        float[] source = new float[count];
        for (int i = 0; i < count; i++)
        {
            source[i] = BinaryPrimitives.ReadInt16LittleEndian(pcm[(2 * i)..]) / 32768f;
        }

        float[] result = new float[(int)((long)count * SampleRate / rate)];
        for (int i = 0; i < result.Length; i++)
        {
            double position = (double)i * rate / SampleRate;
            int centre = (int)position;
            double sum = 0;
            for (int tap = centre - Taps + 1; tap <= centre + Taps; tap++)
            {
                if (tap >= 0 && tap < count)
                {
                    double x = position - tap, window = 0.5 + (0.5 * Math.Cos(Math.PI * x / (Taps + 1)));
                    sum += source[tap] * window * (Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x));
                }
            }

            result[i] = (float)Math.Clamp(sum, -1, 1);
        }

        return result;
    }

    private static Process? Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancel)
    {
        using MemoryStream all = new();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0 && all.Length < MaxWaveBytes)
        {
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }
}
