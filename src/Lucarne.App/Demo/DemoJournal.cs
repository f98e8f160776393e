using System.Text.Json;

namespace Lucarne.App.Demo;

/// <summary>How far the demo has come: <c>demo.json</c> in the data folder, so that it goes on where it was stopped and is never made twice.</summary>
/// <remarks>It holds the password of the demo's invented people; only who may read the data folder may read it.</remarks>
internal sealed class DemoJournal
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path;

    private DemoJournal(string path, Entries entries) => (_path, Written) = (path, entries);

    /// <summary>What is written.</summary>
    public Entries Written { get; }

    /// <summary>The journal of a data folder; null where no demo was begun.</summary>
    public static DemoJournal? Read(string dataFolder)
    {
        string path = PathIn(dataFolder);
        return File.Exists(path) ? new DemoJournal(path, JsonSerializer.Deserialize<Entries>(File.ReadAllText(path), s_json) ?? throw new JsonException($"{path} is empty")) : null;
    }

    /// <summary>Begins a journal.</summary>
    public static DemoJournal Begin(string dataFolder, string password, int seed)
    {
        Directory.CreateDirectory(dataFolder);
        DemoJournal journal = new(PathIn(dataFolder), new Entries { Password = password, Seed = seed });
        journal.Save();
        return journal;
    }

    /// <summary>Writes it; the file is whole at any moment.</summary>
    public void Save()
    {
        string next = _path + ".next";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream file = new(next, options))
        {
            JsonSerializer.Serialize(file, Written, s_json);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, _path, overwrite: true);
    }

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "demo.json");

    /// <summary>The journal's content.</summary>
    internal sealed class Entries
    {
        /// <summary>Everyone's password.</summary>
        public required string Password { get; init; }

        /// <summary>Seed of the films, follows and likes.</summary>
        public required int Seed { get; init; }

        /// <summary>Films that are published, by their number in the story.</summary>
        public Dictionary<int, DemoPost> Posts { get; init; } = [];

        /// <summary>Keys of what was said, kept together or opened once.</summary>
        public HashSet<string> Done { get; init; } = [];
    }
}

/// <summary>A published film of the demo.</summary>
/// <param name="PostId">The post.</param>
/// <param name="VideoId">Its video.</param>
internal sealed record DemoPost(Guid PostId, Guid VideoId);
