using Lucarne.Social.Http;

namespace Lucarne.Social.FirstImages;

/// <summary>Refusals of pictures that films start from.</summary>
public static class FirstImagesErrors
{
    public static readonly Problem FirstImageInvalid = new(400, "first_image_invalid", "This picture can't be used", "Choose a PNG, JPEG or WebP picture of at most 40 megapixels that opens elsewhere.");

    public static readonly Problem FirstImageTooSmall = new(400, "first_image_too_small", "This picture is too small", $"Choose a picture of at least {KeepFirstImages.MinSide} pixels each way.");

    public static readonly Problem FirstImageTooLarge = new(413, "first_image_too_large", "This file is too large", "Choose a picture of at most 20 MB.");

    public static readonly Problem FirstImageRightsNeeded = new(
        400, "first_image_rights_needed", "The rights to this picture are not confirmed", "Confirm that you hold the rights to it and that the people in it consent, or choose another picture.");

    public static readonly Problem FirstImageNotFound = new(404, "first_image_not_found", "There is no such picture", "It may have been deleted, have waited too long, or be someone else's. Add it again.");
}
