namespace Lucarne.Media.Encoding;

/// <summary>Ways in which encoding stops short.</summary>
public enum EncoderFault
{
    /// <summary>ffmpeg is not installed, or the path given for it is wrong.</summary>
    FfmpegMissing,

    /// <summary>ffmpeg ended, or was killed, before its work was done.</summary>
    Died,

    /// <summary>The disk is full.</summary>
    DiskFull,
}

/// <summary>Encoding cannot go on.</summary>
/// <param name="fault">What stopped it.</param>
/// <param name="detail">The end of ffmpeg's log, for operators: it holds paths.</param>
/// <param name="inner">The cause, if it is one of ours.</param>
public sealed class EncoderException(EncoderFault fault, string detail, Exception? inner = null) : Exception($"{fault}: {detail}", inner)
{
    private const int DiskFullErrno = 28;
    private const int DiskFullHResult = unchecked((int)0x80070070);

    /// <summary>What stopped it.</summary>
    public EncoderFault Fault { get; } = fault;

    /// <summary>The end of ffmpeg's log, for operators: it holds paths.</summary>
    public string Detail { get; } = detail;

    /// <summary>True when an exception of a file operation means that the disk is full.</summary>
    public static bool IsDiskFull(Exception exception) => exception is IOException { HResult: DiskFullErrno or DiskFullHResult };
}
