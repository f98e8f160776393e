using System.Reflection;
using Lucarne.Studio.Generations;

namespace Lucarne.Studio.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_failure_code_has_its_line_in_the_studio_document()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Lucarne.slnx")))
        {
            root = Path.GetDirectoryName(root);
        }

        string document = File.ReadAllText(Path.Combine(root.ShouldNotBeNull(), "docs", "studio.md"));
        IEnumerable<GenerationFailure> failures = typeof(GenerationFailure).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(p => p.GetValue(null)).OfType<GenerationFailure>();

        failures.Count().ShouldBe(6);
        failures.ShouldAllBe(f => document.Contains($"| `{f.Code}` |"));
        failures.ShouldAllBe(f => f.Message.EndsWith('.') && f.Action.EndsWith('.'));
    }
}
