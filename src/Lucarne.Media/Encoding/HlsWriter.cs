using System.Buffers;
using System.Globalization;
using System.Text;

namespace Lucarne.Media.Encoding;

/// <summary>Cuts a fragmented mp4 into an HLS stream that can be watched while it grows (RFC 8216, EVENT playlist), and keeps the whole as one file too.</summary>
/// <remarks>
/// Files: <c>stream/index.m3u8</c>, <c>stream/init.mp4</c>, <c>stream/0.m4s</c> …, and <c>fragmented.mp4</c>. Each appears whole, by a rename;
/// the playlist names a segment only once it is there.
/// </remarks>
internal sealed class HlsWriter(string folder, SegmentPlan plan)
{
    private const int WriteBufferBytes = 1 << 16;
    private readonly string _stream = Path.Combine(folder, "stream");
    private readonly StringBuilder _playlist = new(
        $"#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:{SegmentPlan.TargetSeconds}\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:EVENT\n"
        + "#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MAP:URI=\"init.mp4\"\n");

    /// <summary>Segments written so far.</summary>
    public int SegmentCount { get; private set; }

    /// <summary>Path of the whole film as a fragmented mp4.</summary>
    public string FragmentedPath => Path.Combine(folder, "fragmented.mp4");

    /// <summary>Reads the film to its end.</summary>
    /// <param name="fragmentedMp4">A fragmented mp4 with one fragment a segment.</param>
    /// <param name="onSegment">Told the frames that can be watched, after each segment.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task WriteAsync(Stream fragmentedMp4, Action<int> onSegment, CancellationToken cancel)
    {
        Directory.CreateDirectory(_stream);
        BoxReader boxes = new(fragmentedMp4);
        ArrayBufferWriter<byte> pending = new(1 << 20);
        await using FileStream whole = new(FragmentedPath, FileMode.Create, FileAccess.Write, FileShare.Read, WriteBufferBytes, useAsync: true);
        while (await boxes.ReadAsync(pending, cancel) is { } type)
        {
            switch (type)
            {
                case "moov":
                    await PublishAsync("init.mp4", pending.WrittenMemory, cancel);
                    break;
                case "mdat":
                    await PublishAsync(string.Create(CultureInfo.InvariantCulture, $"{SegmentCount}.m4s"), pending.WrittenMemory, cancel);
                    await AddSegmentAsync(cancel);
                    onSegment(plan.EndFrame(SegmentCount - 1));
                    break;
                case "mfra":
                    break;
                default:
                    continue;
            }

            await whole.WriteAsync(pending.WrittenMemory, cancel);
            pending.ResetWrittenCount();
        }
    }

    /// <summary>Ends the playlist: nothing more will come.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        _playlist.Replace("#EXT-X-PLAYLIST-TYPE:EVENT", "#EXT-X-PLAYLIST-TYPE:VOD").Append("#EXT-X-ENDLIST\n");
        await PublishPlaylistAsync(cancel);
    }

    private async Task AddSegmentAsync(CancellationToken cancel)
    {
        if (SegmentCount == plan.FirstFrames.Count)
        {
            throw new InvalidDataException($"HlsWriter: the encoder cut more than the {plan.FirstFrames.Count} planned segments");
        }

        _playlist.Append(CultureInfo.InvariantCulture, $"#EXTINF:{plan.SecondsOf(SegmentCount):0.000000},\n{SegmentCount}.m4s\n");
        SegmentCount++;
        await PublishPlaylistAsync(cancel);
    }

    private Task PublishPlaylistAsync(CancellationToken cancel) =>
        PublishAsync("index.m3u8", System.Text.Encoding.ASCII.GetBytes(_playlist.ToString()), cancel);

    private async Task PublishAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        string target = Path.Combine(_stream, name);
        string part = target + ".part";
        await File.WriteAllBytesAsync(part, bytes, cancel);
        File.Move(part, target, overwrite: true);
    }
}
