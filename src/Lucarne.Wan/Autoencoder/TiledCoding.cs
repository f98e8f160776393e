namespace Lucarne.Wan.Autoencoder;

/// <summary>Sizes of tiles in pixels: a tile's sides, and the steps from one tile to the next. What tiles share is blended.</summary>
/// <param name="Height">Rows of a tile.</param>
/// <param name="Width">Columns of a tile.</param>
/// <param name="StrideHeight">Rows from one tile to the next; at most <paramref name="Height"/>.</param>
/// <param name="StrideWidth">Columns from one tile to the next; at most <paramref name="Width"/>.</param>
public sealed record TileSizes(int Height = 256, int Width = 256, int StrideHeight = 192, int StrideWidth = 192);

/// <summary>Codes a video tile by tile, so that memory depends on the tile and not on the picture.</summary>
/// <remarks>Source: diffusers, AutoencoderKLWan.tiled_encode and tiled_decode. Each tile is coded over all frames with a history of its own; a tile is blended with its neighbours as they already are.</remarks>
public static class TiledCoding
{
    /// <summary>Decodes latents.</summary>
    /// <param name="autoencoder">The autoencoder.</param>
    /// <param name="latents">[channels, frames, height, width], not normalised.</param>
    /// <param name="frames">Latent frames.</param>
    /// <param name="height">Latent rows.</param>
    /// <param name="width">Latent columns.</param>
    /// <param name="tiles">Sizes in pixels.</param>
    /// <param name="cancellation">Looked at before each tile.</param>
    /// <returns>[3, frames, rows, columns] in −1 to 1.</returns>
    public static float[] Decode(WanAutoencoder autoencoder, ReadOnlySpan<float> latents, int frames, int height, int width, TileSizes tiles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(autoencoder);
        ArgumentNullException.ThrowIfNull(tiles);
        AutoencoderConfig config = autoencoder.Config;
        int factor = config.SpatialFactor, channels = config.LatentChannels;
        Volume input = new(latents.ToArray(), channels, frames, height, width);
        TileGrid grid = new(height, width, tiles.Height / factor, tiles.Width / factor, tiles.StrideHeight / factor, tiles.StrideWidth / factor);
        return grid.Code(
            tile =>
            {
                cancellation.ThrowIfCancellationRequested();
                Volume part = input.Crop(tile.Row, tile.Column, grid.TileHeight, grid.TileWidth);
                FrameDecoder decoder = autoencoder.BeginDecoding();
                List<float[]> images = [];
                for (int frame = 0; frame < frames; frame++)
                {
                    images.AddRange(decoder.Push(part.Frame(frame), part.Height, part.Width));
                }

                return Volume.FromImages(images, part.Height * factor, part.Width * factor);
            },
            tiles.StrideHeight,
            tiles.StrideWidth,
            tiles.Height - tiles.StrideHeight,
            tiles.Width - tiles.StrideWidth,
            height * factor,
            width * factor).Numbers;
    }

    /// <summary>Encodes a video.</summary>
    /// <param name="autoencoder">The autoencoder.</param>
    /// <param name="video">[3, frames, height, width] in −1 to 1.</param>
    /// <param name="frames">4k + 1.</param>
    /// <param name="height">Rows, a multiple of the spatial factor.</param>
    /// <param name="width">Columns, likewise.</param>
    /// <param name="tiles">Sizes in pixels.</param>
    /// <param name="cancellation">Looked at before each tile.</param>
    /// <returns>Mean and logarithm of the variance, [2 · channels, latent frames, latent height, latent width], means first.</returns>
    public static float[] Encode(WanAutoencoder autoencoder, ReadOnlySpan<float> video, int frames, int height, int width, TileSizes tiles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(autoencoder);
        ArgumentNullException.ThrowIfNull(tiles);
        int factor = autoencoder.Config.SpatialFactor;
        Volume input = new(video.ToArray(), 3, frames, height, width);
        TileGrid grid = new(height, width, tiles.Height, tiles.Width, tiles.StrideHeight, tiles.StrideWidth);
        return grid.Code(
            tile =>
            {
                cancellation.ThrowIfCancellationRequested();
                Volume part = input.Crop(tile.Row, tile.Column, grid.TileHeight, grid.TileWidth);
                FrameEncoder encoder = autoencoder.BeginEncoding();
                List<float[]> latents = [];
                for (int frame = 0; frame < frames; frame++)
                {
                    latents.AddRange(encoder.Push(part.Image(frame), part.Height, part.Width));
                }

                return Volume.FromPlanes(latents, 2 * autoencoder.Config.LatentChannels, part.Height / factor, part.Width / factor);
            },
            tiles.StrideHeight / factor,
            tiles.StrideWidth / factor,
            (tiles.Height - tiles.StrideHeight) / factor,
            (tiles.Width - tiles.StrideWidth) / factor,
            height / factor,
            width / factor).Numbers;
    }

    /// <summary>Where tiles begin in the input, and how their results are put together.</summary>
    private sealed record TileGrid(int Height, int Width, int TileHeight, int TileWidth, int StrideHeight, int StrideWidth)
    {
        public Volume Code(Func<(int Row, int Column), Volume> code, int keptHeight, int keptWidth, int blendHeight, int blendWidth, int outputHeight, int outputWidth)
        {
            if (TileHeight < 1 || TileWidth < 1 || StrideHeight < 1 || StrideWidth < 1 || blendHeight < 0 || blendWidth < 0)
            {
                throw new ArgumentException($"Tiles of {TileHeight} by {TileWidth} every {StrideHeight} by {StrideWidth} are too small for this autoencoder, or their steps are longer than they are.");
            }

            Volume? output = null;
            Volume[] above = [];
            for (int row = 0, y = 0; row < Height; row += StrideHeight, y += keptHeight)
            {
                List<Volume> line = [];
                for (int column = 0, x = 0; column < Width; column += StrideWidth, x += keptWidth)
                {
                    Volume tile = code((row, column));
                    if (above.Length > 0)
                    {
                        tile.BlendBelow(above[line.Count], blendHeight);
                    }

                    if (line.Count > 0)
                    {
                        tile.BlendRightOf(line[^1], blendWidth);
                    }

                    line.Add(tile);
                    output ??= new Volume(new float[tile.Channels * tile.Frames * outputHeight * outputWidth], tile.Channels, tile.Frames, outputHeight, outputWidth);
                    output.Paste(tile, y, x, keptHeight, keptWidth);
                }

                above = [.. line];
            }

            return output!;
        }
    }

    /// <summary>Numbers as [channels, frames, height, width].</summary>
    private sealed record Volume(float[] Numbers, int Channels, int Frames, int Height, int Width)
    {
        private int Planes => Channels * Frames;

        public static Volume FromImages(List<float[]> images, int height, int width)
        {
            Volume volume = new(new float[3 * images.Count * height * width], 3, images.Count, height, width);
            for (int i = 0; i < volume.Numbers.Length; i++)
            {
                int pixel = i % (height * width), frame = i / (height * width) % images.Count, colour = i / (height * width * images.Count);
                volume.Numbers[i] = images[frame][(pixel * 3) + colour];
            }

            return volume;
        }

        public static Volume FromPlanes(List<float[]> frames, int channels, int height, int width)
        {
            int pixels = height * width;
            Volume volume = new(new float[channels * frames.Count * pixels], channels, frames.Count, height, width);
            for (int channel = 0; channel < channels; channel++)
            {
                for (int frame = 0; frame < frames.Count; frame++)
                {
                    frames[frame].AsSpan(channel * pixels, pixels).CopyTo(volume.Numbers.AsSpan(((channel * frames.Count) + frame) * pixels));
                }
            }

            return volume;
        }

        public Volume Crop(int row, int column, int height, int width)
        {
            int h = Math.Min(height, Height - row), w = Math.Min(width, Width - column);
            Volume crop = new(new float[Planes * h * w], Channels, Frames, h, w);
            for (int plane = 0; plane < Planes; plane++)
            {
                for (int y = 0; y < h; y++)
                {
                    Row(plane, row + y).Slice(column, w).CopyTo(crop.Row(plane, y));
                }
            }

            return crop;
        }

        // [channels, height, width] of one frame.
        public float[] Frame(int frame)
        {
            int pixels = Height * Width;
            float[] planes = new float[Channels * pixels];
            for (int channel = 0; channel < Channels; channel++)
            {
                Numbers.AsSpan(((channel * Frames) + frame) * pixels, pixels).CopyTo(planes.AsSpan(channel * pixels));
            }

            return planes;
        }

        // [height, width, channels] of one frame.
        public float[] Image(int frame)
        {
            float[] planes = Frame(frame), image = new float[planes.Length];
            int pixels = Height * Width;
            for (int i = 0; i < image.Length; i++)
            {
                image[i] = planes[(i % Channels * pixels) + (i / Channels)];
            }

            return image;
        }

        public void Paste(Volume tile, int row, int column, int height, int width)
        {
            int h = Math.Min(Math.Min(height, tile.Height), Height - row), w = Math.Min(Math.Min(width, tile.Width), Width - column);
            for (int plane = 0; plane < Planes && w > 0; plane++)
            {
                for (int y = 0; y < h; y++)
                {
                    tile.Row(plane, y)[..w].CopyTo(Row(plane, row + y)[column..]);
                }
            }
        }

        public void BlendBelow(Volume above, int extent)
        {
            int rows = Math.Min(extent, Math.Min(above.Height, Height)), columns = Math.Min(above.Width, Width);
            for (int plane = 0; plane < Planes; plane++)
            {
                for (int y = 0; y < rows; y++)
                {
                    Span<float> upper = above.Row(plane, above.Height - rows + y), lower = Row(plane, y);
                    float share = (float)y / rows;
                    for (int x = 0; x < columns; x++)
                    {
                        lower[x] = (upper[x] * (1 - share)) + (lower[x] * share);
                    }
                }
            }
        }

        public void BlendRightOf(Volume left, int extent)
        {
            int columns = Math.Min(extent, Math.Min(left.Width, Width));
            for (int plane = 0; plane < Planes; plane++)
            {
                for (int y = 0; y < Height; y++)
                {
                    Span<float> before = left.Row(plane, y)[(left.Width - columns)..], after = Row(plane, y);
                    for (int x = 0; x < columns; x++)
                    {
                        float share = (float)x / columns;
                        after[x] = (before[x] * (1 - share)) + (after[x] * share);
                    }
                }
            }
        }

        private Span<float> Row(int plane, int row) => Numbers.AsSpan(((plane * Height) + row) * Width, Width);
    }
}
