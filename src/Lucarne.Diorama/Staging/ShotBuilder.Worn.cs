using System.Numerics;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging;

/// <summary>What belongs to a being without a place of its own: hats on heads, kites in the wind.</summary>
internal sealed partial class ShotBuilder
{
    private bool IsHat(string id) => _cast.TryGetValue(id, out List<Actor>? group) && Vocabulary.IsA(group[0].Prop.Concept, "hat") && _cast.Values.Any(other => other[0].Prop.Rig is Rig.Biped or Rig.Quadruped or Rig.Swimmer or Rig.Bird);

    /// <summary>A hat that is named with a being is worn by it.</summary>
    private void WearHats()
    {
        foreach (List<Actor> hats in _cast.Values.Where(group => !group[0].Placed && Vocabulary.IsA(group[0].Prop.Concept, "hat")).ToArray())
        {
            string? id = hats[0].Subject?.Id;
            Relation? worn = _shot.Relations.FirstOrDefault(relation => relation.SubjectId == id || relation.TargetId == id);
            string? owner = worn is null ? null : worn.SubjectId == id ? worn.TargetId : worn.SubjectId;
            List<Actor>? wearers = owner is not null && _cast.TryGetValue(owner, out List<Actor>? related) ? related : null;
            wearers ??= _cast.Values.FirstOrDefault(group => group[0].Prop.Rig is Rig.Biped or Rig.Quadruped or Rig.Swimmer or Rig.Bird);
            if (wearers is null)
            {
                continue;
            }

            if (!wearers[0].Placed)
            {
                PlaceByNature(wearers);
            }

            Actor wearer = wearers[0], hat = hats[0];
            if (HasAnchor(wearer, "head"))
            {
                Carry(hats, wearers, "head");
                continue;
            }

            Place(hats);
            float scale = Math.Clamp(wearer.SizeM.X * 0.26f / MathF.Max(hat.SizeM.X, 0.01f), 0.8f, 8);
            Vector3 crown = wearer.MiddleM + new Vector3(0, wearer.SizeM.Y * 0.47f, 0) - wearer.Prop.Parts[0].Pivot;
            foreach (Actor each in hats)
            {
                each.Track = new AttachedTrack(wearer, 0, crown, Quaternion.Identity, scale);
                each.Attached = true;
                each.Weight = 0.3f;
            }
        }
    }

    /// <summary>A kite in the wind above whoever flies it.</summary>
    private void FlyKite(Actor flyer)
    {
        List<Actor>? named = _cast.Values.FirstOrDefault(group => group[0].Prop.Concept == "kite");
        if (named is { } placed && placed[0].Placed)
        {
            return;
        }

        Actor kite = named?[0] ?? new Actor(PropLibrary.Make(new PropRequest("kite") { Attributes = new Attributes { Colours = ["red", "yellow"] }, Seed = _world }, Vocabulary.Parent), null, 0, Chance.Derive(_world, "kite")) { Weight = 0.6f };
        float tall = MathF.Max(flyer.SizeM.Y, 0.8f);
        Vector3 above = flyer.Track.At(0).Position + Vector3.Transform(new Vector3(0.5f * tall, 1.55f * tall, -0.3f * tall), Ease.Y(_centre.YawRadians));
        kite.Track = new DriftTrack(above, Vector3.Zero, _centre.YawRadians, 1, kite.Seed) { WanderM = 0.22f * tall, Sway = 0.25f };
        kite.Placed = true;
        Enliven(kite, Behaviour.Idle, 1);
        if (named is null)
        {
            _actors.Add(kite);
            _report.Shows("kite");
        }
    }
}
