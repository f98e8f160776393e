using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Staging;

/// <summary>A foot that meets the ground.</summary>
internal readonly record struct Footfall(double Seconds, Actor Actor, Vector3 Place, int Foot);

/// <summary>Finds what gives off particles in a shot, and the moments at which feet and bodies raise dust or spray.</summary>
internal static class StageEffects
{
    /// <summary>Every landing of every foot of a shot.</summary>
    public static List<Footfall> FootfallsOf(IEnumerable<Actor> actors, double seconds)
    {
        List<Footfall> falls = [];
        const double Step = 1 / 120.0;
        foreach (Actor actor in actors)
        {
            if (actor.Gait is not { } gait)
            {
                continue;
            }

            for (int foot = 0; foot < gait.Feet; foot++)
            {
                double before = double.NaN;
                for (double t = 0; t < seconds && falls.Count < 6000; t += Step)
                {
                    TrackState at = actor.Track.At(t);
                    double cycle = Math.Floor((at.DistanceM / at.Scale.Z / gait.StrideM) - (gait.LandingDistanceM(foot, 0) / gait.StrideM));
                    if (!double.IsNaN(before) && cycle > before && at.SpeedMps > 0.05f && at.AirborneM <= 0)
                    {
                        falls.Add(new Footfall(t, actor, at.Position, foot));
                    }

                    before = cycle;
                }
            }
        }

        falls.Sort((a, b) => a.Seconds.CompareTo(b.Seconds));
        return falls;
    }

    /// <summary>Makes the particle field of a shot.</summary>
    public static ParticleField Field(ShotBuilder builder, SettingStage stage, Air air, List<Footfall> footfalls, ulong seed)
    {
        ParticleField field = new(seed, air.WindMps, stage.GroundHeightM);
        foreach (PropEmitter emitter in stage.Emitters)
        {
            field.Add(emitter.Kind, emitter.SizeM, _ => (emitter.OffsetM, Vector3.Zero, emitter.Strength));
        }

        foreach (Actor actor in builder.Actors)
        {
            if (air.Dark && actor.Skeleton["turn-y-beam"] is >= 0 and int beam)
            {
                float reach = actor.SizeM.Y * 1.9f;
                field.AddBeam(t => (actor.PoseAt(t).Point(beam, Vector3.Zero), actor.PoseAt(t).Point(beam, new Vector3(0, 0, reach))), actor.SizeM.Y * 0.03f);
                field.AddBeam(t => (actor.PoseAt(t).Point(beam, Vector3.Zero), actor.PoseAt(t).Point(beam, new Vector3(0, 0, -reach))), actor.SizeM.Y * 0.03f);
            }

            foreach (PropEmitter emitter in actor.Prop.Emitters)
            {
                Add(field, actor, emitter);
            }

            if (actor.Prop.Rig == Rig.Rocket && !actor.Prop.Emitters.Any(e => e.Kind == EmitterKind.Thrust) && actor.Track is LaunchTrack)
            {
                Add(field, actor, new PropEmitter(EmitterKind.Thrust, 0, Vector3.Zero, 1, MathF.Min(actor.SizeM.X, actor.SizeM.Y * 0.4f) * 0.3f, Always: false));
            }

            if (actor.Prop.Rig == Rig.Boat && builder.Waves is { } waves && actor.Weight > 0)
            {
                Wake(field, actor, waves.Height);
            }

            if (actor.Prop.Rig == Rig.Wheeled && stage.Ground is Substance.Earth or Substance.Sand or Substance.Snow && actor.Weight > 0)
            {
                EmitterKind kind = stage.Ground == Substance.Snow ? EmitterKind.Snowdust : EmitterKind.Dust;
                field.Add(kind, actor.SizeM.X * 0.16f, t =>
                {
                    TrackState at = actor.Track.At(t);
                    return (at.Position - (at.Forward * actor.SizeM.Z * 0.45f), at.Forward * (at.SpeedMps * 0.25f), Ease.Smooth(1, 8, at.SpeedMps / MathF.Max(actor.SizeM.Z, 0.1f) * 4) * 0.8f);
                });
            }
        }

        foreach (Footfall fall in footfalls)
        {
            Stamp(field, fall, stage, builder);
        }

        foreach ((float seconds, Vector3 place, Actor runner, Actor struck) in builder.Impacts)
        {
            EmitterKind kind = struck.Prop.Substance is Substance.Snow ? EmitterKind.Snowdust : EmitterKind.Dust;
            field.AddBurst(kind, seconds, place, new Vector3(0, 0.4f, 0), runner.SizeM.Y * 0.4f, 14);
        }

        if (builder.Take is { } take)
        {
            Impacts(field, take, stage);
        }

        return field;
    }

    private static void Add(ParticleField field, Actor actor, PropEmitter emitter)
    {
        Matrix4x4 rest = Matrix4x4.Identity;
        for (int part = emitter.Part; part >= 0; part = actor.Prop.Parts[part].Parent)
        {
            rest *= Matrix4x4.CreateFromQuaternion(actor.Prop.Parts[part].Rest) * Matrix4x4.CreateTranslation(actor.Prop.Parts[part].Pivot);
        }

        Vector3 offset = Vector3.Transform(emitter.OffsetM, rest);
        field.Add(emitter.Kind, emitter.Kind == EmitterKind.Thrust ? MathF.Max(MathF.Min(emitter.SizeM, actor.SizeM.Y * 0.09f), MathF.Min(actor.SizeM.X, actor.SizeM.Y * 0.4f) * 0.22f) : emitter.SizeM, t =>
        {
            TrackState at = actor.Track.At(t);
            float strength = emitter.Always ? emitter.Strength : emitter.Strength * MathF.Max(at.Thrust, emitter.Kind == EmitterKind.Thrust ? 0 : Math.Clamp(at.SpeedMps * 0.2f, 0, 1));
            return (at.Position + Vector3.Transform(offset * at.Scale, at.Rotation), emitter.Kind == EmitterKind.Exhaust ? at.Forward * -0.5f : Vector3.Zero, strength);
        });
    }

    /// <summary>Foam that spreads from the stern, and spray at the bow.</summary>
    private static void Wake(ParticleField field, Actor actor, Func<float, float, double, float> waterHeightM)
    {
        foreach (float side in (ReadOnlySpan<float>)[-1, 1])
        {
            field.Add(EmitterKind.Foam, actor.SizeM.X * 0.1f, t =>
            {
                TrackState at = actor.Track.At(t);
                Vector3 left = Vector3.Transform(Vector3.UnitX, at.Rotation);
                Vector3 place = at.Position - (at.Forward * actor.SizeM.Z * 0.42f) + (left * side * actor.SizeM.X * 0.28f);
                place.Y = waterHeightM(place.X, place.Z, t) + (0.01f * actor.SizeM.X);
                return (place, left * side * 0.3f, Ease.Smooth(0.05f, 0.5f, at.SpeedMps / MathF.Sqrt(MathF.Max(actor.SizeM.Z, 0.1f))));
            });
        }

        field.Add(EmitterKind.Spray, actor.SizeM.X * 0.16f, t =>
        {
            TrackState at = actor.Track.At(t);
            Vector3 place = at.Position + (at.Forward * actor.SizeM.Z * 0.45f);
            place.Y = waterHeightM(place.X, place.Z, t);
            return (place, at.Forward * at.SpeedMps * 0.6f, Ease.Smooth(0.6f, 2.2f, at.SpeedMps / MathF.Sqrt(MathF.Max(actor.SizeM.Z, 0.1f))) * 0.7f);
        });
    }

    private static void Stamp(ParticleField field, Footfall fall, SettingStage stage, ShotBuilder builder)
    {
        float size = fall.Actor.SizeM.Y;
        float speed = fall.Actor.Track.At(fall.Seconds).SpeedMps;
        bool wet = builder.Waves is { } waves && waves.Height(fall.Place.X, fall.Place.Z, fall.Seconds) > fall.Place.Y - 0.02f;
        if (wet)
        {
            field.AddBurst(EmitterKind.Spray, fall.Seconds, fall.Place, Vector3.Transform(Vector3.UnitZ, Quaternion.Identity) * 0.2f, size * 0.14f, speed > 2 ? 10 : 5);
        }
        else if (speed > 2.2f && stage.Ground is Substance.Sand or Substance.Earth or Substance.Snow)
        {
            field.AddBurst(stage.Ground == Substance.Snow ? EmitterKind.Snowdust : EmitterKind.Dust, fall.Seconds, fall.Place, Vector3.Zero, size * 0.05f, 3);
        }
    }

    private static void Impacts(ParticleField field, PhysicsTake take, SettingStage stage)
    {
        foreach (ContactEvent contact in take.Contacts)
        {
            if (contact.Phase != ContactPhase.Start || contact.ApproachMps < 1.2f)
            {
                continue;
            }

            Actor? actor = take.ActorOf(contact.TagA) ?? take.ActorOf(contact.TagB);
            float size = actor?.RadiusM ?? 0.1f;
            bool loose = stage.Ground is Substance.Sand or Substance.Earth or Substance.Snow;
            bool brick = contact.MaterialA is SurfaceMaterial.Brick or SurfaceMaterial.Stone && contact.MaterialB is SurfaceMaterial.Brick or SurfaceMaterial.Stone or SurfaceMaterial.Metal;
            if (loose || brick)
            {
                EmitterKind kind = contact.MaterialA == SurfaceMaterial.Snow || contact.MaterialB == SurfaceMaterial.Snow ? EmitterKind.Snowdust : EmitterKind.Dust;
                field.AddBurst(kind, contact.Seconds, contact.Point, Vector3.Zero, size * 0.35f, Math.Clamp((int)(contact.ApproachMps * 2), 2, 8));
            }
        }
    }
}
