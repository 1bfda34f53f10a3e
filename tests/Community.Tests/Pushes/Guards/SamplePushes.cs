using Community.Content;
using Community.Groups;
using Community.Pushes.Guards;

namespace Community.Tests.Pushes.Guards;

/// <summary>Pushes to a group of regulars, from a Monday on, in Shanghai.</summary>
static class SamplePushes
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static readonly DateOnly Monday = new(2026, 11, 23);

    public static readonly PushLimits Limits = new();

    public static readonly GroupSituation OpenGroup = new(GroupKind.SuperUser, GroupState.Open, new GroupPushHistory());

    public static DateTimeOffset At(int day, int hour, int minute = 0) =>
        new(Monday.AddDays(day), new TimeOnly(hour, minute), TimeSpan.FromHours(8));

    public static PushRequest Request(DateTimeOffset at, ContentKind kind = ContentKind.Useful) =>
        new("push", at, at, kind, "item", ReuseDays: 30);

    /// <summary>An entry with the key <c>{day}-{hour}:{minute}</c> and an item of its own.</summary>
    public static PushHistoryEntry Entry(int day, int hour, int minute = 0, ContentKind? kind = ContentKind.Useful)
    {
        var (key, at) = ($"{day}-{hour}:{minute}", At(day, hour, minute));
        return new PushHistoryEntry(key, at, Monday.AddDays(day), kind, $"item-{key}", ReuseDays: 30);
    }

    public static GroupSituation After(params PushHistoryEntry[] entries) =>
        OpenGroup with { History = History(entries) };

    public static GroupPushHistory History(params IEnumerable<PushHistoryEntry> entries) =>
        entries.Aggregate(new GroupPushHistory(), (history, entry) => history.Add(entry));

    public static PushDecision Decide(
        PushRequest request, GroupSituation? situation = null, PushLimits? limits = null) =>
        PushGuards.Decide(request, situation ?? OpenGroup, limits ?? Limits, Zone);

    /// <summary>Asserts that the guard refuses the push, with a reason that contains the text.</summary>
    public static void AssertSkipped(PushGuard guard, string reason, PushDecision decision)
    {
        var skip = Assert.IsType<PushDecision.Skip>(decision);
        Assert.Equal(guard, skip.By);
        Assert.Contains(reason, skip.Reason, StringComparison.Ordinal);
    }

    public static void AssertAllowed(PushDecision decision) => Assert.Equal(new PushDecision.Allow(), decision);
}
