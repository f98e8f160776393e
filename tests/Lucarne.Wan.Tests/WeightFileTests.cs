using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lucarne.Tensors.Types;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

public sealed class WeightFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lucarne-wan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_back()
    {
        string path = Path.Combine(_folder, "a.safetensors");
        Safetensors.Write(path, [("x", [2, 3], [1, 2, 3, 4, 5, 6]), ("y", [1], [float.NaN])]);
        using WeightStore store = WeightStore.Open(path);

        store["x"].ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
        ((int[])[.. store["x"].Shape]).ShouldBe([2, 3]);
        store["y"].ToArray()[0].ShouldBe(float.NaN);
    }

    [Theory]
    [InlineData("safetensors")]
    [InlineData("gguf")]
    public void No_mutation_of_a_file_is_believed_nor_read_beyond_its_end(string kind)
    {
        byte[] good = kind == "gguf" ? MakeGguf() : File.ReadAllBytes(Fixture.PathOf("text_encoder", "case_b2.safetensors"));
        int headerBytes = Math.Min(good.Length, 2048);
        Gen<byte[]> mutations =
            from edits in Gen.Choose(1, 6)
            from places in Gen.ArrayOf(Gen.Choose(0, headerBytes - 1), edits)
            from values in Gen.ArrayOf(Gen.Choose(0, 255), edits)
            from length in Gen.Frequency<int>((3, Gen.Constant(good.Length)), (1, Gen.Choose(0, good.Length)))
            select Mutate(good, places, values, length);
        int refused = 0, read = 0, number = 0;
        Prop.ForAll(Arb.From(mutations), bytes =>
        {
            string path = Path.Combine(_folder, $"{number++}.{kind}");
            File.WriteAllBytes(path, bytes);
            try
            {
                using WeightStore store = WeightStore.Open(path);
                foreach (string name in store.Names.Where(name => store[name].Elements < 1 << 20))
                {
                    store[name].ToArray();
                }

                read++;
            }
            catch (WeightFileException exception)
            {
                exception.Message.ShouldContain(kind);
                refused++;
            }
            finally
            {
                File.Delete(path);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

        refused.ShouldBeGreaterThan(50);
        read.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_gguf_file_gives_its_tensors_with_the_slowest_axis_first()
    {
        string path = Path.Combine(_folder, "a.gguf");
        File.WriteAllBytes(path, MakeGguf());
        using WeightStore store = WeightStore.Open(path);

        ((int[])[.. store["plain"].Shape]).ShouldBe([2, 3]);
        store["plain"].ToArray().ShouldBe([0, 1, 2, 3, 4, 5]);
        store["q8"].Type.ShouldBe(ElementType.Q8_0);

        // Scale 0.5 and numbers −16 to 15.
        store["q8"].ToArray().ShouldBe([.. Enumerable.Range(-16, 32).Select(i => i * 0.5f)]);
        store.Metadata["general.name"].ShouldBe("test");
    }

    [Fact]
    public void A_missing_and_a_misshapen_tensor_are_named_with_both_shapes()
    {
        string path = Path.Combine(_folder, "a.safetensors");
        Safetensors.Write(path, [("patch_embedding.weight", [2, 2], [1, 2, 3, 4]), ("surprise", [1], [0])]);
        using WeightStore store = WeightStore.Open(path);
        WanTransformerConfig config = WanTransformerConfig.Load(Fixture.PathOf("transformer", "t2v", "config.json"));

        WeightReport report = store.Check(WanTransformerLayout.Expected(config));

        report.Complete.ShouldBeFalse();
        report.Misshapen.ShouldHaveSingleItem().ShouldBe("patch_embedding.weight: expected [40, 16, 1, 2, 2], found [2, 2]");
        report.Missing.ShouldContain("proj_out.bias [64]");
        report.Unexpected.ShouldHaveSingleItem().ShouldBe("surprise");
        Should.Throw<WeightFileException>(() => report.ThrowIfIncomplete("transformer")).Message.ShouldContain("expected [40, 16, 1, 2, 2], found [2, 2]");
    }

    [Fact]
    public void Shards_are_read_through_their_index_and_an_index_cannot_leave_its_folder()
    {
        Safetensors.Write(Path.Combine(_folder, "m-1.safetensors"), [("a", [1], [1])]);
        Safetensors.Write(Path.Combine(_folder, "m-2.safetensors"), [("b", [1], [2])]);
        string index = Path.Combine(_folder, "m.safetensors.index.json");
        File.WriteAllText(index, """{"weight_map": {"a": "m-1.safetensors", "b": "m-2.safetensors"}}""");
        using (WeightStore store = WeightStore.Open(_folder))
        {
            store["b"].ToArray().ShouldBe([2]);
        }

        File.WriteAllText(index, """{"weight_map": {"a": "../m-1.safetensors"}}""");
        Should.Throw<WeightFileException>(() => WeightStore.Open(_folder)).Message.ShouldContain("../m-1.safetensors");
    }

    private static byte[] Mutate(byte[] good, int[] places, int[] values, int length)
    {
        byte[] bytes = good[..length];
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] < length)
            {
                bytes[places[i]] = (byte)values[i];
            }
        }

        return bytes;
    }

    // GGUF 3: a text, an F32 matrix of 2 rows by 3, and one Q8_0 block.
    private static byte[] MakeGguf()
    {
        const int AlignmentBytes = 32;
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write(2UL);
        writer.Write(1UL);
        Text("general.name");
        writer.Write(8u);
        Text("test");
        Tensor("plain", 0, 0, 3, 2);
        Tensor("q8", 8, AlignmentBytes, 32);
        while (stream.Length % AlignmentBytes != 0)
        {
            writer.Write((byte)0);
        }

        for (int i = 0; i < AlignmentBytes / 4; i++)
        {
            writer.Write((float)i);
        }

        byte[] scale = new byte[2];
        BinaryPrimitives.WriteHalfLittleEndian(scale, (Half)0.5f);
        writer.Write(scale);
        for (int i = -16; i < 16; i++)
        {
            writer.Write((sbyte)i);
        }

        writer.Flush();
        return stream.ToArray();

        void Text(string text)
        {
            writer.Write((ulong)text.Length);
            writer.Write(Encoding.ASCII.GetBytes(text));
        }

        void Tensor(string name, uint type, ulong offset, params ulong[] lengths)
        {
            Text(name);
            writer.Write((uint)lengths.Length);
            foreach (ulong length in lengths)
            {
                writer.Write(length);
            }

            writer.Write(type);
            writer.Write(offset);
        }
    }
}
