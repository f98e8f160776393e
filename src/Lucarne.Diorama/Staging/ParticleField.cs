using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Staging;

/// <summary>Smoke, sparks, dust, spray and petals as closed formulas of time: any frame can be asked, and each costs what is visible in it.</summary>
internal sealed class ParticleField
{
    /// <summary>Most specks in a frame.</summary>
    public const int Maximum = 900;

    private const int BeamSpecks = 40;

    private readonly List<Source> _sources = [];
    private readonly List<Burst> _bursts = [];
    private readonly List<(Func<double, (Vector3 From, Vector3 To)> At, float RadiusM)> _beams = [];
    private readonly ulong _seed;
    private readonly Vector3 _wind;
    private readonly Func<float, float, float> _groundHeightM;

    /// <param name="seed">Seed of the film.</param>
    /// <param name="windMps">Wind.</param>
    /// <param name="groundHeightM">Ground on which jets spread.</param>
    public ParticleField(ulong seed, Vector2 windMps, Func<float, float, float> groundHeightM)
    {
        _seed = seed;
        _wind = new Vector3(windMps.X, 0, windMps.Y);
        _groundHeightM = groundHeightM;
    }

    /// <summary>Where a source is and how hard it blows at a moment.</summary>
    private sealed record Source(EmitterKind Kind, float SizeM, Func<double, (Vector3 Place, Vector3 Velocity, float Strength)> At, ulong Seed);

    /// <summary>A puff or splash at one moment.</summary>
    private sealed record Burst(EmitterKind Kind, double Seconds, Vector3 Place, Vector3 Push, float SizeM, int Count, ulong Seed);

    /// <summary>A lasting source.</summary>
    public void Add(EmitterKind kind, float sizeM, Func<double, (Vector3 Place, Vector3 Velocity, float Strength)> at) =>
        _sources.Add(new Source(kind, MathF.Max(sizeM, 0.002f), at, Chance.Derive(_seed, (ulong)_sources.Count + 1)));

    /// <summary>A beam of light that haze makes visible: soft specks from its lamp outwards.</summary>
    public void AddBeam(Func<double, (Vector3 From, Vector3 To)> at, float radiusM) => _beams.Add((at, radiusM));

    /// <summary>A splash, a puff of dust, a shower of sparks.</summary>
    public void AddBurst(EmitterKind kind, double seconds, Vector3 place, Vector3 push, float sizeM, int count)
    {
        if (_bursts.Count < 4000)
        {
            _bursts.Add(new Burst(kind, seconds, place, push, MathF.Max(sizeM, 0.002f), count, Chance.Derive(_seed ^ 0xB0057, (ulong)_bursts.Count)));
        }
    }

    /// <summary>Adds the specks of a moment.</summary>
    public void Fill(List<Particle> particles, double seconds)
    {
        foreach (Source source in _sources)
        {
            (float rate, float life) = Rhythm(source.Kind, source.SizeM);
            long newest = (long)Math.Floor(seconds * rate), oldest = (long)Math.Ceiling((seconds - life) * rate);
            for (long k = newest; k >= oldest && particles.Count < Maximum; k--)
            {
                ulong own = Chance.Derive(source.Seed, (ulong)k);
                double born = (k + Chance.At(own, 1)) / rate;
                float age = (float)(seconds - born);
                if (age < 0 || age > life)
                {
                    continue;
                }

                (Vector3 place, Vector3 velocity, float strength) = source.At(born);
                if (strength <= 0.01f || Chance.At(own, 2) > Math.Clamp(strength * 1.2f, 0.15f, 1))
                {
                    continue;
                }

                particles.Add(Speck(source.Kind, own, place, velocity, source.SizeM, strength, age, life, seconds));
            }
        }

        foreach ((Func<double, (Vector3 From, Vector3 To)> at, float radius) in _beams)
        {
            (Vector3 from, Vector3 to) = at(seconds);
            for (int i = 0; i < BeamSpecks && particles.Count < Maximum; i++)
            {
                // Wider, farther apart and fainter away from the lamp.
                float u = (i + 0.5f) / BeamSpecks, along = MathF.Pow(u, 1.5f);
                particles.Add(new Particle(Vector3.Lerp(from, to, along), radius * (1 + (3.2f * along)), new Vector3(1f, 0.86f, 0.58f), 0.085f * (1 - u), 1));
            }
        }

        foreach (Burst burst in _bursts)
        {
            (float _, float life) = Rhythm(burst.Kind, burst.SizeM);
            life = MathF.Min(life, 1.6f);
            float age = (float)(seconds - burst.Seconds);
            if (age < 0 || age > life)
            {
                continue;
            }

            for (int i = 0; i < burst.Count && particles.Count < Maximum; i++)
            {
                particles.Add(Speck(burst.Kind, Chance.Derive(burst.Seed, (ulong)i), burst.Place, burst.Push, burst.SizeM, 1, age, life, seconds));
            }
        }
    }

    private static (float Rate, float Life) Rhythm(EmitterKind kind, float size)
    {
        float slow = MathF.Sqrt(MathF.Max(size, 0.01f) / 0.1f);
        return kind switch
        {
            EmitterKind.Smoke => (9, Math.Clamp(3.2f * slow, 1.5f, 7)),
            EmitterKind.Steam => (10, Math.Clamp(1.8f * slow, 0.8f, 4)),
            EmitterKind.Sparks => (40, 0.9f),
            EmitterKind.Embers => (9, 2.6f),
            EmitterKind.Dust => (12, Math.Clamp(1.6f * slow, 0.8f, 4)),
            EmitterKind.Bubbles => (12, 3),
            EmitterKind.Petals or EmitterKind.Leaves => (9, 7),
            EmitterKind.Snowdust => (12, 2),
            EmitterKind.Exhaust => (14, Math.Clamp(1.1f * slow, 0.6f, 2.5f)),
            EmitterKind.Thrust => (70, Math.Clamp(2.6f * slow, 2, 6)),
            EmitterKind.Spray => (30, Math.Clamp(0.9f * slow, 0.5f, 2.2f)),
            EmitterKind.Fireflies => (4, 6),
            EmitterKind.Glitter => (10, 2.5f),
            EmitterKind.Foam => (7, Math.Clamp(2.2f * slow, 1.2f, 5)),
            EmitterKind.Fire => (30, Math.Clamp(0.55f * slow, 0.3f, 1.4f)),
            _ => (8, 1),
        };
    }

    private Particle Speck(EmitterKind kind, ulong own, Vector3 place, Vector3 velocity, float size, float strength, float age, float life, double seconds)
    {
        Chance chance = new(own);
        Vector3 random = chance.InBall();
        float u = age / life;
        float speed = MathF.Sqrt(9.81f * size);
        float fade = Ease.Smooth(0, 0.12f, u) * (1 - Ease.Smooth(0.45f, 1, u));
        Vector3 wind = _wind * (0.35f * age * Ease.Smooth(0, 0.5f, u));
        Vector3 curl = new Vector3(Chance.Wander(own ^ 1, age * 0.9), Chance.Wander(own ^ 2, age * 0.7) * 0.5f, Chance.Wander(own ^ 3, age * 0.8)) * size;
        Vector3 fall = new(0, -4.9f * age * age, 0);
        switch (kind)
        {
            case EmitterKind.Smoke:
                return new Particle(place + (random * size * 0.5f) + (new Vector3(0, speed * 1.3f * age / (1 + (0.25f * age)), 0)) + (velocity * 0.15f * age) + wind + (curl * 2.2f * u), size * (1 + (4.5f * u)), new Vector3(0.2f + (0.12f * chance.Unit())), 0.3f * fade * Math.Clamp(strength, 0.2f, 1), 0);
            case EmitterKind.Steam:
                return new Particle(place + (random * size * 0.4f) + new Vector3(0, speed * 1.5f * age / (1 + (0.6f * age)), 0) + wind + (curl * u), size * (0.8f + (3 * u)), new Vector3(0.9f), 0.22f * fade * strength, 0);
            case EmitterKind.Sparks:
                Vector3 throwing = ((random * 1.6f) + new Vector3(0, 1.5f, 0)) * (speed * 1.6f);
                return new Particle(place + ((throwing + (velocity * 0.4f)) * age) + (fall * 0.7f), MathF.Max(size * 0.06f, 0.002f), new Vector3(7, 3.2f, 0.9f) * (1 - (u * 0.8f)), 1 - Ease.Smooth(0.6f, 1, u), 1);
            case EmitterKind.Embers:
                return new Particle(place + (random * size) + new Vector3(0, speed * 0.9f * age, 0) + (wind * 0.7f) + (curl * 2 * u), MathF.Max(size * 0.035f, 0.002f), new Vector3(6, 2.2f, 0.5f) * (0.5f + (0.5f * chance.Unit())), fade, 1);
            case EmitterKind.Dust:
                return new Particle(place + (random * size) + ((velocity + (random * speed * 0.8f) + new Vector3(0, speed * 0.35f, 0)) * (age / (1 + (2.2f * age)))) + wind, size * (0.8f + (2.8f * u)), new Vector3(0.5f, 0.42f, 0.32f), 0.24f * fade * Math.Clamp(strength, 0.2f, 1), 0);
            case EmitterKind.Bubbles:
                return new Particle(place + (random * size) + new Vector3(0, 0.45f * age * (0.6f + chance.Unit()), 0) + (curl * u), size * 0.12f * (0.5f + chance.Unit()), new Vector3(0.7f, 0.9f, 1), 0.4f * fade, 0.1f);
            case EmitterKind.Petals or EmitterKind.Leaves:
                Vector3 colour = kind == EmitterKind.Petals ? new Vector3(0.95f, 0.55f, 0.66f) : new Vector3(0.75f, 0.36f, 0.08f) * (0.6f + (0.5f * chance.Unit()));
                Vector3 sail = new((0.5f * MathF.Sin((age * 2.3f) + (chance.Unit() * 6))) + (0.25f * age), -0.55f * age, 0.4f * MathF.Cos((age * 1.9f) + (chance.Unit() * 6)));
                return new Particle(place + (random * size) + sail + wind, 0.026f + (0.016f * chance.Unit()), colour, MathF.Min(1, fade * 2), 0);
            case EmitterKind.Snowdust:
                return new Particle(place + (random * size) + ((velocity * 0.5f) + (random * speed) + new Vector3(0, speed * 0.5f, 0)) * (age / (1 + (1.6f * age))) + wind + (fall * 0.06f), size * (0.5f + (2 * u)), new Vector3(0.92f, 0.95f, 1), 0.3f * fade * Math.Clamp(strength, 0.3f, 1), 0);
            case EmitterKind.Exhaust:
                return new Particle(place + (random * size * 0.4f) + new Vector3(0, speed * 0.5f * age, 0) + (velocity * 0.2f * age) + wind, size * (0.7f + (3.5f * u)), new Vector3(0.55f), 0.16f * fade * strength, 0);
            case EmitterKind.Thrust:
                return Jet(place, random, size, speed, strength, age, u, fade, wind, curl, own);
            case EmitterKind.Spray:
                Vector3 leap = (random * 0.9f) + new Vector3(0, 1.1f, 0);
                return new Particle(place + (random * size * 0.4f) + (((leap * speed * 1.2f) + velocity) * age) + fall, size * (0.09f + (0.2f * u) + (0.1f * chance.Unit())), new Vector3(0.88f, 0.94f, 1), 0.55f * (1 - Ease.Smooth(0.5f, 1, u)), 0.05f);
            case EmitterKind.Foam:
                return new Particle(place + new Vector3(random.X * size * 0.5f, 0, random.Z * size * 0.5f) + (velocity * age / (1 + (0.5f * age))), size * (0.5f + (1.3f * u)), new Vector3(0.85f, 0.92f, 0.95f), 0.2f * fade * strength, 0);
            case EmitterKind.Fireflies:
                float glow = MathF.Pow(MathF.Max(0, MathF.Sin((age * 2.2f) + (chance.Unit() * 6))), 2);
                return new Particle(place + (random * size) + (new Vector3(Chance.Wander(own ^ 1, age * 0.5), Chance.Wander(own ^ 2, age * 0.4), Chance.Wander(own ^ 3, age * 0.5)) * 0.8f), 0.018f, new Vector3(2.4f, 3.2f, 0.7f), fade * glow, 1);
            case EmitterKind.Glitter:
                float twinkle = MathF.Pow(0.5f + (0.5f * MathF.Sin((float)(seconds * 9) + (chance.Unit() * 40))), 4);
                return new Particle(place + (random * size) + new Vector3(0, -0.12f * age, 0), MathF.Max(size * 0.012f, 0.003f), new Vector3(3, 2.6f, 1.8f), fade * twinkle, 1);
            default:
                return new Particle(place + (random * size * 0.55f * (1 - u)) + new Vector3(0, speed * 1.9f * age, 0) + (wind * 0.5f) + (curl * 0.5f * u), size * 0.55f * (1 - (0.7f * u)), Vector3.Lerp(new Vector3(3.2f, 1.5f, 0.4f), new Vector3(1.4f, 0.25f, 0.04f), u), 0.4f * fade * strength, 1);
        }
    }

    /// <summary>Rocket exhaust: burns below the nozzle, then billows, and spreads over the ground that it hits.</summary>
    private Particle Jet(Vector3 place, Vector3 random, float size, float speed, float strength, float age, float u, float fade, Vector3 wind, Vector3 curl, ulong own)
    {
        float jet = speed * 5 * strength;
        float travelled = jet * age / (1 + (1.8f * age));
        float ground = _groundHeightM(place.X, place.Z) + (size * 0.6f);
        float down = MathF.Min(travelled, MathF.Max(0, place.Y - ground));
        float over = travelled - down;
        Vector3 outward = new(random.X, 0, random.Z);
        outward = outward.LengthSquared() > 1e-6f ? Vector3.Normalize(outward) : Vector3.UnitX;
        Vector3 at = place + (random * size * 0.5f) - new Vector3(0, down, 0) + (outward * over * 1.3f) + new Vector3(0, over * 0.22f * (0.4f + Chance.At(own, 9)), 0) + wind + (curl * 2 * u);
        bool burns = age < 0.16f;
        return burns
            ? new Particle(at, size * (0.7f + (2 * u)), new Vector3(5, 2.6f, 0.9f), 0.55f * strength * (1 - (age / 0.16f)), 1)
            : new Particle(at, size * (1.2f + (6.5f * u)), new Vector3(0.72f, 0.7f, 0.69f) * (0.75f + (0.25f * Chance.At(own, 10))), 0.42f * fade * strength, 0);
    }
}
