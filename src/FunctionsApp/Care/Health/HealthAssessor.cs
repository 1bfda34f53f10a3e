using Community.Care.Health;
using Community.Content;
using Community.Groups;
using Community.Insights.Groups;
using Community.Insights.Pushes;
using Community.Platform;
using Community.Pushes.Calendars;
using FunctionsApp.Groups;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Health;

/// <summary>
/// A group with its new assessment; <paramref name="Before"/> is the last one, null for the first.
/// </summary>
public sealed record AssessedGroup(Group Group, GroupHealthRecord? Before, GroupHealthRecord Record);

/// <summary>
/// Assessed groups. <paramref name="GoneIds"/> are groups that were assessed before and are no more.
/// </summary>
public sealed record HealthAssessment(IReadOnlyList<AssessedGroup> Groups, IReadOnlyList<string> GoneIds);

/// <summary>
/// Assesses groups on whole local days. Groups that are neighbours by id share the reads of earlier assessments and of
/// pushes, so that each costs two requests more: itself with its members, and its messages.
/// </summary>
public sealed class HealthAssessor(
    GroupStore groups,
    GroupHealthStore records,
    PostedMessageStore messages,
    PushDayStore pushDays,
    IChannel channel,
    BrandTime time,
    TimeProvider clock)
{
    // The store keeps the instants of messages that long; the first of these days may be cut.
    static readonly int KeptMessageDays = (int)PostedMessageStore.Retention.TotalDays - 1;

    /// <summary>
    /// Assesses the groups, with ids in order, on the day that ended last. A group that is dissolved, or
    /// never opened, has none. <paramref name="unanswered"/> counts their feedback without an answer.
    /// </summary>
    public async Task<HealthAssessment> AssessAsync(
        IReadOnlyList<string> groupIds, IReadOnlyDictionary<string, int> unanswered)
    {
        var night = new Night(clock.GetUtcNow(), time);
        var before = await records.BetweenAsync(groupIds[0], groupIds[^1]);
        var pushes = await CountPushesAsync(groupIds[0], groupIds[^1], night.Day);
        var assessed = await Task.WhenAll(groupIds.Select(id => AssessAsync(
            id,
            night,
            before.GetValueOrDefault(id),
            pushes.GetValueOrDefault(id, PushCount.None),
            unanswered.GetValueOrDefault(id))));
        List<AssessedGroup> found = [.. assessed.OfType<AssessedGroup>()];
        var gone = groupIds.Where(before.ContainsKey).Except(found.Select(each => each.Group.Id));
        return new HealthAssessment(found, [.. gone]);
    }

    async Task<AssessedGroup?> AssessAsync(
        string groupId, Night night, GroupHealthRecord? before, PushCount pushes, int unanswered)
    {
        var (group, members) = await groups.FindWithMembersAsync(groupId);
        if (group is not { IsAlive: true, OpenedAt: { } openedAt }) return null;
        var age = Math.Max(0, night.Day.DayNumber - time.DayOf(openedAt).DayNumber);
        var posted = channel.ReportsMessages ? await CountMessagesAsync(groupId, night, before) : null;
        var attendance = new GroupAttendance(new AttendanceHistory(members), openedAt, night.Now);
        var facts = new HealthFacts(
            group.Kind,
            age,
            posted is null ? null : [.. posted.Take(age)],
            AttendanceDayRules.LeavesUntil(attendance, night.Day, HealthFacts.LeaveDays, time.Zone),
            pushes.Sent,
            pushes.Promotions,
            unanswered);
        var health = HealthRules.Assess(facts);
        DateOnly? dyingSince = health.State is GroupHealthState.Dying ? before?.DyingSince ?? night.Day : null;
        return new AssessedGroup(
            group, before, new GroupHealthRecord(groupId, night.Day, health, posted, dyingSince, night.Now));
    }

    async Task<IReadOnlyList<int>> CountMessagesAsync(string groupId, Night night, GroupHealthRecord? before)
    {
        var count = GroupHealthRecord.DaysToCount(before, night.Day, KeptMessageDays);
        if (count == 0) return before!.Messages!;
        var from = night.StartOf(night.Day.AddDays(1 - count));
        var posted = await messages.InstantsAsync(groupId, from, night.StartOf(night.Day.AddDays(1)));
        var byDay = posted.CountBy(time.DayOf).ToDictionary();
        IReadOnlyList<int> counted =
            [.. Enumerable.Range(0, count).Select(back => byDay.GetValueOrDefault(night.Day.AddDays(-back)))];
        return GroupHealthRecord.Append(before, night.Day, counted);
    }

    // The pushes of the last week whose days are counted.
    async Task<Dictionary<string, PushCount>> CountPushesAsync(string first, string last, DateOnly day)
    {
        var latest = day.AddDays(1 - PushFolding.DaysUntilCounted);
        var days = await Task.WhenAll(Enumerable.Range(0, HealthFacts.Week)
            .Select(back => pushDays.BetweenAsync(latest.AddDays(-back), first, last)));
        return days
            .SelectMany(counted => counted)
            .GroupBy(counted => counted.Key, StringComparer.Ordinal)
            .ToDictionary(
                counted => counted.Key,
                counted => counted.Aggregate(PushCount.None, (sum, of) => sum.Plus(of.Value)),
                StringComparer.Ordinal);
    }

    /// <summary>The night of an assessment: it counts the days up to <see cref="Day"/>, which has ended.</summary>
    sealed record Night(DateTimeOffset Now, BrandTime Time)
    {
        public DateOnly Day { get; } = Time.DayOf(Now).AddDays(-1);

        public DateTimeOffset StartOf(DateOnly day) => LocalTimes.InstantOf(day, TimeOnly.MinValue, Time.Zone);
    }

    sealed record PushCount(int Sent, int Promotions)
    {
        public static PushCount None { get; } = new(0, 0);

        public PushCount Plus(GroupDay day)
        {
            var kinds = day.Figures.Lines(PushDimension.Kind).ToList();
            var promotions = kinds.Where(line => line.Value == nameof(ContentKind.Promotion));
            return new PushCount(Sent + kinds.Sum(SentOf), Promotions + promotions.Sum(SentOf));
        }

        static int SentOf(PushFiguresLine line) => line.Figures.OnTime + line.Figures.Late;
    }
}
