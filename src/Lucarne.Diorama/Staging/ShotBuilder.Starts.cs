using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>How bodies begin: down a path, towards one another, from above, as dominoes, as stacks.</summary>
internal sealed partial class ShotBuilder
{
    private void BeginDown(Intent intent, StagePath down, List<Start> starts, ref Chance chance)
    {
        Spline way = new(down.Points.AsSpan(), false);
        Vector3 ahead = way.Direction(0, 0.3f);
        ahead = Vector3.Normalize(ahead with { Y = 0 });
        Vector3 left = Vector3.Cross(Vector3.UnitY, ahead);
        bool bounces = intent.Behaviour is Behaviour.Bounce or Behaviour.Fall;
        for (int i = 0; i < intent.Group.Count; i++)
        {
            Actor actor = intent.Group[i];
            float size = actor.SizeM.Y, lane = intent.Group.Count == 1 ? chance.Between(-0.06f, 0.06f) : (((i % 3) - 1) * 0.28f) + chance.Between(-0.05f, 0.05f);
            Vector3 top = way.Position(size * 0.5f) + (left * lane * down.WidthM) - (ahead * (i / 3) * size * 2);
            float drop = bounces ? chance.Between(0.25f, 0.6f) * MathF.Max(size * 2, 0.3f) : 0.005f;
            top.Y = MathF.Max(top.Y, StandHeightAnywhere(top.X, top.Z, top.Y + 0.2f)) + drop + (0.35f * size * (i / 3));
            float speed = MathF.Sqrt(MathF.Max(_stage.GravityMps2, 0.5f) * MathF.Max(size, 0.1f)) * chance.Between(0.45f, 1.1f) * Math.Clamp(intent.Action?.Speed ?? 1, 0.5f, 2);
            Vector3 velocity = (ahead * speed) + (left * chance.Between(-0.03f, 0.03f) * speed);
            starts.Add(new Start(actor, top, Quaternion.Identity, velocity, left * (bounces ? 2 : speed / MathF.Max(size * 0.5f, 0.01f))));
        }
    }

    private float StandHeightAnywhere(float x, float z, float below)
    {
        float height = _stage.GroundHeightM(x, z);
        foreach (StageCollider collider in _stage.Colliders)
        {
            float top = Top(collider, x, z);
            if (top > height && top <= below)
            {
                height = top;
            }
        }

        return height;
    }

    /// <summary>Several that meet in the middle.</summary>
    private void BeginInward(List<Actor> group, List<Start> starts, ref Chance chance)
    {
        float size = MathF.Max(group[0].SizeM.X, group[0].SizeM.Z);
        float ring = MathF.Max(size * 4.5f, size * group.Count * 0.55f);
        ring = MathF.Min(ring, MathF.Max(_centre.ExtentM.Length() * 0.6f, size * 2));
        float arrive = (float)_seconds * 0.35f;
        for (int i = 0; i < group.Count; i++)
        {
            float angle = (MathF.Tau * i / group.Count) + 0.4f + chance.Between(-0.15f, 0.15f);
            Vector3 offset = new Vector3(MathF.Cos(angle), 0, MathF.Sin(angle)) * ring * chance.Between(0.9f, 1.15f);
            Vector3 from = OnGround(_centre.Position.X + offset.X, _centre.Position.Z + offset.Z) + new Vector3(0, 0.001f, 0);
            Vector3 aim = (_centre.Position + (new Vector3(chance.Between(-1, 1), 0, chance.Between(-1, 1)) * size * 0.35f)) - from;
            Vector3 velocity = (aim with { Y = 0 }) / MathF.Max(arrive, 0.2f) * 1.1f;
            starts.Add(new Start(group[i], from, Quaternion.Identity, velocity, Vector3.Cross(Vector3.UnitY, velocity) / (size * 0.5f)));
        }
    }

    /// <summary>From the left across the middle, or at a target.</summary>
    private void BeginAcross(Intent intent, List<Start> starts, ref Chance chance)
    {
        Vector3 side = Vector3.Transform(Vector3.UnitX, Ease.Y(_centre.YawRadians));
        List<Actor>? target = intent.Target is not null && intent.Target[0].Placed ? intent.Target : null;
        for (int i = 0; i < intent.Group.Count; i++)
        {
            Actor actor = intent.Group[i];
            float size = MathF.Max(actor.SizeM.X, actor.SizeM.Z);
            float reach = target is not null ? (4 * size) + (target[0].SizeM.X * 2) : MathF.Min(9 * size, MathF.Max(_centre.ExtentM.X * 0.85f, size * 2));
            reach = MathF.Min(reach, MathF.Max(MathF.Abs(_centre.Position.X - _stage.PlayArea.Min.X) * 0.9f, size * 2));
            Vector3 from = _centre.Position - (side * reach) + new Vector3(0, 0, (i - ((intent.Group.Count - 1) * 0.5f)) * size * 1.3f);
            from = OnGround(from.X, from.Z) + new Vector3(0, 0.001f, 0);
            float seconds = target is not null ? (float)Math.Min(1.6, _seconds * 0.25) : (float)_seconds * 0.55f;
            float speed = reach / MathF.Max(seconds, 0.2f) * Math.Clamp(intent.Action?.Speed ?? 1, 0.5f, 2) * chance.Between(0.9f, 1.2f);
            if (intent.Behaviour == Behaviour.Strike)
            {
                speed = MathF.Max(speed, 2.2f * MathF.Sqrt(MathF.Max(_stage.GravityMps2, 0.5f) * size));
            }

            Vector3 velocity = side * speed;
            bool rolls = IsRound(actor);
            starts.Add(new Start(actor, from, Ease.Y(rolls ? 0 : Ease.YawOf(side)), velocity, rolls ? Vector3.Cross(Vector3.UnitY, velocity) / (size * 0.5f) : Vector3.Zero));
        }
    }

    private void BeginPendulum(Intent intent)
    {
        Actor actor = intent.Group[0];
        if (actor.Track is PendulumTrack)
        {
            return;
        }

        Actor? struck = intent.Target?[0];
        float top = struck is null ? actor.SizeM.Y * 2 : MathF.Max(actor.SizeM.Y * 3, StackHeight(intent.Target!) * 2.2f);
        Vector3 place = _centre.Position - Vector3.Transform(new Vector3((actor.SizeM.X * 0.35f) + ((struck?.SizeM.X ?? 0) * 0.5f), 0, 0), Ease.Y(_centre.YawRadians));

        // A ball that comes with its chain hangs from the chain's end.
        bool chained = actor.SizeM.Y > actor.SizeM.X * 2.5f;
        float length = chained ? actor.SizeM.Y : top * 0.95f;
        Vector3 pivot = OnGround(place.X, place.Z) + new Vector3(0, chained ? length + (actor.SizeM.X * 0.2f) : top + (actor.SizeM.Y * 0.2f), 0);
        actor.Track = new PendulumTrack(pivot, length, 0.85f, _centre.YawRadians + (MathF.PI / 2), MathF.Max(_stage.GravityMps2, 0.5f)) { ReleaseSeconds = (float)Math.Min(0.6, _seconds * 0.1) };
    }

    private static float StackHeight(List<Actor> pieces) => pieces[0].SizeM.Y * MathF.Max(1, MathF.Ceiling(pieces.Count / 5f));

    private void BeginThrown(Intent intent, List<Start> starts, ref Chance chance)
    {
        Actor actor = intent.Group[0];
        StageAnchor? hoop = Anchor("hoop", "goal", "backboard");
        Vector3 goal = hoop?.Position ?? (intent.Target is not null && intent.Target[0].Placed ? intent.Target[0].CentreAt(0) : _centre.Position + new Vector3(4 * actor.SizeM.Length(), 0, 0));
        foreach (Actor each in intent.Group)
        {
            float far = MathF.Max(each.SizeM.Y * 8, hoop is not null ? 4.5f : 0);
            Vector3 from = goal - (Vector3.Transform(Vector3.UnitX, Ease.Y(_centre.YawRadians)) * far) + new Vector3(0, 0, chance.Between(-0.1f, 0.1f) * far);
            from.Y = StandHeight(from.X, from.Z) + (hoop is not null ? 1.9f : each.SizeM.Y);
            float time = MathF.Sqrt(far / MathF.Max(_stage.GravityMps2, 0.5f)) * 1.35f;
            Vector3 velocity = (goal - from) / time;
            velocity.Y += MathF.Max(_stage.GravityMps2, 0.5f) * time / 2;
            velocity *= 1 + chance.Between(-0.02f, 0.03f);
            starts.Add(new Start(each, from, Quaternion.Identity, velocity, new Vector3(0, 0, 6)));
        }
    }

    /// <summary>What a group goes round, by relation or by its action; null for nothing.</summary>
    private List<Actor>? RingedBy(List<Actor> group)
    {
        string? id = group[0].Subject?.Id;
        string? target = _shot.Relations.FirstOrDefault(r => r.SubjectId == id && r.Kind == "around")?.TargetId
            ?? _shot.Actions.FirstOrDefault(a => a.SubjectId == id && a.Direction == "around")?.TargetId;
        return target is not null && _cast.TryGetValue(target, out List<Actor>? found) && found != group ? found : null;
    }

    /// <summary>Dominoes stand along an arc, closer than they are tall, and the first is tipped.</summary>
    private void BeginDominoes(Intent intent, List<Start> starts)
    {
        Actor lead = intent.Group[0];
        float tall = lead.SizeM.Y, thick = MathF.Min(lead.SizeM.X, lead.SizeM.Z);
        bool thinAlongX = lead.SizeM.X < lead.SizeM.Z;
        float gap = (tall * 0.48f) + thick;
        float length = gap * intent.Group.Count;
        List<Actor>? ringed = RingedBy(intent.Group);
        float radius = length / (MathF.Tau * 0.78f);
        if (ringed is not null)
        {
            radius = MathF.Max(radius, (MathF.Max(ringed[0].SizeM.X, ringed[0].SizeM.Z) * 0.5f) + (tall * 1.1f));
        }

        Vector3 middle = ringed is not null ? ringed[0].Track.At(0).Position : _centre.Position;
        for (int i = 0; i < intent.Group.Count; i++)
        {
            Vector3 place;
            Vector3 way;
            if (ringed is not null)
            {
                // Round the far side, open towards the camera where the first and the last stand.
                float angle = (MathF.PI * 0.28f) - (i * gap / radius);
                place = middle + (new Vector3(MathF.Sin(angle + (MathF.PI / 2)), 0, MathF.Cos(angle + (MathF.PI / 2))) * radius);
                way = new Vector3(-MathF.Cos(angle + (MathF.PI / 2)), 0, MathF.Sin(angle + (MathF.PI / 2)));
            }
            else
            {
                float share = (i + 0.5f) / intent.Group.Count;
                float span = MathF.Min(length * 0.9f, MathF.Max(_centre.ExtentM.X * 1.7f, length * 0.4f));
                float bend = MathF.Sin(share * MathF.Tau) * span * 0.11f;
                place = middle + new Vector3((share - 0.5f) * length * 0.93f, 0, bend);
                way = Vector3.Normalize(new Vector3(length * 0.93f, 0, MathF.Cos(share * MathF.Tau) * MathF.Tau * span * 0.11f));
            }

            float yaw = Ease.YawOf(way) + (thinAlongX ? MathF.PI / 2 : 0);
            Vector3 axis = Vector3.Cross(Vector3.UnitY, way);
            Vector3 origin = OnGround(place.X, place.Z) + new Vector3(0, 0.0005f, 0);
            bool first = i == 0;
            float tip = MathF.Sqrt(3 * MathF.Max(_stage.GravityMps2, 0.5f) / tall) * 0.42f;
            starts.Add(new Start(intent.Group[i], origin, Ease.Y(yaw), first ? way * tip * tall * 0.5f : Vector3.Zero, first ? axis * tip : Vector3.Zero));
        }
    }

    /// <summary>Blocks piled by threes crosswise, or bricks in courses; struck by somebody, or undermined by a push.</summary>
    private void BeginStack(Intent intent, List<Start> starts, ref Chance chance)
    {
        List<Actor> group = intent.Group;
        Vector3 size = group[0].SizeM;
        bool wall = group[0].Subject?.Concept is "wall" or "brick-wall" or "brick" || IsArranged(group[0], "wall");
        Vector3 middle = _centre.Position;
        if (group.Count < 4 && !wall)
        {
            BeginStanding(intent, starts);
        }
        else if (wall)
        {
            // Courses run across the way of what strikes: along Z.
            bool longX = size.X >= size.Z;
            float length = MathF.Max(size.X, size.Z), thick = MathF.Min(size.X, size.Z);
            int across = Math.Max(3, (int)MathF.Round(MathF.Sqrt(group.Count * size.Y / length * 1.3f)));
            for (int i = 0; i < group.Count; i++)
            {
                int row = i / across;
                float z = ((i % across) - ((across - 1) * 0.5f) + (row % 2 == 0 ? 0 : 0.5f) - 0.25f) * length * 1.01f;
                Vector3 offset = Vector3.Transform(new Vector3(thick * 0.5f, 0, z), Ease.Y(_centre.YawRadians));
                Vector3 place = middle + offset;
                place.Y = OnGround(middle.X, middle.Z).Y + (row * (size.Y + 0.0004f)) + 0.0004f;
                starts.Add(new Start(group[i], place, Ease.Y(_centre.YawRadians + (longX ? MathF.PI / 2 : 0)), Vector3.Zero, Vector3.Zero));
            }
        }
        else
        {
            float pitch = MathF.Max(size.X, size.Z) * 1.02f;
            int perLayer = group.Count >= 18 ? 4 : group.Count >= 8 ? 3 : 2;
            for (int i = 0; i < group.Count; i++)
            {
                int layer = i / perLayer, k = i % perLayer;
                Vector2 offset = perLayer == 4
                    ? new Vector2((k % 2) - 0.5f, (k / 2) - 0.5f)
                    : perLayer == 3 ? new Vector2(MathF.Cos(k * MathF.Tau / 3), MathF.Sin(k * MathF.Tau / 3)) * 0.6f : new Vector2(k - 0.5f, 0);
                float twist = layer % 2 == 0 ? 0 : perLayer == 4 ? 0 : MathF.PI / 3;
                Vector3 turned = Vector3.Transform(new Vector3(offset.X, 0, offset.Y) * pitch, Ease.Y(twist));
                Vector3 place = OnGround(middle.X, middle.Z) + turned + new Vector3(chance.Between(-0.01f, 0.01f) * pitch, (layer * (size.Y + 0.0004f)) + 0.0004f, chance.Between(-0.01f, 0.01f) * pitch);
                starts.Add(new Start(group[i], place, Ease.Y(chance.Between(-0.03f, 0.03f)), Vector3.Zero, Vector3.Zero));
            }
        }

        bool struck = _intents.Exists(other => other != intent && other.Target == group);
        if (!struck && group.Count > 3)
        {
            _nudges.RemoveAll(nudge => group.Contains(nudge.Actor));
            float kick = MathF.Sqrt(MathF.Max(_stage.GravityMps2, 0.5f) * size.Y) * 2.4f;
            foreach (Actor low in group.Take(Math.Max(2, group.Count / 4)))
            {
                _nudges.Add((Math.Min(1.4, _seconds * 0.18), low, new Vector3(kick, 0.1f * kick, 0.3f * kick), new Vector3(0, size.Y * 0.2f, 0)));
            }
        }
    }

    private void BeginAbove(Intent intent, List<Start> starts, ref Chance chance)
    {
        Actor lead = intent.Group[0];
        float size = MathF.Max(lead.RadiusM * 2, 0.02f);
        bool off = intent.Action?.Direction is "from" or "off" or "out-of" && intent.Target is not null;
        Vector3 middle = off ? intent.Target![0].Track.At(0).Position : _centre.Position;
        float room = MathF.Max(_stage.PlayArea.Max.Y - _centre.Position.Y, size * 3);
        float height = off ? intent.Target![0].SizeM.Y : Math.Clamp(intent.Behaviour == Behaviour.Bounce ? 4.5f * size : 6 * size, MathF.Min(0.25f, room), MathF.Min(room * 0.9f, 6));
        StageAnchor? balcony = Anchor("balcony", "top", "edge");
        if (!off && intent.Behaviour == Behaviour.Fall && balcony is not null && balcony.Position.Y > _centre.Position.Y + 1)
        {
            middle = balcony.Position;
            height = 0.4f;
        }

        float across = intent.Group.Count > 12 ? 0.9f : 1.35f;
        int columns = Math.Max(1, (int)MathF.Ceiling(MathF.Cbrt(intent.Group.Count) * (intent.Group.Count <= 5 ? 2 : 1.3f)));
        int order = _intents.IndexOf(intent);
        for (int i = 0; i < intent.Group.Count; i++)
        {
            Actor actor = intent.Group[i];
            int layer = i / (columns * columns), within = i % (columns * columns);
            Vector3 offset = new(((within % columns) - ((Math.Min(columns, intent.Group.Count) - 1) * 0.5f)) * size * across, layer * size * 1.15f, (within / columns) * -size * across);
            offset += new Vector3(chance.Between(-0.1f, 0.1f), chance.Between(0, 0.35f) * (intent.Group.Count > 1 ? 1 : 0), chance.Between(-0.1f, 0.1f)) * size;
            offset.X += order * size * 1.6f;
            Vector3 from = middle + offset;
            from.Y = (off || balcony is not null ? middle.Y : StandHeight(from.X, from.Z)) + height + offset.Y;
            Vector3 velocity = off ? new Vector3(chance.Between(0.35f, 0.8f), 0.3f, chance.Between(0, 0.5f)) * MathF.Sqrt(size * 5) : intent.Behaviour == Behaviour.Bounce ? new Vector3(chance.Between(0.1f, 0.35f) * MathF.Sqrt(size * 9), 0, 0) : Vector3.Zero;
            Vector3 spin = new Vector3(chance.Between(-1, 1), chance.Between(-1, 1), chance.Between(-1, 1)) * (IsRound(actor) ? 2 : 0.7f);
            starts.Add(new Start(actor, from, Ease.Y(chance.Between(-0.5f, 0.5f)), velocity, spin));
        }
    }

    private void BeginStanding(Intent intent, List<Start> starts)
    {
        Actor lead = intent.Group[0];
        if (lead.Track is not StillTrack still || still.At(0).Position == Vector3.Zero)
        {
            Arrange(intent.Group, _centre.Position, _centre.YawRadians);
        }

        foreach (Actor actor in intent.Group)
        {
            TrackState at = actor.Track.At(0);
            bool topples = intent.Behaviour == Behaviour.Topple;
            float tip = topples ? MathF.Sqrt(3 * MathF.Max(_stage.GravityMps2, 0.5f) / MathF.Max(actor.SizeM.Y, 0.05f)) * 0.8f : 0;
            starts.Add(new Start(actor, at.Position + new Vector3(0, 0.001f, 0), at.Rotation, new Vector3(tip * actor.SizeM.Y * 0.5f, 0, 0), new Vector3(0, 0, -tip)));
        }
    }
}
