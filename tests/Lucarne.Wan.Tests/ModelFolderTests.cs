using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

/// <summary>What is said of model folders that are not whole, or not of one model.</summary>
public sealed class ModelFolderTests
{
    [Fact]
    public void A_whole_folder_has_nothing_to_say()
    {
        foreach (string model in (string[])["wan21_t2v", "wan22_a14b", "wan22_ti2v"])
        {
            WanModel read = WanModel.Read(Fixture.PathOf("pipeline", model));

            read.CheckWeights().ShouldAllBe(part => part.Weights.Complete && part.Problem == null);
            read.CheckFiles().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_part_is_reported_even_when_one_cannot_be_read()
    {
        using ModelFolder folder = Whole();
        File.Delete(Path.Combine(folder.Path, "vae", "diffusion_pytorch_model.safetensors"));
        Directory.Delete(Path.Combine(folder.Path, "tokenizer"), recursive: true);
        Directory.Delete(Path.Combine(folder.Path, "scheduler"), recursive: true);
        WanModel model = WanModel.Read(folder.Path);

        PartReport vae = model.CheckWeights().Single(part => part.Part == "vae");

        vae.Problem.ShouldNotBeNull().ShouldContain("vae: the folder holds no .safetensors");
        vae.Weights.Missing.ShouldContain("decoder.conv_in.bias [8]");
        vae.Weights.Complete.ShouldBeFalse();
        model.CheckWeights().Where(part => part.Part != "vae").ShouldAllBe(part => part.Weights.Complete);
        model.CheckFiles().Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("\"out_channels\": 16", "\"out_channels\": 8", "makes 8 channels")]
    [InlineData("\"in_channels\": 16", "\"in_channels\": 20", "takes 20 channels")]
    [InlineData("\"text_dim\": 32", "\"text_dim\": 64", "the transformer takes 64")]
    [InlineData("\"num_layers\": 2", "\"num_layers\": 1048576", "transformer/config.json: a size is out of range")]
    public void Parts_that_do_not_fit_together_are_told_with_both_numbers(string stated, string instead, string words)
    {
        using ModelFolder folder = Whole();
        string path = Path.Combine(folder.Path, "transformer", "config.json"), config = File.ReadAllText(path);
        config.ShouldContain(stated);
        File.WriteAllText(path, config.Replace(stated, instead, StringComparison.Ordinal));

        Should.Throw<WeightFileException>(() => WanModel.Read(folder.Path)).Message.ShouldContain(words);
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
}
