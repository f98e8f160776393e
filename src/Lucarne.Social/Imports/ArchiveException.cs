namespace Lucarne.Social.Imports;

/// <summary>An archive can't be read in; the message tells the person why and what to do.</summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner);
