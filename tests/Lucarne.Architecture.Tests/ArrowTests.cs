using System.Xml.Linq;

namespace Lucarne.Architecture.Tests;

/// <summary>Keeps the arrows between rooms as docs/architecture.md draws them.</summary>
public sealed class ArrowTests
{
    /// <summary>For each room, the rooms that it may reference.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["App"] = ["Social"],
        ["Social"] = ["Studio", "Safety"],
        ["Studio"] = ["Diorama", "Wan", "Media", "Safety"],
        ["Wan"] = ["Tensors"],
        ["Diorama"] = [],
        ["Tensors"] = [],
        ["Media"] = [],
        ["Safety"] = [],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_the_rooms_that_its_arrows_allow(string room)
    {
        string project = Path.Combine(Repository.Root, "src", $"Lucarne.{room}", $"Lucarne.{room}.csproj");
        string[] references = [.. XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Select(name => name["Lucarne.".Length..])];

        references.Except(Allowed[room]).ShouldBeEmpty($"Lucarne.{room} may reference only: {string.Join(", ", Allowed[room])}");
    }

    [Fact]
    public void Every_project_under_src_is_a_room_with_stated_arrows()
    {
        string[] rooms = [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)["Lucarne.".Length..])];

        rooms.Order().ShouldBe(Allowed.Keys.Order());
    }

    [Fact]
    public void Tensors_uses_nothing_but_the_base_class_library()
    {
        string project = Path.Combine(Repository.Root, "src", "Lucarne.Tensors", "Lucarne.Tensors.csproj");

        XDocument.Load(project).Descendants("PackageReference").ShouldBeEmpty();
    }
}
