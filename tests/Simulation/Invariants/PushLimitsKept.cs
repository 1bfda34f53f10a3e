using Community.Platform;
using Community.Pushes.Guards;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// Compares the pushes that were sent with the limits, by the instants at which they were decided. Where a fault leaves
/// these instants open, a push counts as a violation only when no instants would have kept the limit.
/// </summary>
sealed class PushLimitsKept : IInvariant
{
    const int Week = 7;

    // With fewer pushes there is at most one promotion among them.
    const int FewPushes = 10;

    // The window is the same for all groups.
    static readonly PushLimits Hours = new();

    public string Name => "no limit of pushes is exceeded";

    public string Reason => "Groups die of too many messages, and of advertisements above all.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<PushWorkload>().Any()) yield break;
        foreach (var group in PushGroup.All)
        {
            var (pushes, limits) = (await GroupPushes.ReadAsync(reader, group.Id), group.Limits);
            var queued = pushes.Where(push => push.LatestAt is not null).ToList();
            var sent = queued.Where(push => push.IsSent).ToList();
            var faults = Window(sent)
                .Concat(Quota(sent, PushGuard.PerDay, days: 1, limits.PerDay))
                .Concat(Quota(sent, PushGuard.PerWeek, Week, limits.PerWeek))
                .Concat(Spacing(sent, limits.Spacing))
                .Concat(Promotions(sent, queued))
                .Concat(group.IsBusy && group != PushGroup.WithConversion ? PromotionShare.Check(sent, queued) : []);
            foreach (var fault in faults) yield return fault;
        }
    }

    static IEnumerable<string> Window(List<LedgerPush> sent) => sent
        .Where(push => !push.PassesWindow && !push.Overrides(PushGuard.Window))
        .Where(push => !HasOpenInstant(push.EarliestAt, push.LatestAt!.Value))
        .Select(push => $"{push} was sent outside the window.");

    static IEnumerable<string> Quota(List<LedgerPush> sent, PushGuard guard, int days, int limit)
    {
        var dates = sent
            .Where(push => !push.Overrides(guard))
            .Where(push => GroupPushes.DateOf(push.EarliestAt) == GroupPushes.DateOf(push.LatestAt!.Value))
            .Select(push => GroupPushes.DateOf(push.EarliestAt))
            .ToList();
        return dates
            .Select(first => (First: first, Count: dates.Count(date => date >= first && date < first.AddDays(days))))
            .Where(span => span.Count > limit)
            .Select(span => $"{sent[0].View.GroupId} got {span.Count} pushes on {days} days from {span.First:O}.");
    }

    static IEnumerable<string> Spacing(List<LedgerPush> sent, TimeSpan spacing) =>
        from first in sent
        from second in sent
        where string.CompareOrdinal(first.View.Id, second.View.Id) < 0
        where !first.Overrides(PushGuard.Spacing) && !second.Overrides(PushGuard.Spacing)
        where Between(first, second) < spacing && Between(second, first) < spacing
        select $"{first} and {second} are too near to each other.";

    // The spacing counts in whole minutes.
    static TimeSpan? Between(LedgerPush first, LedgerPush second) =>
        second.LatestAt?.Floor(TimeSpan.FromMinutes(1)) - first.EarliestAt.Floor(TimeSpan.FromMinutes(1));

    // What was queued counts for the mix until it turns out not to be sent.
    static IEnumerable<string> Promotions(List<LedgerPush> sent, List<LedgerPush> queued)
    {
        var promotions = sent
            .Where(push => PushBodies.Promotions.Contains(push.View.ContentId, StringComparer.Ordinal))
            .ToList();
        foreach (var promotion in promotions)
        {
            var before = queued.Where(other => other != promotion && !promotion.IsBefore(other)).ToList();
            if (before.Count == 0) yield return $"{promotion} is a promotion and the first push of its group.";
            foreach (var earlier in promotions.Where(other => other.IsBefore(promotion)))
            {
                if (before.TrueForAll(other => other == earlier || other.IsBefore(earlier)))
                    yield return $"{earlier} and {promotion} are promotions one after the other.";
                if (before.Count + 1 < FewPushes)
                    yield return $"{earlier} and {promotion} are promotions among {before.Count + 1} pushes.";
            }
        }
    }

    static bool HasOpenInstant(DateTimeOffset from, DateTimeOffset to) =>
        IsOpen(from) || IsOpen(to) || NextOpening(from) <= to;

    static bool IsOpen(DateTimeOffset at) => LocalTime(at) >= Hours.WindowStart && LocalTime(at) < Hours.WindowEnd;

    static DateTimeOffset NextOpening(DateTimeOffset at)
    {
        var opening = new DateTimeOffset(GroupPushes.DateOf(at), Hours.WindowStart, Behaviour.FromFile.Start.Offset);
        return opening > at ? opening : opening.AddDays(1);
    }

    static TimeOnly LocalTime(DateTimeOffset at) => TimeOnly.FromDateTime(GroupPushes.Local(at));
}
