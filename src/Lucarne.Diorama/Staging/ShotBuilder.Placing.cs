using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>Where things stand: layouts, relations, and free room.</summary>
internal sealed partial class ShotBuilder
{
    /// <summary>Height of what carries a thing at X, Z: ground, table top, step; pieces far above the centre (shelves, ceilings) do not count.</summary>
    private float StandHeight(float x, float z)
    {
        float height = _stage.GroundHeightM(x, z);
        float ceiling = MathF.Max(_centre.Position.Y + 0.06f, height);
        foreach (StageCollider collider in _stage.Colliders)
        {
            float top = Top(collider, x, z);
            if (top > height && top <= ceiling)
            {
                height = top;
            }
        }

        return height;
    }

    private static float Top(StageCollider collider, float x, float z)
    {
        Vector3 local = Vector3.Transform(new Vector3(x, collider.Position.Y, z) - collider.Position, Quaternion.Conjugate(collider.Rotation));
        bool upright = MathF.Abs(collider.Rotation.X) + MathF.Abs(collider.Rotation.Z) < 1e-3f;
        return collider.Shape switch
        {
            CollisionShape.Box box when upright && MathF.Abs(local.X) <= box.HalfExtentsM.X && MathF.Abs(local.Z) <= box.HalfExtentsM.Z => collider.Position.Y + box.HalfExtentsM.Y,
            CollisionShape.Cylinder cylinder when upright && (local.X * local.X) + (local.Z * local.Z) <= cylinder.RadiusM * cylinder.RadiusM => collider.Position.Y + (cylinder.HeightM / 2),
            _ => float.NegativeInfinity,
        };
    }

    private Vector3 OnGround(float x, float z) => new(x, StandHeight(x, z), z);

    /// <summary>The ground, or the surface of a road that lies on it.</summary>
    private Vector3 OnSurface(Vector2 spot)
    {
        Vector3 ground = OnGround(spot.X, spot.Y);
        if (PathNamed("road") is { } road)
        {
            Spline spline = new(road.Points.AsSpan(), road.Closed);
            Vector3 nearest = spline.Position(spline.NearestDistance(ground));
            bool onRoad = new Vector2(nearest.X - spot.X, nearest.Z - spot.Y).Length() < road.WidthM && nearest.Y > ground.Y && nearest.Y < ground.Y + 0.3f;
            ground.Y = onRoad ? nearest.Y : ground.Y;
        }

        return ground;
    }

    /// <summary>Puts a still group around a point: one in the middle, few in a row, many in a scatter or a crowd.</summary>
    private void Arrange(List<Actor> group, Vector3 middle, float yaw)
    {
        Actor lead = group[0];
        float wide = MathF.Max(lead.SizeM.X, 0.02f), deep = MathF.Max(lead.SizeM.Z, 0.02f);
        float foot = MathF.Max(wide, deep);
        Chance chance = new(Chance.Derive(_seed, lead.Subject?.Id ?? "group"));
        int columns = group.Count <= 3 ? group.Count : group.Count <= 7 ? (group.Count + 1) / 2 : (int)MathF.Ceiling(MathF.Sqrt(group.Count * 1.8f));
        for (int i = 0; i < group.Count; i++)
        {
            int row = i / columns, column = i % columns;
            int inRow = Math.Min(columns, group.Count - (row * columns));
            float loose = group.Count > 3 ? 0.3f : 0.12f;
            float x = (column - ((inRow - 1) * 0.5f)) * wide * 1.5f;
            float z = -row * deep * 1.7f;
            x += chance.Between(-loose, loose) * wide * (group.Count > 1 ? 1 : 0);
            z += chance.Between(-loose, loose) * deep * (group.Count > 1 ? 1 : 0);
            Vector3 offset = Vector3.Transform(new Vector3(x, 0, z), Ease.Y(_centre.YawRadians));
            Vector2 spot = _footprints.Free(new Vector2(middle.X + offset.X, middle.Z + offset.Z), foot * 0.5f);
            float own = yaw + (group.Count > 1 ? chance.Between(-0.35f, 0.35f) : 0);
            group[i].Track = new StillTrack(LiftedFrom(group[i], OnSurface(spot)), own);
            group[i].Placed = true;
        }
    }

    /// <summary>Props whose origin is their middle stand half of their height above what carries them.</summary>
    private static Vector3 LiftedFrom(Actor actor, Vector3 ground) => actor.Prop.Rig is Rig.Planet or Rig.Swimmer ? ground + new Vector3(0, actor.SizeM.Y * 0.5f, 0) : ground;

    /// <summary>Finds the place of a group that nothing else decides: large things behind, small ones in front, side by side.</summary>
    private (Vector3 Middle, float Yaw) Spot(List<Actor> group)
    {
        Actor lead = group[0];
        float largest = _cast.Values.Max(other => other[0].SizeM.Length());
        bool main = _cast.Values.First() == group;
        float mainSize = _cast.Values.First()[0].SizeM.Length();
        Quaternion turn = Ease.Y(_centre.YawRadians);
        if (!main && group.Count > 8)
        {
            // A crowd stands behind whoever it came for.
            return (_centre.Position + Vector3.Transform(new Vector3(0, 0, -(mainSize * 0.7f) - lead.SizeM.Z), turn), _centre.YawRadians);
        }

        bool related = _shot.Relations.Any(r => r.TargetId == lead.Subject?.Id) || _shot.Actions.Any(a => a.TargetId == lead.Subject?.Id);
        if (!main && !related && lead.SizeM.Length() > MathF.Max(mainSize * 3.5f, 3))
        {
            StageAnchor? background = Anchor("background", "hilltop");
            if (background is not null)
            {
                return (background.Position, background.YawRadians);
            }

            Vector3 behind = _centre.Position + Vector3.Transform(new Vector3(lead.SizeM.X * 0.15f, 0, -(lead.SizeM.Z * 0.5f) - (mainSize * 1.5f)), turn);
            return (behind, _centre.YawRadians);
        }

        if (main)
        {
            return (_centre.Position, _centre.YawRadians);
        }

        int order = _cast.Values.ToList().IndexOf(group);
        float side = order % 2 == 1 ? 1 : -1;
        float reach = ((mainSize * 0.45f) + (lead.SizeM.X * 0.6f * MathF.Min(group.Count, 3))) * ((order + 1) / 2);
        float back = lead.SizeM.Length() >= largest * 0.99f ? -0.35f * lead.SizeM.Z : 0.15f * mainSize;
        return (_centre.Position + Vector3.Transform(new Vector3(side * reach, 0, back), turn), _centre.YawRadians - (side * 0.35f));
    }

    private void PlaceRelations()
    {
        foreach (Relation relation in _shot.Relations)
        {
            if (IsHat(relation.SubjectId) || (IsHat(relation.TargetId) && relation.Kind is "with" or "in" or "wears"))
            {
                continue;
            }

            if (_cast.TryGetValue(relation.SubjectId, out List<Actor>? owner) && _cast.TryGetValue(relation.TargetId, out List<Actor>? owned) && owner != owned && !owned[0].Placed
                && relation.Kind is "with" or "in" && owner[0].Prop.Rig is Rig.Biped && owned[0].Prop.Rig is Rig.Rigid or Rig.Flame && owned[0].SizeM.Y < owner[0].SizeM.Y * 1.15f)
            {
                if (!owner[0].Placed)
                {
                    PlaceByNature(owner);
                }

                Carry(owned, owner, Language.Vocabulary.IsA(owned[0].Prop.Concept, "hat") ? "head" : "hand-right");
                continue;
            }

            if (!_cast.TryGetValue(relation.SubjectId, out List<Actor>? group) || group[0].Placed || !_cast.TryGetValue(relation.TargetId, out List<Actor>? target) || target == group)
            {
                continue;
            }

            if (!target[0].Placed && relation.Kind == "on" && group[0].Prop.Rig is Rig.Biped && target[0].Prop.Rig is Rig.Wheeled or Rig.Quadruped)
            {
                Travel(target, null, Behaviour.Travel);
            }
            else if (!target[0].Placed)
            {
                PlaceByNature(target);
            }

            if (!group[0].Placed)
            {
                Relate(group, relation.Kind, target);
            }
        }
    }

    private void Relate(List<Actor> group, string kind, List<Actor> target)
    {
        Actor lead = group[0], other = target[0];
        bool carriable = other.Prop.Rig is Rig.Biped && lead.SizeM.Y < other.SizeM.Y * 1.15f && lead.Prop.Rig is not (Rig.Biped or Rig.Wheeled);
        switch (kind)
        {
            case "with" or "in" or "on" when carriable && (lead.Prop.Rig is not Rig.Quadruped || (kind == "on" && lead.SizeM.Z < other.SizeM.Y * 0.6f)):
                Carry(group, target, kind == "on" ? "head" : "hand-right");
                break;
            case "on" or "in":
                PutOn(group, target, lead.Prop.Rig == Rig.Biped ? (HasAnchor(other, "seat") ? Act.Ride : Act.Idle) : Act.Idle);
                break;
            case "under" when _waves is not null && lead.Prop.Rig is Rig.Swimmer:
                Beneath(group, target);
                break;
            case "under" or "above":
                StackAt(group, target, kind == "above" ? other.SizeM.Y + (lead.SizeM.Y * 0.5f) : 0);
                break;
            case "around":
                Surround(group, target);
                break;
            case "behind" or "in-front-of" or "beside" or "with" or "between":
                Beside(group, target, kind);
                break;
            default:
                Beside(group, target, "beside");
                break;
        }
    }

    private static bool HasAnchor(Actor actor, string name) => actor.Prop.Anchors.Any(anchor => anchor.Name == name);

    /// <summary>In the hand or on the head of somebody.</summary>
    private void Carry(List<Actor> group, List<Actor> carriers, string place)
    {
        for (int i = 0; i < group.Count; i++)
        {
            Actor carrier = carriers[Math.Min(i, carriers.Count - 1)], item = group[i];
            PropAnchor? anchor = carrier.Prop.Anchors.FirstOrDefault(a => a.Name == place) ?? carrier.Prop.Anchors.FirstOrDefault(a => a.Name.StartsWith("hand", StringComparison.Ordinal));
            if (anchor is null)
            {
                Beside(group, carriers, "beside");
                return;
            }

            item.Track = new AttachedTrack(carrier, anchor.Part, anchor.OffsetM, Quaternion.Identity, 1) { Upright = true };
            item.Placed = item.Attached = true;
            item.Weight = 0.3f;
            Enliven(item, Behaviour.Idle, 1);
            if (place != "head")
            {
                carrier.Articulations.Add(new HandUp(carrier.Skeleton, left: place == "hand-left"));
            }
            else if (item.Prop.Rig is Rig.Quadruped)
            {
                item.Articulations.Add(new Acting(item.Skeleton, Act.Sit, item.Seed, 1));
            }
        }
    }

    /// <summary>On top of something, in its seat or inside it; it rides along when that moves.</summary>
    private void PutOn(List<Actor> group, List<Actor> target, Act act)
    {
        Actor other = target[0];
        Actor lead = group[0];
        PropAnchor? seat = other.Prop.Anchors.FirstOrDefault(a => a.Name is "seat") ?? other.Prop.Anchors.FirstOrDefault(a => a.Name is "inside" && lead.SizeM.X < other.SizeM.X) ?? other.Prop.Anchors.FirstOrDefault(a => a.Name is "top");
        bool riding = act == Act.Ride && seat is { Name: "seat" };
        float hip = riding && lead.Skeleton.Legs.Length > 0 ? lead.Skeleton.Legs[0].HipM : 0;
        float width = seat is { ExtentM.X: > 0 } ? seat.ExtentM.X : other.SizeM.X * 0.4f, depth = seat is { ExtentM.Y: > 0 } ? seat.ExtentM.Y : other.SizeM.Z * 0.4f;
        Vector3 top = seat?.OffsetM ?? new Vector3(0, other.SizeM.Y, 0) - other.Prop.Parts[0].Pivot;
        Chance chance = new(Chance.Derive(_seed, "on" + lead.Subject?.Id));
        float spacing = MathF.Max(lead.SizeM.X, lead.SizeM.Z) * 1.15f;
        int columns = Math.Max(1, Math.Min(group.Count, (int)(2 * width / MathF.Max(spacing, 1e-3f))));
        for (int i = 0; i < group.Count; i++)
        {
            int row = i / columns;
            int inRow = Math.Min(columns, group.Count - (row * columns));
            Vector3 offset = new(((i % columns) - ((inRow - 1) * 0.5f)) * spacing, 0, MathF.Max(-depth, -row * spacing));
            Vector3 place = top + offset - new Vector3(0, hip, 0);
            if (lead.Prop.Rig is Rig.Planet or Rig.Swimmer)
            {
                place.Y += lead.SizeM.Y * 0.5f;
            }

            float turn = group.Count > 2 ? chance.Between(-0.4f, 0.4f) : 0;
            group[i].Track = new AttachedTrack(other, seat?.Part ?? 0, place, Ease.Y(turn), 1);
            group[i].Placed = true;
            group[i].Attached = true;
            group[i].Weight = MathF.Max(group[i].Weight, 0.5f);
            Enliven(group[i], Behaviour.Idle, 1);
            if (lead.Prop.Rig is Rig.Biped or Rig.Quadruped)
            {
                Act played = riding ? (other.Prop.Rig is Rig.Wheeled && HasAnchor(other, "seat") ? Act.Ride : Act.Sit) : act == Act.Ride ? Act.LookAround : act;
                group[i].Articulations.Add(new Acting(group[i].Skeleton, played, group[i].Seed, 1));
            }
        }
    }

    private void StackAt(List<Actor> group, List<Actor> target, float height)
    {
        TrackState at = target[0].Track.At(0);
        Arrange(group, at.Position, _centre.YawRadians);
        foreach (Actor actor in group)
        {
            TrackState own = actor.Track.At(0);
            Vector3 position = height > 0 ? own.Position with { Y = at.Position.Y + height } : own.Position;
            actor.Track = height > 0 ? new DriftTrack(position, Vector3.Zero, _centre.YawRadians, 1, actor.Seed) { WanderM = actor.RadiusM * 0.15f } : new StillTrack(position, _centre.YawRadians);
            Enliven(actor, actor.Prop.Rig is Rig.Bird ? Behaviour.Fly : Behaviour.Idle, 1);
        }
    }

    private void Surround(List<Actor> group, List<Actor> target)
    {
        Vector3 middle = target[0].CentreAt(0);
        float radius = (MathF.Max(target[0].SizeM.X, target[0].SizeM.Z) * 0.6f) + (MathF.Max(group[0].SizeM.X, group[0].SizeM.Z) * 0.9f);
        radius = MathF.Max(radius, group.Count * MathF.Max(group[0].SizeM.X, group[0].SizeM.Z) * 1.25f / MathF.Tau);
        for (int i = 0; i < group.Count; i++)
        {
            // The side towards the camera stays a little open, so that the middle is seen.
            float angle = (MathF.PI * 0.62f) + (MathF.Tau * 0.88f * (i + 0.5f) / group.Count);
            Vector3 place = middle + (new Vector3(MathF.Cos(angle), 0, MathF.Sin(angle)) * radius);
            Vector3 inward = middle - place;
            group[i].Track = new StillTrack(LiftedFrom(group[i], OnGround(place.X, place.Z)), Ease.YawOf(inward));
            group[i].Placed = true;
            Enliven(group[i], Behaviour.Idle, 1);
            if (group[i].Prop.Rig is Rig.Biped or Rig.Quadruped)
            {
                group[i].Articulations.Add(new Acting(group[i].Skeleton, Act.LookAround, group[i].Seed, 1));
            }
        }
    }

    private void Beside(List<Actor> group, List<Actor> target, string kind)
    {
        if (kind is "beside" or "with" && group[0].Prop.Rig is Rig.Biped && (Language.Vocabulary.IsA(target[0].Prop.Concept, "table") || target[0].Prop.Concept is "desk" or "counter"))
        {
            // People at a table are behind it, towards the camera.
            kind = "behind";
        }

        TrackState at = target[0].Track.At(_seconds * 0.5);
        Vector3 right = Vector3.Transform(Vector3.UnitX, Ease.Y(_centre.YawRadians)), ahead = Vector3.Transform(Vector3.UnitZ, Ease.Y(_centre.YawRadians));
        float across = (target[0].SizeM.X * 0.5f) + (group[0].SizeM.X * 0.75f), along = (target[0].SizeM.Z * 0.5f) + (group[0].SizeM.Z * 0.8f);
        float order = _cast.Values.ToList().IndexOf(group) % 2 == 0 ? -1 : 1;
        Vector3 offset = kind switch
        {
            "behind" => (-ahead * along) + (right * target[0].SizeM.X * 0.08f),
            "in-front-of" => (ahead * along) + (right * across * -0.25f),
            "between" => Vector3.Zero,
            _ => (right * across * order) + (ahead * 0.1f * along),
        };
        Arrange(group, at.Position + offset, _centre.YawRadians - (kind is "beside" or "with" ? 0.35f * order : 0));
        foreach (Actor actor in group)
        {
            Enliven(actor, Behaviour.Idle, 1);
            if (actor.Prop.Rig is Rig.Biped or Rig.Quadruped)
            {
                actor.Articulations.Add(new Acting(actor.Skeleton, Act.LookAround, actor.Seed, 1));
            }
        }
    }
}

/// <summary>Ground that is taken, as circles.</summary>
internal sealed class Footprints
{
    private readonly List<(Vector2 Middle, float RadiusM)> _taken = [];

    /// <summary>The wanted place, or the nearest one on a spiral that is free; it is taken from then on.</summary>
    public Vector2 Free(Vector2 wanted, float radiusM)
    {
        Vector2 spot = wanted;
        for (int i = 0; i < 240; i++)
        {
            float angle = i * 2.39996f, reach = radiusM * 0.35f * MathF.Sqrt(i);
            spot = wanted + (new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * reach);
            if (!_taken.Exists(circle => Vector2.Distance(circle.Middle, spot) < (circle.RadiusM + radiusM) * 0.98f))
            {
                break;
            }
        }

        _taken.Add((spot, radiusM));
        return spot;
    }
}
