using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

/// <summary>One model, in each form that its weights are published in, makes the same video.</summary>
public sealed class WeightFormTests
{
    private const long Plenty = 2L << 30;
    private static readonly string[] Weights = ["transformer", "vae", "text_encoder"];

    [Theory]
    [InlineData("original names")]
    [InlineData("shards")]
    [InlineData("gguf")]
    public void A_video_is_the_same_to_the_bit_whatever_the_layout_of_the_weights(string layout)
    {
        using ModelFolder plain = Whole(), other = Whole();
        foreach (string part in Weights)
        {
            Rewrite(other, part, _ => "F32", (folder, name, tensors) =>
            {
                IReadOnlyList<FileTensor> original = [.. tensors.Select(tensor => tensor with { Name = WeightForms.OriginalName(part, tensor.Name) })];
                switch (layout)
                {
                    case "shards":
                        WeightForms.WriteShards(folder, name, tensors);
                        break;
                    case "gguf" when part != "vae":
                        WeightForms.WriteGguf(Path.Combine(folder, "model-F32.gguf"), original);
                        break;
                    default:
                        WeightForms.WriteSafetensors(Path.Combine(folder, "published.safetensors"), original);
                        break;
                }
            });
        }

        WanModel.Read(other.Path).CheckWeights().ShouldAllBe(part => part.Weights.Complete && part.Weights.Unexpected.IsEmpty && part.Problem == null);
        Make(other).ShouldBe(Make(plain));
    }

    // Matrices are often kept narrower than norms and biases.
    [Theory]
    [InlineData("BF16", "F32")]
    [InlineData("F16", "F16")]
    [InlineData("F16", "BF16")]
    public void Narrow_weights_give_what_the_same_numbers_give_in_binary32(string matrices, string vectors)
    {
        using ModelFolder narrow = Whole(), wide = Whole();
        foreach (string part in Weights)
        {
            string Type(int[] shape) => shape.Count(n => n > 1) > 1 ? matrices : vectors;
            Rewrite(narrow, part, Type, (folder, name, tensors) => WeightForms.WriteSafetensors(Path.Combine(folder, name + ".safetensors"), tensors));
            Rewrite(wide, part, Type, (folder, name, tensors) => WeightForms.WriteSafetensors(Path.Combine(folder, name + ".safetensors"), [.. tensors.Select(WeightForms.Widened)]));
        }

        Make(narrow).ShouldMatch(Make(wide), 1e-6, $"{matrices} matrices, {vectors} vectors");
    }

    [Fact]
    public void A_file_that_names_its_tied_embedding_twice_is_read_and_one_of_another_layouts_leftovers_too()
    {
        using ModelFolder plain = Whole(), tied = Whole();
        Rewrite(tied, "text_encoder", _ => "F32", (folder, name, tensors) =>
        {
            FileTensor shared = tensors.Single(tensor => tensor.Name == "shared.weight");
            WeightForms.WriteSafetensors(Path.Combine(folder, name + ".safetensors"), [shared with { Name = "encoder.embed_tokens.weight" }, .. tensors, new FileTensor("spiece_model", "U8", [3], [1, 2, 3])]);
        });

        Make(tied).ShouldBe(Make(plain));
    }

    [Fact]
    public void A_tensor_of_a_type_that_is_not_read_and_weights_with_scales_are_refused_by_name()
    {
        using ModelFolder folder = Whole();
        string file = Path.Combine(folder.Path, "transformer", "diffusion_pytorch_model.safetensors");
        IReadOnlyList<FileTensor> tensors = WeightForms.Read(file, _ => "F32");
        WeightForms.WriteSafetensors(file, [.. tensors.Select(tensor => tensor.Name == "proj_out.bias" ? new FileTensor(tensor.Name, "F64", tensor.Shape, new byte[2 * tensor.Bytes.Length]) : tensor)]);
        Should.Throw<WeightFileException>(() => Make(folder)).Message.ShouldContain("transformer/diffusion_pytorch_model.safetensors: 1 tensors do not fit: proj_out.bias: expected [64], found numbers of type F64");

        WeightForms.WriteSafetensors(file, [.. tensors, new FileTensor("blocks.0.self_attn.q.scale_weight", "F32", [1], new byte[4])]);
        Should.Throw<WeightFileException>(() => Make(folder)).Message.ShouldContain("scale_weight");
    }

    // What a model does not ask for is never compared with it, so it must never be read either.
    [Fact]
    public void Tensors_beyond_those_of_the_configuration_change_nothing()
    {
        using ModelFolder plain = Whole(), more = Whole();
        foreach ((string part, string name) in (IEnumerable<(string, string)>)
            [("transformer", "blocks.0.attn2.add_k_proj.weight"), ("text_encoder", "encoder.block.0.layer.0.SelfAttention.q.bias"), ("vae", "decoder.mid_block.resnets.0.conv_shortcut.weight"), ("vae", "decoder.up_blocks.2.upsamplers.0.time_conv.weight")])
        {
            Rewrite(more, part, _ => "F32", (folder, file, tensors) => WeightForms.WriteSafetensors(Path.Combine(folder, file + ".safetensors"), [.. tensors, new FileTensor(name, "F32", [1], new byte[4])]));
        }

        Make(more).ShouldBe(Make(plain));
    }

    // Lengths of 1 in front would make another matrix of the same numbers.
    [Fact]
    public void Axes_of_length_1_are_taken_for_what_the_model_expects()
    {
        using ModelFolder plain = Whole(), other = Whole();
        foreach (string part in Weights)
        {
            Rewrite(other, part, _ => "F32", (folder, name, tensors) => WeightForms.WriteSafetensors(Path.Combine(folder, name + ".safetensors"), [.. tensors.Select(tensor => tensor with { Shape = [1, .. tensor.Shape] })]));
        }

        Make(other).ShouldBe(Make(plain));
    }

    [Theory]
    [InlineData("transformer/config.json", "\"num_layers\": 2", "\"num_layers\": 1000000000")]
    [InlineData("transformer/config.json", "\"num_attention_heads\": 2", "\"num_attention_heads\": -2")]
    [InlineData("transformer/config.json", "\"attention_head_dim\": 12", "\"attention_head_dim\": 0")]
    [InlineData("transformer/config.json", "\"ffn_dim\": 40", "\"ffn_dim\": 1e30")]
    [InlineData("transformer/config.json", "\"eps\": 1e-06", "\"eps\": -1")]
    [InlineData("transformer/config.json", "\"cross_attn_norm\": true", "\"cross_attn_norm\": false")]
    [InlineData("vae/config.json", "\"base_dim\": 4", "\"base_dim\": 1000000000")]
    [InlineData("vae/config.json", "2.8184", "0")]
    [InlineData("vae/config.json", "2.8184", "1e999")]
    [InlineData("vae/config.json", "\"attn_scales\": []", "\"attn_scales\": [1.0]")]
    [InlineData("vae/config.json", "\"z_dim\": 16", "\"z_dim\": \"16\", \"z_dim\": 0")]
    [InlineData("text_encoder/config.json", "\"num_heads\": 4", "\"num_heads\": 1048576")]
    [InlineData("text_encoder/config.json", "\"num_layers\": 2", "\"num_layers\": -1")]
    [InlineData("model_index.json", "{", "{\"boundary_ratio\": 7, ")]
    [InlineData("model_index.json", "{", "{\"transformer_2\": [], ")]
    [InlineData("model_index.json", "{", "[{")]
    public void A_configuration_with_an_impossible_number_is_refused_by_its_file_before_memory_is_asked_for(string file, string stated, string instead)
    {
        using ModelFolder folder = Whole();
        string path = Path.Combine(folder.Path, file), config = File.ReadAllText(path);
        config.ShouldContain(stated);
        File.WriteAllText(path, config.Replace(stated, instead, StringComparison.Ordinal));

        Should.Throw<WeightFileException>(() => WanModel.Read(folder.Path)).Message.ShouldContain(Path.GetFileName(file));
    }

    [Fact]
    public void A_configuration_of_gigabytes_and_one_of_a_thousand_brackets_are_refused()
    {
        using ModelFolder folder = Whole();
        string path = Path.Combine(folder.Path, "transformer", "config.json");
        File.WriteAllText(path, new string('[', 1000));
        Should.Throw<WeightFileException>(() => WanModel.Read(folder.Path)).Message.ShouldContain("config.json");

        using (FileStream file = File.OpenWrite(path))
        {
            file.SetLength(1L << 40);
        }

        Should.Throw<WeightFileException>(() => WanModel.Read(folder.Path)).Message.ShouldContain("bytes");
    }

    [Theory]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "b": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}""", "a and b share bytes")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [65536, 65536, 65536, 65536, 65536, 65536, 65536, 65536], "data_offsets": [0, 0]}}""", "does not fill")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2147483647, 2147483647, 2147483647, 2147483647, 4], "data_offsets": [0, 16]}}""", "does not fill")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [-2, -1], "data_offsets": [0, 8]}}""", "has a shape that is not")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]}}""", "lies at [8, 0)")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}, "a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}""", "repeated name")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4], "more": [[[[[[1]]]]]]}}""", "not the JSON of safetensors")]
    public void A_header_that_lies_is_refused_by_what_it_says(string header, string words)
    {
        using ModelFolder folder = new();
        string path = Path.Combine(folder.Path, "a.safetensors");
        byte[] json = System.Text.Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)json.Length), .. json, .. new byte[16]]);

        Should.Throw<WeightFileException>(() => WeightStore.Open(path)).Message.ShouldContain(words);
    }

    private static ModelFolder Whole()
    {
        ModelFolder folder = new();
        foreach (string part in (string[])["transformer", "vae", "text_encoder", "tokenizer", "scheduler"])
        {
            folder.With(part, "pipeline", "wan21_t2v", part);
        }

        return folder;
    }

    private static void Rewrite(ModelFolder model, string part, Func<int[], string> typeOf, Action<string, string, IReadOnlyList<FileTensor>> write)
    {
        string folder = Path.Combine(model.Path, part), file = Directory.EnumerateFiles(folder, "*.safetensors").Single();
        IReadOnlyList<FileTensor> tensors = WeightForms.Read(file, typeOf);
        File.Delete(file);
        write(folder, Path.GetFileNameWithoutExtension(file), tensors);
    }

    private static float[] Make(ModelFolder folder)
    {
        using Generation generation = new(
            WanModel.Read(folder.Path),
            new GenerationRequest { Prompt = "a cat", NegativePrompt = "blurry", Width = 32, Height = 32, Frames = 5, Steps = 2, TextLength = 16 },
            Plenty,
            threads: 2);
        generation.Prepare(cancellation: TestContext.Current.CancellationToken);
        float[] frames = [.. generation.Frames(TestContext.Current.CancellationToken).SelectMany(frame => frame)];
        return [.. generation.Latents.ToArray(), .. frames];
    }
}
