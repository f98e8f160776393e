using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Staging;

/// <summary>One run of rigid bodies through a whole shot, recorded so that any moment can be read back.</summary>
internal sealed class PhysicsTake
{
    /// <summary>Steps between two recorded poses: 120 poses a second at the usual step.</summary>
    private const int StepsPerRecord = 2;

    private readonly PhysicsWorld _world;
    private readonly List<BodyDescription> _bodies = [];
    private readonly List<(Actor Actor, BodyHandle Body, List<Vector3> Places, List<Quaternion> Turns)> _dynamic = [];
    private readonly List<(Actor Actor, BodyHandle Body)> _driven = [];
    private readonly List<(double Seconds, BodyHandle Body, Vector3 ImpulseNs, Vector3 OffsetM)> _pushes = [];

    public PhysicsTake(PhysicsOptions options, double startSeconds)
    {
        _world = new PhysicsWorld(options);
        StartSeconds = startSeconds;
    }

    /// <summary>World time of the shot at which bodies are let go.</summary>
    public double StartSeconds { get; }

    /// <summary>Meetings and slidings that can be heard or raise dust, in order of time; seconds are the shot's.</summary>
    public List<ContactEvent> Contacts { get; } = [];

    /// <summary>Number of bodies that move freely.</summary>
    public int DynamicCount => _dynamic.Count;

    /// <summary>Actor whose body carries a tag; null for the place.</summary>
    public Actor? ActorOf(int tag) => tag >= 0 && tag < _tagged.Count ? _tagged[tag] : null;

    private readonly List<Actor> _tagged = [];

    /// <summary>A piece that never moves.</summary>
    public void AddStatic(BodyDescription description) => Add(description with { Kind = BodyKind.Static, Tag = -1 });

    /// <summary>An actor that physics moves.</summary>
    public BodyHandle AddDynamic(Actor actor, BodyDescription description)
    {
        BodyHandle body = Add(description with { Tag = _tagged.Count });
        _tagged.Add(actor);
        _dynamic.Add((actor, body, [description.Position], [description.Orientation]));
        return body;
    }

    /// <summary>An actor that moves by its own track and pushes others.</summary>
    public void AddDriven(Actor actor, BodyDescription description)
    {
        BodyHandle body = Add(description with { Kind = BodyKind.Kinematic, Tag = _tagged.Count });
        _tagged.Add(actor);
        _driven.Add((actor, body));
    }

    /// <summary>A push at a moment of the shot.</summary>
    public void Push(double seconds, BodyHandle body, Vector3 impulseNs, Vector3 offsetM) => _pushes.Add((seconds, body, impulseNs, offsetM));

    private int _steps;

    /// <summary>Runs to a moment of the shot, on from where an earlier run ended.</summary>
    public void Run(double endSeconds, CancellationToken cancel)
    {
        float step = _world.Options.StepSeconds;
        int steps = (int)Math.Ceiling((endSeconds - StartSeconds) / step) + StepsPerRecord;
        for (; _steps < steps; _steps++)
        {
            if ((_steps & 31) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            StepOnce(_world);
            foreach (ContactEvent contact in _world.Contacts)
            {
                bool met = contact.Phase == ContactPhase.Start && contact.ApproachMps > 0.05f;
                if (met || contact.SlidingMps > 0.08f || contact.RollingMps > 0.05f)
                {
                    Contacts.Add(contact with { Seconds = StartSeconds + contact.Seconds });
                }
            }

            if ((_steps + 1) % StepsPerRecord == 0)
            {
                if (IsOver(StartSeconds + _world.Seconds))
                {
                    break;
                }

                foreach ((Actor _, BodyHandle body, List<Vector3> places, List<Quaternion> turns) in _dynamic)
                {
                    Pose pose = _world.PoseOf(body);
                    places.Add(pose.Position);
                    turns.Add(pose.Orientation);
                }
            }
        }
    }

    /// <summary>Everything rests and nothing will push it any more.</summary>
    private bool IsOver(double now)
    {
        if (_driven.Count > 0 || _pushes.Exists(push => push.Seconds >= now - 0.1))
        {
            return false;
        }

        foreach ((Actor _, BodyHandle body, List<Vector3> _, List<Quaternion> _) in _dynamic)
        {
            if (!_world.IsAsleep(body))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same run once more, step by step, for who listens to it.</summary>
    public PhysicsReplay Replay()
    {
        PhysicsWorld world = new(_world.Options);
        foreach (BodyDescription body in _bodies)
        {
            world.Add(body);
        }

        return new PhysicsReplay(world, StartSeconds, () => StepOnce(world));
    }

    private BodyHandle Add(BodyDescription description)
    {
        _bodies.Add(description);
        return _world.Add(description);
    }

    private void StepOnce(PhysicsWorld world)
    {
        float step = world.Options.StepSeconds;
        double now = StartSeconds + world.Seconds;
        foreach ((Actor actor, BodyHandle body) in _driven)
        {
            TrackState at = actor.Track.At(now + step);
            world.MoveKinematic(body, new Pose(at.Position + Vector3.Transform(actor.Prop.RestOffsetM * at.Scale, at.Rotation), at.Rotation), step);
        }

        foreach ((double seconds, BodyHandle body, Vector3 impulse, Vector3 offset) in _pushes)
        {
            if (seconds >= now && seconds < now + step)
            {
                world.ApplyImpulse(body, impulse, world.PoseOf(body).Position + offset);
            }
        }

        world.Step();
    }

    /// <summary>Track of a body over the shot.</summary>
    /// <param name="index">Order of addition.</param>
    /// <param name="sizeAt">Size over the time since release; null keeps it.</param>
    public Track TrackOf(int index, Func<double, float>? sizeAt)
    {
        (Actor actor, BodyHandle _, List<Vector3> places, List<Quaternion> turns) = _dynamic[index];
        return new ShiftedTrack(new RecordedTrack([.. places], [.. turns], _world.Options.StepSeconds * StepsPerRecord, actor.Prop.RestOffsetM, 1) { ScaleAt = sizeAt }, StartSeconds);
    }

    /// <summary>A body that moves freely, by order of addition.</summary>
    public BodyHandle BodyAt(int index) => _dynamic[index].Body;

    /// <summary>The actor of a body.</summary>
    public Actor ActorAt(int index) => _dynamic[index].Actor;

    /// <summary>Where a body began and ended, and the lowest cosine between its up axis and its first one.</summary>
    public (Vector3 First, Vector3 Last, float Upright) Outcome(int index)
    {
        (Actor _, BodyHandle _, List<Vector3> places, List<Quaternion> turns) = _dynamic[index];
        return (places[0], places[^1], Vector3.Dot(Vector3.Transform(Vector3.UnitY, turns[0]), Vector3.Transform(Vector3.UnitY, turns[^1])));
    }

    /// <summary>First moment of the shot at which a body comes within a distance of a point; infinity when it never does.</summary>
    public double Reaches(int index, Vector3 point, float withinM)
    {
        List<Vector3> places = _dynamic[index].Places;
        for (int i = 0; i < places.Count; i++)
        {
            if (Vector3.Distance(places[i], point) <= withinM)
            {
                return StartSeconds + (i * (double)_world.Options.StepSeconds * StepsPerRecord);
            }
        }

        return double.PositiveInfinity;
    }
}

/// <summary>A run of physics repeated in step with its listener.</summary>
internal sealed class PhysicsReplay(PhysicsWorld world, double startSeconds, Action step)
{
    /// <summary>The world as of the last step.</summary>
    public PhysicsWorld World => world;

    /// <summary>World time of the shot.</summary>
    public double Seconds => startSeconds + world.Seconds;

    /// <summary>One step on.</summary>
    public void Step() => step();
}

/// <summary>A track that starts later and rests before.</summary>
internal sealed class ShiftedTrack(Track track, double startSeconds) : Track
{
    public override TrackState At(double seconds) => track.At(seconds - startSeconds);
}

/// <summary>From shapes and substances of props to those of physics.</summary>
internal static class PhysicsBridge
{
    /// <summary>The shape that physics knows.</summary>
    public static Shape ShapeOf(CollisionShape shape) => shape switch
    {
        CollisionShape.Sphere sphere => Shape.Sphere(Size(sphere.RadiusM)),
        CollisionShape.Box box => Shape.Box(Vector3.Max(box.HalfExtentsM * 2, new Vector3(Shape.MinimumSizeM * 2))),
        CollisionShape.Cylinder cylinder => Shape.Cylinder(Size(cylinder.RadiusM), Size(cylinder.HeightM)),
        CollisionShape.Capsule capsule => Shape.Capsule(Size(capsule.RadiusM), MathF.Max(capsule.HeightM, capsule.RadiusM * 2.01f)),
        CollisionShape.Compound compound => Shape.Compound([.. compound.Parts.Select(part => (ShapeOf(part.Shape), new Pose(part.OffsetM, part.Rotation)))]),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "A collision shape that physics does not know."),
    };

    /// <summary>The surface that physics knows.</summary>
    public static SurfaceMaterial SurfaceOf(Substance substance) => substance switch
    {
        Substance.Wood => SurfaceMaterial.Wood,
        Substance.Rubber => SurfaceMaterial.Rubber,
        Substance.Metal => SurfaceMaterial.Metal,
        Substance.Glass => SurfaceMaterial.Glass,
        Substance.Stone => SurfaceMaterial.Stone,
        Substance.Ceramic => SurfaceMaterial.Ceramic,
        Substance.Plastic => SurfaceMaterial.Plastic,
        Substance.Cloth or Substance.Foam => SurfaceMaterial.Fabric,
        Substance.Paper => SurfaceMaterial.Paper,
        Substance.Flesh or Substance.Food => SurfaceMaterial.Flesh,
        Substance.Grass or Substance.Hay => SurfaceMaterial.Grass,
        Substance.Sand => SurfaceMaterial.Sand,
        Substance.Snow => SurfaceMaterial.Snow,
        Substance.Ice => SurfaceMaterial.Ice,
        Substance.Water => SurfaceMaterial.Water,
        _ => SurfaceMaterial.Earth,
    };

    private static float Size(float size) => MathF.Max(size, Shape.MinimumSizeM * 2);
}
