using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Opening;

/// <summary>
/// The beginning of a film that starts from a picture. The picture fills the frame and lives: the camera pushes in slowly, near parts slide past far
/// ones, a light passes over it. Then the camera dives, and the world shows through: the picture's far and bright parts give way first, its near and dark
/// ones stay longest, and light spills over the edge between the two.
/// </summary>
internal sealed class PictureOpening
{
    /// <summary>Columns between two places where the way of the picture's pixels is worked out; between them it runs straight.</summary>
    private const int Step = 8;

    /// <summary>Push of the camera while the picture stands, as a share of the frame, and beyond it while the world comes.</summary>
    private const float Push = 0.05f, Dive = 0.5f;

    /// <summary>How far near and far parts slide against each other, as a share of the frame's width.</summary>
    private const float Slide = 0.014f;

    /// <summary>Width of the edge between picture and world, in the order's range.</summary>
    private const float Edge = 0.34f;

    private const float BlackLuma = 16, WhiteLuma = 235, NoChroma = 128;

    private readonly int _width;
    private readonly int _height;
    private readonly float[] _luma;
    private readonly float[] _blue;
    private readonly float[] _red;
    private readonly PictureRelief _relief;
    private readonly float _side;
    private readonly float _sweepFrom;
    private readonly Vector3 _spill;

    /// <summary>Prepares an opening.</summary>
    /// <param name="picture">The picture, of the film's size.</param>
    /// <param name="look">Its look.</param>
    /// <param name="seed">Of the film: which way it slides, how its edge runs.</param>
    /// <param name="holdSeconds">For how long it stands alone.</param>
    /// <param name="turnSeconds">For how long it gives way.</param>
    public PictureOpening(FirstPicture picture, PictureLook look, ulong seed, double holdSeconds, double turnSeconds)
    {
        (_width, _height, HoldSeconds, TurnSeconds) = (picture.Width, picture.Height, holdSeconds, turnSeconds);
        _luma = new float[_width * _height];
        int chromaWidth = (_width + 1) / 2, chromaHeight = (_height + 1) / 2;
        _blue = new float[chromaWidth * chromaHeight];
        _red = new float[chromaWidth * chromaHeight];
        for (int y = 0; y < _height; y++)
        {
            for (int x = 0; x < _width; x++)
            {
                int at = ((y * _width) + x) * 3;
                _luma[(y * _width) + x] = Encode(new Vector3(picture.Rgb[at], picture.Rgb[at + 1], picture.Rgb[at + 2]) / 255).X;
            }
        }

        for (int y = 0; y < chromaHeight; y++)
        {
            for (int x = 0; x < chromaWidth; x++)
            {
                Vector3 sum = Vector3.Zero;
                for (int corner = 0; corner < 4; corner++)
                {
                    int at = ((Math.Min(_height - 1, (2 * y) + (corner / 2)) * _width) + Math.Min(_width - 1, (2 * x) + (corner % 2))) * 3;
                    sum += new Vector3(picture.Rgb[at], picture.Rgb[at + 1], picture.Rgb[at + 2]);
                }

                Vector3 colour = Encode(sum / (4 * 255));
                _blue[(y * chromaWidth) + x] = colour.Y;
                _red[(y * chromaWidth) + x] = colour.Z;
            }
        }

        _relief = PictureRelief.Of(picture, seed);
        _side = (Chance.Derive(seed, "slide") & 1) == 0 ? 1 : -1;
        _sweepFrom = (Chance.Derive(seed, "sweep") & 1) == 0 ? 1 : -1;

        // Light of the picture's own colour, encoded; its brightness is added, its colour is mixed in.
        Vector3 light = look.Light / MathF.Max(1e-3f, MathF.Max(look.Light.X, MathF.Max(look.Light.Y, look.Light.Z)));
        _spill = Encode(new Vector3(MathF.Sqrt(light.X), MathF.Sqrt(light.Y), MathF.Sqrt(light.Z)));
    }

    /// <summary>For how long the picture stands alone.</summary>
    public double HoldSeconds { get; }

    /// <summary>For how long it gives way to the world.</summary>
    public double TurnSeconds { get; }

    /// <summary>Pairs of rows of a frame: what <see cref="DrawRows"/> counts.</summary>
    public int RowPairs => (_height + 1) / 2;

    /// <summary>How much wider than planned the world's camera sees at a moment, so that it goes on with the picture's dive: a factor, 1 once the world is there.</summary>
    public float WorldWidening(double seconds)
    {
        float left = 1 - Turn(seconds);
        return 1 + (0.16f * left * left);
    }

    /// <summary>Draws two rows, which share their chroma, over the world's.</summary>
    /// <param name="frame">Holds the world, except while the picture stands alone.</param>
    /// <param name="seconds">Moment of the film.</param>
    /// <param name="pair">Counts pairs of rows from the top.</param>
    public void DrawRows(FrameBuffer frame, double seconds, int pair)
    {
        Moment moment = new(this, seconds);
        Span<Place> places = stackalloc Place[(_width / Step) + 2];
        int chromaAt = pair * frame.ChromaWidth;
        Span<byte> blue = frame.ChromaBlue.Slice(chromaAt, frame.ChromaWidth), red = frame.ChromaRed.Slice(chromaAt, frame.ChromaWidth);
        for (int row = 0; row < Math.Min(2, _height - (2 * pair)); row++)
        {
            int y = (2 * pair) + row;
            Trace(places, moment, y);
            Span<byte> luma = frame.Luma.Slice(y * _width, _width);
            for (int x = 0; x < _width; x++)
            {
                Place place = Place.Between(places[x / Step], places[(x / Step) + 1], x % Step / (float)Step);
                float own = Sample(_luma, _width, _height, place.X, place.Y);
                float share = World(place.Order, own, moment.Turn), spill = Spill(share);
                float lit = ((own - BlackLuma) * (1 + place.Sheen)) + BlackLuma;
                float world = ((luma[x] - BlackLuma) * moment.WorldGain) + BlackLuma;
                luma[x] = (byte)Math.Clamp(float.Lerp(lit, world, share) + (spill * _spill.X) + 0.5f, BlackLuma, WhiteLuma);
            }

            if (row == 0)
            {
                for (int x = 0; x < frame.ChromaWidth; x++)
                {
                    int column = 2 * x;
                    Place place = Place.Between(places[column / Step], places[(column / Step) + 1], column % Step / (float)Step);
                    float own = Sample(_luma, _width, _height, place.X, place.Y);
                    float share = World(place.Order, own, moment.Turn), spill = Spill(share) * 0.9f;
                    // The places of chroma lie between its four pixels.
                    float cx = place.X * 0.5f, cy = place.Y * 0.5f;
                    blue[x] = Mix(Sample(_blue, frame.ChromaWidth, frame.ChromaHeight, cx, cy), blue[x], share, spill, _spill.Y);
                    red[x] = Mix(Sample(_red, frame.ChromaWidth, frame.ChromaHeight, cx, cy), red[x], share, spill, _spill.Z);
                }
            }
        }
    }

    private static byte Mix(float own, byte world, float share, float spill, float light)
    {
        float mixed = float.Lerp(own, world - NoChroma, share);
        return (byte)Math.Clamp(mixed + (light * spill) + NoChroma + 0.5f, 16, 240);
    }

    /// <summary>Share of the world at a pixel: what comes early in the order, and within it what is bright, is gone first.</summary>
    private static float World(float order, float luma, float turn)
    {
        if (turn <= 0)
        {
            return 0;
        }

        float at = Math.Clamp(order - (0.1f * ((luma - BlackLuma) / (WhiteLuma - BlackLuma))) + 0.05f, 0, 1);
        float t = Math.Clamp(((turn * (1 + Edge)) - at) / Edge, 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>Light that spills over the edge between picture and world.</summary>
    private static float Spill(float share) => share * (1 - share) * 0.62f;

    private float Turn(double seconds) => Ease.Smooth(0, 1, (float)((seconds - HoldSeconds) / TurnSeconds));

    /// <summary>Where the pixels of a row come from, every <see cref="Step"/> columns.</summary>
    private void Trace(Span<Place> places, in Moment moment, int y)
    {
        float v = (y + 0.5f) / _height;
        for (int i = 0; i < places.Length; i++)
        {
            int x = i * Step;
            float u = (x + 0.5f) / _width;
            (float fromU, float fromV) = (u, v);
            // The nearness of the place that a pixel comes from, which depends on it in turn: twice is near enough.
            for (int k = 0; k < 2; k++)
            {
                float near = _relief.Nearness.At(fromU, fromV);
                float zoom = 1 + (moment.Zoom * (0.4f + (1.2f * near)));
                fromU = 0.5f + ((u - 0.5f) / zoom) - (moment.Slide * (near - 0.35f));
                fromV = 0.5f + ((v - 0.5f) / zoom);
            }

            float across = ((u - 0.5f) * _sweepFrom) + ((v - 0.5f) * 0.35f);
            float near2 = (across - moment.Sweep) / 0.3f;
            places[i] = new Place((fromU * _width) - 0.5f, (fromV * _height) - 0.5f, _relief.Order.At(fromU, fromV), moment.Sheen * MathF.Exp(-near2 * near2));
        }
    }

    private static float Sample(float[] plane, int width, int height, float x, float y)
    {
        x = Math.Clamp(x, 0, width - 1);
        y = Math.Clamp(y, 0, height - 1);
        int x0 = Math.Min((int)x, width - 2), y0 = Math.Min((int)y, height - 2), at = (y0 * width) + x0;
        float fx = x - x0;
        return float.Lerp(float.Lerp(plane[at], plane[at + 1], fx), float.Lerp(plane[at + width], plane[at + width + 1], fx), y - y0);
    }

    /// <summary>Gamma-encoded colours as luma 16…235 and the two differences of colour, −112…112 (BT.709, limited range).</summary>
    private static Vector3 Encode(Vector3 rgb)
    {
        float luma = PictureGrid.Luma(rgb);
        return new Vector3(BlackLuma + ((WhiteLuma - BlackLuma) * luma), (rgb.Z - luma) * (224 / 1.8556f), (rgb.X - luma) * (224 / 1.5748f));
    }

    private readonly record struct Place(float X, float Y, float Order, float Sheen)
    {
        public static Place Between(in Place a, in Place b, float t) =>
            new(float.Lerp(a.X, b.X, t), float.Lerp(a.Y, b.Y, t), float.Lerp(a.Order, b.Order, t), float.Lerp(a.Sheen, b.Sheen, t));
    }

    private readonly struct Moment
    {
        public Moment(PictureOpening opening, double seconds)
        {
            float whole = (float)(seconds / (opening.HoldSeconds + opening.TurnSeconds));
            float dive = Math.Clamp((float)((seconds - opening.HoldSeconds) / opening.TurnSeconds), 0, 1);
            Turn = opening.Turn(seconds);
            Zoom = (Push * whole) + (Dive * dive * dive);
            Slide = PictureOpening.Slide * opening._side * whole;
            Sweep = float.Lerp(-0.9f, 0.9f, whole);
            Sheen = 0.14f * MathF.Sin(MathF.PI * Math.Clamp(whole, 0, 1));
            WorldGain = 1 + (0.2f * (1 - Turn) * (1 - Turn));
        }

        public float Turn { get; }

        public float Zoom { get; }

        public float Slide { get; }

        public float Sweep { get; }

        public float Sheen { get; }

        public float WorldGain { get; }
    }
}
