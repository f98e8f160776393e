using Lucarne.Media.Storage;

namespace Lucarne.Media.Tests;

public sealed class MediaStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_bytes_are_kept_once_under_their_hash()
    {
        MediaStore store = new(_folder.Path);
        using WorkFolder work = store.CreateWork("run");
        File.WriteAllText(Path.Combine(work.Path, "a.vtt"), "WEBVTT\n");
        File.WriteAllText(Path.Combine(work.Path, "b.vtt"), "WEBVTT\n");

        StoredFile first = await store.PutAsync(Path.Combine(work.Path, "a.vtt"), CancellationToken.None);
        StoredFile second = await store.PutAsync(Path.Combine(work.Path, "b.vtt"), CancellationToken.None);

        second.ShouldBe(first);
        first.SizeBytes.ShouldBe(7);
        File.ReadAllText(store.Find(first.Reference).ShouldNotBeNull()).ShouldBe("WEBVTT\n");
        Directory.GetFiles(Path.Combine(_folder.Path, "media"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);

        store.Delete(first.Reference);
        store.Find(first.Reference).ShouldBeNull();
    }

    [Fact]
    public async Task The_name_is_the_sha256_of_the_bytes()
    {
        MediaStore store = new(_folder.Path);
        using WorkFolder work = store.CreateWork("run");
        File.WriteAllText(Path.Combine(work.Path, "abc.vtt"), "abc");

        StoredFile stored = await store.PutAsync(Path.Combine(work.Path, "abc.vtt"), CancellationToken.None);

        stored.Reference.ToString().ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.vtt");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.exe")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD.mp4")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.mp4\n")]
    [InlineData("ba78.mp4")]
    [InlineData("")]
    [InlineData(null)]
    public void Only_a_hash_and_a_known_extension_name_a_file(string? name) => MediaReference.TryParse(name, out _).ShouldBeFalse();

    [Fact]
    public void Sweeping_removes_what_a_crash_left_and_spares_what_is_in_use()
    {
        MediaStore store = new(_folder.Path);
        using WorkFolder alive = store.CreateWork("alive");
        string dead = Path.Combine(_folder.Path, "work", "dead", "stream");
        Directory.CreateDirectory(dead);
        File.WriteAllText(Path.Combine(dead, "0.m4s"), "left behind");

        store.SweepWork().ShouldBe(1);

        Directory.Exists(Path.GetDirectoryName(dead)).ShouldBeFalse();
        Directory.Exists(alive.Path).ShouldBeTrue();
    }

    [Fact]
    public void A_work_folder_goes_with_all_that_is_in_it()
    {
        MediaStore store = new(_folder.Path);
        WorkFolder work = store.CreateWork("run");
        Directory.CreateDirectory(Path.Combine(work.Path, "stream"));
        File.WriteAllText(Path.Combine(work.Path, "stream", "0.m4s"), "half a segment");

        work.Dispose();

        Directory.Exists(work.Path).ShouldBeFalse();
    }
}
