using System.Text.RegularExpressions;

namespace Lucarne.Architecture.Tests;

/// <summary>Keeps the documents true where a machine can tell: what they name exists.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)).Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_and_every_path_that_a_document_names_leads_somewhere(string document)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, document));
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        IEnumerable<string> links = Link().Matches(text).Select(m => m.Groups["path"].Value).Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#'))
            .Select(link => Path.GetFullPath(Path.Combine(folder, link.Split('#')[0])));
        IEnumerable<string> paths = NamedPath().Matches(text).Select(m => Path.Combine(Repository.Root, m.Groups["path"].Value));

        links.Concat(paths).Where(path => !Path.Exists(path)).Select(path => Path.GetRelativePath(Repository.Root, path)).ShouldBeEmpty($"{document} names them");
    }

    [GeneratedRegex(@"\]\((?<path>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|web|bench|docs|tools|regions|deploy)/[A-Za-z0-9_./-]*[A-Za-z0-9_])`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamedPath();
}
