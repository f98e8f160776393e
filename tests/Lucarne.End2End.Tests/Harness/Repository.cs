namespace Lucarne.End2End.Tests.Harness;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Absolute path of the folder that holds Lucarne.slnx.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Lucarne.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"No Lucarne.slnx above {AppContext.BaseDirectory}");
    }
}
