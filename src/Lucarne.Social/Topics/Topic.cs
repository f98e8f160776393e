using System.Text.Json.Serialization;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Topics;

/// <summary>What a film is about. Kept as a number: never renumber; <see cref="TopicTable"/> says what belongs to each.</summary>
public enum TopicCode
{
    [JsonStringEnumMemberName("cats")]
    Cats = 0,

    [JsonStringEnumMemberName("dogs")]
    Dogs = 1,

    [JsonStringEnumMemberName("horses")]
    Horses = 2,

    [JsonStringEnumMemberName("birds")]
    Birds = 3,

    [JsonStringEnumMemberName("sea_life")]
    SeaLife = 4,

    [JsonStringEnumMemberName("wild_animals")]
    WildAnimals = 5,

    [JsonStringEnumMemberName("farm_animals")]
    FarmAnimals = 6,

    [JsonStringEnumMemberName("insects")]
    Insects = 7,

    [JsonStringEnumMemberName("dinosaurs")]
    Dinosaurs = 8,

    [JsonStringEnumMemberName("fantasy")]
    Fantasy = 9,

    [JsonStringEnumMemberName("robots")]
    Robots = 10,

    [JsonStringEnumMemberName("space")]
    Space = 11,

    [JsonStringEnumMemberName("music")]
    Music = 12,

    [JsonStringEnumMemberName("dance")]
    Dance = 13,

    [JsonStringEnumMemberName("sport")]
    Sport = 14,

    [JsonStringEnumMemberName("toys")]
    Toys = 15,

    [JsonStringEnumMemberName("cars")]
    Cars = 16,

    [JsonStringEnumMemberName("trains")]
    Trains = 17,

    [JsonStringEnumMemberName("boats")]
    Boats = 18,

    [JsonStringEnumMemberName("flight")]
    Flight = 19,

    [JsonStringEnumMemberName("food")]
    Food = 20,

    [JsonStringEnumMemberName("flowers")]
    Flowers = 21,

    [JsonStringEnumMemberName("fire")]
    Fire = 22,

    [JsonStringEnumMemberName("sea")]
    Sea = 23,

    [JsonStringEnumMemberName("rivers")]
    Rivers = 24,

    [JsonStringEnumMemberName("mountains")]
    Mountains = 25,

    [JsonStringEnumMemberName("forest")]
    Forest = 26,

    [JsonStringEnumMemberName("desert")]
    Desert = 27,

    [JsonStringEnumMemberName("countryside")]
    Countryside = 28,

    [JsonStringEnumMemberName("city")]
    City = 29,

    [JsonStringEnumMemberName("home")]
    Home = 30,

    [JsonStringEnumMemberName("rain")]
    Rain = 31,

    [JsonStringEnumMemberName("snow")]
    Snow = 32,

    [JsonStringEnumMemberName("night")]
    Night = 33,

    [JsonStringEnumMemberName("sunset")]
    Sunset = 34,

    [JsonStringEnumMemberName("animation")]
    Animation = 35,

    [JsonStringEnumMemberName("black_and_white")]
    BlackAndWhite = 36,
}

/// <summary>A topic, as it is shown.</summary>
/// <param name="Code">Stands for it in every language.</param>
/// <param name="Emoji">Its picture.</param>
/// <param name="Name">What people call it; a search for either name finds its films.</param>
public sealed record TopicView(TopicCode Code, string Emoji, TopicNameView Name);

/// <summary>A topic's name in each language.</summary>
/// <param name="En">In English.</param>
/// <param name="Fr">In French.</param>
public sealed record TopicNameView(string En, string Fr);

/// <summary>A topic of a post. Table <c>PostTopics</c>: made with the search index from the post's film, and made anew by <c>reindex</c>.</summary>
public sealed class PostTopic
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>What it is about.</summary>
    public required TopicCode Topic { get; init; }

    /// <summary>When the post was published.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class PostTopicConfiguration : IEntityTypeConfiguration<PostTopic>
{
    public void Configure(EntityTypeBuilder<PostTopic> builder)
    {
        builder.ToTable("PostTopics");
        builder.HasKey(t => new { t.PostId, t.Topic });
        builder.HasOne<Post>().WithMany().HasForeignKey(t => t.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => t.CreatedAt);
    }
}
