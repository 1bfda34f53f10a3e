using System.Text.Json.Serialization;
using Community.Pushes.Calendars;

namespace Community.Pushes.Plans;

/// <summary>
/// When a slot of a plan is due. Times are whole minutes of the brand's local day, read as <see cref="LocalTimes"/>
/// says. <see cref="TriggerRules"/> checks a trigger before it is stored.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DayOffset), nameof(DayOffset))]
[JsonDerivedType(typeof(Once), nameof(Once))]
[JsonDerivedType(typeof(Recurring), nameof(Recurring))]
[JsonDerivedType(typeof(Relative), nameof(Relative))]
[JsonDerivedType(typeof(Cohort), nameof(Cohort))]
public abstract record PushTrigger
{
    PushTrigger()
    {
    }

    /// <summary>On a day in the life of the group. Day 1 is the local date on which it opened.</summary>
    public sealed record DayOffset(
        int Day, [property: JsonConverter(typeof(LocalTimeConverter))] TimeOnly Time) : PushTrigger;

    public sealed record Once(DateTimeOffset Instant) : PushTrigger;

    /// <summary>
    /// Has exactly one of <paramref name="Cron"/>, <paramref name="Rrule"/> and <paramref name="Lunar"/>. Cron tells
    /// the time itself; the other two need <paramref name="Time"/>. <paramref name="Until"/> is the last planned date.
    /// </summary>
    public sealed record Recurring(
        string? Cron = null,
        string? Rrule = null,
        LunarDay? Lunar = null,
        [property: JsonConverter(typeof(LocalTimeConverter))] TimeOnly? Time = null,
        DateOnly? Until = null) : PushTrigger;

    /// <summary>
    /// A number of days after an instant of a campaign or of a conversion, or before it when <paramref name="Days"/> is
    /// negative. Days are counted from the local date of the instant.
    /// </summary>
    public sealed record Relative(
        RelativeTo To,
        string? CampaignId,
        string? ConversionId,
        int Days,
        [property: JsonConverter(typeof(LocalTimeConverter))] TimeOnly Time) : PushTrigger
    {
        [JsonIgnore]
        public NamedInstant Reference => new(To, CampaignId, ConversionId);
    }

    /// <summary>
    /// A number of days after members joined: one occurrence for all who joined on the same local date (队列).
    /// </summary>
    public sealed record Cohort(
        int Day, [property: JsonConverter(typeof(LocalTimeConverter))] TimeOnly Time) : PushTrigger;
}

[JsonConverter(typeof(JsonStringEnumConverter<RelativeTo>))]
public enum RelativeTo
{
    /// <summary>The opening of a campaign.</summary>
    [JsonStringEnumMemberName("opensAt")]
    OpensAt,

    /// <summary>The closing of a campaign or of a conversion.</summary>
    [JsonStringEnumMemberName("closesAt")]
    ClosesAt,

    /// <summary>The link of a conversion.</summary>
    [JsonStringEnumMemberName("linkAt")]
    LinkAt,
}

/// <summary>An instant of a campaign or of a conversion. One of the ids is null.</summary>
public sealed record NamedInstant(RelativeTo To, string? CampaignId, string? ConversionId);
