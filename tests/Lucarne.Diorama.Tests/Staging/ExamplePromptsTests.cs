using Lucarne.Diorama.Language;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Tests.Staging;

public sealed class ExamplePromptsTests
{
    [Theory]
    [InlineData("three glass marbles rolling into each other on a marble table, slow motion, close-up")]
    [InlineData("a tower of colourful wooden blocks collapses when a bowling ball hits it")]
    [InlineData("a basketball player misses the shot and the ball rebounds off the backboard")]
    [InlineData("a heavy anvil and a feather dropped together from a balcony")]
    [InlineData("a wrecking ball on a chain swings into a brick wall")]
    [InlineData("une boule de neige dévale la montagne et grossit")]
    [InlineData("cinq pommes vertes tombent d'un panier et roulent dans l'herbe")]
    [InlineData("a rubber duck floating in a bathtub, bobbing on small waves")]
    [InlineData("heavy rain on a neon-lit city street at night, reflections in the puddles")]
    [InlineData("snow falling on a quiet village, warm windows, Christmas lights")]
    [InlineData("the northern lights above a frozen lake with a campfire in front")]
    [InlineData("a desert at noon, a hot wind, a lonely cactus, dust")]
    [InlineData("hot-air balloons drifting over misty mountains at dawn")]
    [InlineData("un champ de tournesols qui ondulent dans le vent, fin d'après-midi")]
    [InlineData("un phare dans la tempête, la nuit, éclairs et grosses vagues")]
    [InlineData("a rocket lifts off from a launch pad, camera shakes, smoke everywhere")]
    [InlineData("planets orbiting a bright star, the camera flies past a ringed planet")]
    [InlineData("a golden retriever running on the beach")]
    [InlineData("a black cat jumps onto a bookshelf and knocks over a vase")]
    [InlineData("two penguins waddling across the ice, one slips")]
    [InlineData("a blue whale swimming under a small boat")]
    [InlineData("a flock of birds flying in formation over a lake")]
    [InlineData("a horse galloping through shallow water in slow motion")]
    [InlineData("un petit renard roux qui dort près d'un feu de camp")]
    [InlineData("an elephant balancing on a ball in a circus")]
    [InlineData("an astronaut dancing on the moon")]
    [InlineData("a chef tosses a pancake and catches it, smiling at the camera")]
    [InlineData("a woman in a yellow raincoat walks through the rain with an umbrella")]
    [InlineData("two robots play chess; one says: \"Checkmate.\" The other replies: \"Again?\"")]
    [InlineData("a gymnast does a backflip on a balance beam")]
    [InlineData("a news anchor at a desk says \"Good evening, tonight the sky is green.\"")]
    [InlineData("a figure skater spins on the ice with a cat on her head")]
    [InlineData("un chevalier salue la foule et dit : « Bonjour à tous ! »")]
    [InlineData("a wizard raises his staff and sparks fly")]
    [InlineData("a crowd cheering in a stadium at night")]
    [InlineData("a toy train goes round a snowy track under a Christmas tree")]
    [InlineData("a yellow submarine descends past coral and fish")]
    [InlineData("a spaceship lands in a wheat field at night, lights blinking")]
    [InlineData("a bicycle rolling alone down a hill, crashes into a haystack")]
    [InlineData("[0-3s] wide shot: a castle on a hill at dawn. [3-6s] close-up: a dragon opens its eye. [6-10s] aerial: the dragon flies over the towers")]
    [InlineData("Style: film noir, black and white. A detective in a trench coat walks under a street lamp. Rain. Slow dolly in.")]
    [InlineData("a bonsai tree growing through the four seasons, time-lapse, locked camera")]
    [InlineData("a paper boat in a gutter stream, macro, shallow depth of field")]
    [InlineData("anime style, a girl on a bicycle under cherry blossoms, petals falling")]
    [InlineData("watercolour painting of a lighthouse, gentle waves")]
    [InlineData("pixel art knight fighting a slime in a dungeon")]
    [InlineData("handheld camera running through a forest at night with a flashlight")]
    [InlineData("orbit around a chess king on a board, dramatic light, dust in the air")]
    [InlineData("1970s home movie of children flying a kite")]
    [InlineData("🐙🎩")]
    [InlineData("aucune personne, aucun texte, juste une forêt sous la pluie")]
    [InlineData("100 red balloons rising past a skyscraper")]
    [InlineData("no cats, only dogs, playing in a park")]
    public void Every_example_prompt_is_staged_drawn_and_heard(string prompt)
    {
        Screenplay screenplay = PromptReader.Read(prompt, 3).Screenplay.ShouldNotBeNull();
        foreach ((int width, int height) in (ReadOnlySpan<(int, int)>)[(72, 128), (128, 72)])
        {
            using Film film = Film.Stage(screenplay, new FilmOptions { Width = width, Height = height, FramesPerSecond = 24, FrameCount = 72, Seed = 3, Threads = 2 });
            FrameBuffer frame = new(width, height);
            float[] sound = new float[film.SamplesPerFrame * 2];
            foreach (int index in (ReadOnlySpan<int>)[0, 36, 71])
            {
                film.RenderFrame(index, frame);
                Spread(frame).ShouldBeGreaterThan(1.5, $"frame {index} at {width}x{height} is a flat field");
            }

            for (int i = 0; i < 12; i++)
            {
                film.ReadSound(sound);
                sound.ShouldAllBe(sample => sample >= -1 && sample <= 1);
            }
        }
    }

    /// <summary>Standard deviation of luma.</summary>
    private static double Spread(FrameBuffer frame)
    {
        double mean = 0, square = 0;
        foreach (byte luma in frame.Luma)
        {
            mean += luma;
            square += luma * luma;
        }

        mean /= frame.Luma.Length;
        return Math.Sqrt((square / frame.Luma.Length) - (mean * mean));
    }
}
