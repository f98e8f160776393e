using System.Runtime.CompilerServices;
using Lucarne.Tensors.Products;

namespace Lucarne.Tensors.Convolutions;

/// <summary>The rows of a convolution's product: row i is the window of output pixel i, its inner positions are [frame, tap row, tap column, channel].</summary>
internal readonly unsafe struct WindowSource : IPanelSource
{
    private const int ChannelsOfStrip = 256;
    private const int MostLines = 16;

    private readonly nint* _frames;
    private readonly int _height;
    private readonly int _width;
    private readonly int _outputWidth;
    private readonly int _channels;
    private readonly int _kernelHeight;
    private readonly int _kernelWidth;
    private readonly int _stride;
    private readonly int _padTop;
    private readonly int _padLeft;
    private readonly int _shift;

    public WindowSource(nint* frames, int height, int width, int outputWidth, ConvolutionShape shape)
    {
        _frames = frames;
        _height = height;
        _width = width;
        _outputWidth = outputWidth;
        _channels = shape.InputChannels;
        _kernelHeight = shape.KernelHeight;
        _kernelWidth = shape.KernelWidth;
        _stride = shape.Stride;
        _padTop = shape.PadTop;
        _padLeft = shape.PadLeft;
        _shift = shape.Doubled ? 1 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(int line0, int lines, int width, int k0, int depth, float* panel)
    {
        float* strip = stackalloc float[MostLines * ChannelsOfStrip];
        int y0 = line0 / _outputWidth, x0 = line0 % _outputWidth;
        for (int k = 0; k < depth;)
        {
            // One run of channels of one tap, the same for every line of the panel.
            int tap = (k0 + k) / _channels, channel = (k0 + k) % _channels;
            int run = Math.Min(Math.Min(_channels - channel, depth - k), ChannelsOfStrip);
            int column = tap % _kernelWidth, row = tap / _kernelWidth % _kernelHeight;
            float* frame = (float*)_frames[tap / (_kernelWidth * _kernelHeight)];
            int y = (y0 * _stride) + row - _padTop, x = (x0 * _stride) + column - _padLeft;
            bool plain = frame is not null && _shift == 0 && x0 + lines <= _outputWidth && y >= 0 && y < _height && x >= 0 && x + ((lines - 1) * _stride) < _width;
            if (plain)
            {
                Transpose.Lines(frame + ((((long)y * _width) + x) * _channels) + channel, _stride * _channels, lines, width, run, panel + (k * width));
            }
            else
            {
                Gather(frame, y0, x0, lines, row, column, channel, run, strip);
                Transpose.Lines(strip, ChannelsOfStrip, lines, width, run, panel + (k * width));
            }

            k += run;
        }
    }

    private void Gather(float* frame, int outputY, int outputX, int lines, int row, int column, int channel, int run, float* strip)
    {
        for (int line = 0; line < lines; line++, strip += ChannelsOfStrip)
        {
            int y = (outputY * _stride) + row - _padTop, x = (outputX * _stride) + column - _padLeft;
            bool inside = frame is not null && y >= 0 && x >= 0 && y < _height << _shift && x < _width << _shift;
            if (inside)
            {
                Unsafe.CopyBlockUnaligned(strip, frame + (((((long)y >> _shift) * _width) + (x >> _shift)) * _channels) + channel, (uint)run * 4);
            }
            else
            {
                Unsafe.InitBlockUnaligned(strip, 0, (uint)run * 4);
            }

            if (++outputX == _outputWidth)
            {
                outputX = 0;
                outputY++;
            }
        }
    }
}
