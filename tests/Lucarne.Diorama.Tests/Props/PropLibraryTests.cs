using System.Numerics;
using System.Runtime.InteropServices;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging;
using Lucarne.Diorama.Staging.Props;
using Lucarne.Diorama.Tests.Modelling;
using Shouldly;
using Xunit;

namespace Lucarne.Diorama.Tests.Props;

public sealed class PropLibraryTests
{
    public static TheoryData<string> Concepts => [.. PropLibrary.Concepts];

    [Theory]
    [MemberData(nameof(Concepts))]
    public void Every_concept_gives_a_sound_prop(string concept)
    {
        foreach (Detail detail in Enum.GetValues<Detail>())
        {
            Prop prop = PropLibrary.Make(new PropRequest(concept) { Detail = detail, Dark = detail == Detail.Many, Index = (int)detail });
            prop.Concept.ShouldBe(concept);
            prop.InsteadOf.ShouldBeNull();
            prop.Parts.Length.ShouldBeGreaterThan(0);
            prop.Parts[0].Parent.ShouldBe(-1);
            prop.Parts.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(prop.Parts.Length, "part names are unique");
            for (int i = 0; i < prop.Parts.Length; i++)
            {
                PropPart part = prop.Parts[i];
                part.Parent.ShouldBeInRange(-1, i - 1);
                if (part.Mesh is not null)
                {
                    MeshChecks.Fault(part.Mesh, part.Materials.Length).ShouldBeNull($"{concept}, part {part.Name}");
                }
            }

            Triangles(prop).ShouldBeInRange(2, 20_000, concept);
            prop.MassKg.ShouldBeGreaterThan(0);
            float.IsFinite(prop.SizeM.LengthSquared()).ShouldBeTrue();
            Matrix4x4[] rest = RestPose(prop);
            (Vector3 min, Vector3 max) = Bounds(prop, rest);
            Vector3.Distance(max - min, prop.SizeM).ShouldBeLessThan(1e-3f * (1 + prop.SizeM.Length()), "the stated size is that of the meshes at rest");
            prop.Lights.ShouldAllBe(l => l.Part < prop.Parts.Length);
            prop.Anchors.ShouldAllBe(a => a.Part < prop.Parts.Length);
            prop.Emitters.ShouldAllBe(e => e.Part < prop.Parts.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Concepts))]
    public void The_same_request_gives_the_same_bits(string concept)
    {
        PropRequest request = new(concept) { Seed = 77, Index = 2 };
        Hash(PropLibrary.Make(request)).ShouldBe(Hash(PropLibrary.Make(request)));
    }

    [Theory]
    [InlineData("ball"), InlineData("bowling-ball"), InlineData("block"), InlineData("domino"), InlineData("brick"), InlineData("anvil"), InlineData("barrel"), InlineData("crate"), InlineData("box")]
    [InlineData("table"), InlineData("chair"), InlineData("book"), InlineData("vase"), InlineData("birthday-cake"), InlineData("rock"), InlineData("snowman"), InlineData("dog"), InlineData("penguin"), InlineData("chess-king")]
    public void A_solid_thing_is_closed(string concept)
    {
        foreach (PropPart part in PropLibrary.Make(new PropRequest(concept)).Parts)
        {
            if (part.Mesh is not null)
            {
                MeshChecks.OpenEdges(part.Mesh).ShouldBe(0, part.Name);
            }
        }
    }

    [Theory]
    [InlineData("ball"), InlineData("block"), InlineData("car"), InlineData("balloon"), InlineData("house"), InlineData("submarine"), InlineData("vintage-car"), InlineData("umbrella"), InlineData("fish"), InlineData("horse")]
    public void A_thing_takes_the_colour_that_the_prompt_gives_it(string concept)
    {
        Vector3 green = Colours.Named("green")!.Value;
        Prop prop = PropLibrary.Make(new PropRequest(concept) { Attributes = new Attributes { Colours = ["green"] } });
        prop.Parts.SelectMany(p => p.Materials).ShouldContain(m => Vector3.Distance(m.BaseColour, green) < 0.02f);
    }

    [Fact]
    public void A_golden_ball_is_metal_heavier_and_bounces_as_metal()
    {
        Prop rubber = PropLibrary.Make(new PropRequest("ball")), gold = PropLibrary.Make(new PropRequest("ball") { Attributes = new Attributes { Material = "gold" } });
        gold.Substance.ShouldBe(Substance.Metal);
        gold.MassKg.ShouldBeGreaterThan(rubber.MassKg);
        gold.Parts[0].Materials.ShouldContain(m => m.Metallic > 0.9f);
    }

    [Fact]
    public void A_giant_ball_is_three_times_as_wide_and_twenty_seven_times_as_heavy()
    {
        Prop usual = PropLibrary.Make(new PropRequest("ball")), giant = PropLibrary.Make(new PropRequest("ball") { Attributes = new Attributes { SizeScale = 3 } });
        (giant.SizeM.X / usual.SizeM.X).ShouldBe(3, 0.001f);
        (giant.MassKg / usual.MassKg).ShouldBe(27, 0.01f);
        ((CollisionShape.Sphere)giant.Collision).RadiusM.ShouldBe(3 * ((CollisionShape.Sphere)usual.Collision).RadiusM, 1e-4f);
    }

    [Theory]
    [InlineData("car"), InlineData("truck"), InlineData("bicycle"), InlineData("toy-train")]
    public void Wheels_stand_on_the_ground(string concept)
    {
        Prop prop = PropLibrary.Make(new PropRequest(concept));
        Matrix4x4[] rest = RestPose(prop);
        foreach ((PropPart wheel, int i) in prop.Parts.Select((p, i) => (p, i)).Where(p => p.p.Name.StartsWith("wheel", StringComparison.Ordinal)))
        {
            rest[i].Translation.Y.ShouldBe(wheel.RadiusM, 0.01f * (1 + wheel.RadiusM), wheel.Name);
        }
    }

    [Theory]
    [InlineData("dog"), InlineData("elephant"), InlineData("person"), InlineData("girl"), InlineData("knight"), InlineData("penguin"), InlineData("robot")]
    public void Beings_stand_with_their_feet_on_the_ground(string concept)
    {
        Prop prop = PropLibrary.Make(new PropRequest(concept));
        Bounds(prop, RestPose(prop)).Min.Y.ShouldBe(0, 0.045f * prop.SizeM.Y);
    }

    [Fact]
    public void An_unknown_concept_becomes_its_nearest_relative_and_says_so()
    {
        Prop prop = PropLibrary.Make(new PropRequest("zebra"), c => c == "zebra" ? "horse" : null);
        prop.Concept.ShouldBe("horse");
        prop.InsteadOf.ShouldBe("zebra");
        PropLibrary.Make(new PropRequest("glorp")).InsteadOf.ShouldBe("glorp");
    }

    [Fact]
    public void Every_thing_of_the_vocabulary_gives_a_prop_that_says_what_it_stands_for()
    {
        foreach (Lucarne.Diorama.Language.Concept concept in Lucarne.Diorama.Language.Vocabulary.Concepts.Where(c => c.Kind == Lucarne.Diorama.Language.ConceptKind.Thing))
        {
            Prop prop = PropLibrary.Make(new PropRequest(concept.Name) { Detail = Detail.Far }, Lucarne.Diorama.Language.Vocabulary.Parent);
            (prop.Concept == concept.Name || prop.InsteadOf == concept.Name).ShouldBeTrue(concept.Name);
        }
    }

    [Fact]
    public void A_concept_that_is_its_own_ancestor_still_gives_a_prop() =>
        PropLibrary.Make(new PropRequest("glorp"), c => c).Concept.ShouldBe("block");

    private static int Triangles(Prop prop) => prop.Parts.Sum(p => (p.Mesh?.Indices.Length ?? 0) / 3);

    private static Matrix4x4[] RestPose(Prop prop)
    {
        var world = new Matrix4x4[prop.Parts.Length];
        for (int i = 0; i < world.Length; i++)
        {
            PropPart part = prop.Parts[i];
            world[i] = Matrix4x4.CreateFromQuaternion(part.Rest) * Matrix4x4.CreateTranslation(part.Pivot) * (part.Parent < 0 ? Matrix4x4.Identity : world[part.Parent]);
        }

        return world;
    }

    private static (Vector3 Min, Vector3 Max) Bounds(Prop prop, Matrix4x4[] rest)
    {
        Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
        for (int i = 0; i < rest.Length; i++)
        {
            foreach (Vector3 p in prop.Parts[i].Mesh?.Positions ?? [])
            {
                Vector3 at = Vector3.Transform(p, rest[i]);
                min = Vector3.Min(min, at);
                max = Vector3.Max(max, at);
            }
        }

        return (min, max);
    }

    private static ulong Hash(Prop prop)
    {
        ulong hash = 14695981039346656037UL;
        foreach (PropPart part in prop.Parts)
        {
            foreach (byte b in part.Mesh is Mesh mesh ? MemoryMarshal.AsBytes(mesh.Positions.AsSpan()) : [])
            {
                hash = (hash ^ b) * 1099511628211UL;
            }
        }

        return hash;
    }
}
