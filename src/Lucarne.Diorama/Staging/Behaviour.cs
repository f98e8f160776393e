using System.Collections.Frozen;
using Lucarne.Diorama.Language;

namespace Lucarne.Diorama.Staging;

/// <summary>The ways of moving that Staging can play; many verbs share one.</summary>
internal enum Behaviour
{
    Idle, Bounce, Roll, Fall, Topple, Collapse, Strike, Swing, Throw, KnockOver, Travel, Chase, Sail, Float, Fly, Swim, Drift, Rise, Sink, Orbit, Launch,
    Land, Spin, Dance, Wave, Bow, Cheer, Talk, Sit, Sleep, Jump, Flip, Slip, Fight, Toss, Play, Grow, Sway, Glow, Balance, Cast, FlyKite, Hold, Ride,
    Eat, Look, Open,
}

/// <summary>From verbs of the vocabulary to <see cref="Behaviour"/>.</summary>
internal static class Behaviours
{
    private static readonly FrozenDictionary<string, Behaviour> ByVerb = Build();

    /// <summary>What a verb asks for: its own entry, or that of the nearest more general verb; null when none is known.</summary>
    public static Behaviour? Of(string verb)
    {
        foreach (string name in Vocabulary.Lineage(verb).DefaultIfEmpty(verb))
        {
            if (ByVerb.TryGetValue(name, out Behaviour behaviour))
            {
                return behaviour;
            }
        }

        return null;
    }

    /// <summary>Played by rigid bodies.</summary>
    public static bool IsPhysical(Behaviour behaviour) => behaviour is Behaviour.Bounce or Behaviour.Roll or Behaviour.Fall or Behaviour.Topple
        or Behaviour.Collapse or Behaviour.Strike or Behaviour.Throw;

    private static FrozenDictionary<string, Behaviour> Build()
    {
        Dictionary<string, Behaviour> map = new(StringComparer.Ordinal);
        void Add(Behaviour behaviour, string verbs)
        {
            foreach (string verb in verbs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                map[verb] = behaviour;
            }
        }

        Add(Behaviour.Idle, "be-still act sense change stand lie lean hang-over wear win hide help defend smile cry wink nod listen sneeze wake photograph-act");
        Add(Behaviour.Bounce, "bounce");
        Add(Behaviour.Roll, "roll slide");
        Add(Behaviour.Fall, "fall drop pour flow");
        Add(Behaviour.Topple, "topple");
        Add(Behaviour.Collapse, "collapse break explode destroy");
        Add(Behaviour.Strike, "hit crash push");
        Add(Behaviour.KnockOver, "knock-over");
        Add(Behaviour.Throw, "throw kick score");
        Add(Behaviour.Swing, "swing");
        Add(Behaviour.Travel, "move walk run crawl climb drive ride cross follow skate ski surf meet carry pull search hunt");
        Add(Behaviour.Chase, "chase flee-from");
        Add(Behaviour.Sail, "sail");
        Add(Behaviour.Float, "float");
        Add(Behaviour.Fly, "fly circle");
        Add(Behaviour.Swim, "swim");
        Add(Behaviour.Drift, "drift");
        Add(Behaviour.Rise, "rise");
        Add(Behaviour.Sink, "sink descend");
        Add(Behaviour.Orbit, "orbit");
        Add(Behaviour.Launch, "lift-off");
        Add(Behaviour.Land, "land");
        Add(Behaviour.Spin, "spin");
        Add(Behaviour.Dance, "dance");
        Add(Behaviour.Wave, "wave-hand point");
        Add(Behaviour.Bow, "nod");
        Add(Behaviour.Cheer, "cheer clap laugh hug kiss shake-hands");
        Add(Behaviour.Talk, "speak-act");
        Add(Behaviour.Sit, "sit read work-desk drill");
        Add(Behaviour.Sleep, "sleep");
        Add(Behaviour.Jump, "jump");
        Add(Behaviour.Flip, "flip");
        Add(Behaviour.Slip, "slip tumble");
        Add(Behaviour.Fight, "fight");
        Add(Behaviour.Toss, "catch juggle cook");
        Add(Behaviour.Play, "play play-music paint build dig clean cut-up plant-seed exercise put reach feed tie");
        Add(Behaviour.Grow, "grow open-up appear");
        Add(Behaviour.Sway, "sway shake");
        Add(Behaviour.Glow, "shine blink burn smoke bring-light turn-on");
        Add(Behaviour.Balance, "balance");
        Add(Behaviour.Cast, "cast-spell raise");
        Add(Behaviour.FlyKite, "kite-fly");
        Add(Behaviour.Hold, "give");
        Add(Behaviour.Eat, "eat drink");
        Add(Behaviour.Look, "look");
        Add(Behaviour.Open, "open");
        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
