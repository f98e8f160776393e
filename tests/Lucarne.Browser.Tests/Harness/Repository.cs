namespace Lucarne.Browser.Tests.Harness;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Absolute path of the folder that holds Lucarne.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The built web client.</summary>
    public static string WebClient => Path.Combine(Root, "web", "dist");

    /// <summary>Where pictures of failed pages go.</summary>
    public static string Pictures => Path.Combine(Root, "artifacts", "browser");

    private static string FindRoot()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Lucarne.slnx")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new DirectoryNotFoundException($"No Lucarne.slnx above {AppContext.BaseDirectory}");
    }
}
