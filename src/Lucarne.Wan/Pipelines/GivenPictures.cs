using Lucarne.Wan.Images;

namespace Lucarne.Wan.Pipelines;

/// <summary>Pictures that a video starts from, ends with, goes on from or shows.</summary>
public sealed record GivenPictures
{
    /// <summary>Nothing is given.</summary>
    public static GivenPictures None { get; } = new();

    /// <summary>The first frame; null for none. Its middle is used where its shape differs from the video's.</summary>
    public RgbImage? First { get; init; }

    /// <summary>The last frame; null for none.</summary>
    public RgbImage? Last { get; init; }

    /// <summary>What should appear in the video: people, things, places; at most <see cref="WanModel.MaxReferences"/>.</summary>
    public IReadOnlyList<RgbImage> References { get; init; } = [];

    /// <summary>The last frames of a video that this one goes on from, oldest first, at the model's rate; see <see cref="WanModel.FramesToContinueFrom"/>.</summary>
    public IReadOnlyList<RgbImage> Before { get; init; } = [];

    /// <summary>True when any is given.</summary>
    public bool Any => First is not null || Last is not null || References.Count > 0 || Before.Count > 0;

    /// <summary>Says why a model cannot take them; null when it can.</summary>
    internal string? Problem(WanModel model)
    {
        if (Before.Count > 0 && First is not null)
        {
            return "A video either starts from an image or goes on from another video. Give one of the two.";
        }

        bool starts = First is not null || (Before.Count > 0 && model.FramesToContinueFrom == 1);
        return First is not null && model.FirstImage == PictureUse.NotTaken ? "This model cannot start from an image. Choose an image-to-video, TI2V or VACE model."
            : !starts && model.FirstImage == PictureUse.Needed ? "This model starts from an image. Give a first image, or choose a text-to-video model."
            : Last is not null && model.LastImage == PictureUse.NotTaken ? "This model cannot end with an image. Choose a first-and-last-frame, Wan 2.2 image-to-video or VACE model."
            : Last is null && model.LastImage == PictureUse.Needed ? "This model goes from a first image to a last one. Give a last image too, or choose an image-to-video model."
            : References.Count > model.MaxReferences ? model.MaxReferences == 0 ? "This model takes no reference pictures. Choose a VACE model." : $"This model takes at most {model.MaxReferences} reference pictures, not {References.Count}."
            : Before.Count > 0 && model.FramesToContinueFrom == 0 ? "This model cannot go on from a video. Choose a causal, image-to-video, TI2V or VACE model."
            : null;
    }
}

/// <summary>Whether a model takes a picture.</summary>
public enum PictureUse
{
    /// <summary>It has no way to.</summary>
    NotTaken,

    /// <summary>With or without.</summary>
    Taken,

    /// <summary>Not without.</summary>
    Needed,
}
