using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Sending;

/// <summary>Decides together about the pushes of a group that were due while the app did not run.</summary>
public sealed class PushRecovery(
    PushStore pushes, DueWorkScheduler scheduler, DaySheetFollowUp sheets, BrandTime brandTime, TimeProvider clock)
{
    // A push that was moved was planned at most that long before.
    const int MaxDays = CalendarRules.DaysAhead;

    /// <summary>
    /// True for a push that was due while the app did not run. One that a person changed is late because of them.
    /// </summary>
    public bool Concerns(Push push, DateTimeOffset now) =>
        push is { State: PushState.Planned, NotBefore: null, Changes: [] } && MissedPushRules.IsMissed(push.DueAt, now);

    /// <summary>Decides about a push of which that is true, and the others of its group.</summary>
    public async Task RecoverAsync(Push late, PushBoard board)
    {
        var now = clock.GetUtcNow();
        var from = brandTime.DayOf(late.DueAt).AddDays(-MaxDays);
        var planned = (await pushes.ReadAsync(late.GroupId, from, brandTime.DayOf(now).AddDays(MaxDays)))
            .Select(push => push.Value)
            .Where(push => push.State is PushState.Planned && push.NotBefore is null)
            .OrderBy(push => push.DueAt)
            .ToList();
        var missed = planned.Where(push => Concerns(push, now)).ToList();
        var next = planned.Find(push => push.DueAt > now);
        var decisions = MissedPushRules.Decide(
            [.. missed.Select(push => new MissedPush(push.Id, push.DueAt, push.Lateness, board.PolicyOf(push)))],
            next?.Id,
            now);
        foreach (var decision in decisions) await ApplyAsync(decision, missed);
    }

    async Task ApplyAsync(MissedPushDecision decision, List<Push> missed)
    {
        switch (decision)
        {
            case MissedPushDecision.Send send:
                await pushes.DecideAsync(send.Id, entry: null, new PushCommand.Postpone(send.At, Guard: null));
                await scheduler.SchedulePushAsync(send.Id, send.At);
                break;
            case MissedPushDecision.Merge merge:
                await MergeAsync(missed.First(push => push.Id == merge.Id), merge.NextId);
                break;
            default:
                await SkipAsync(decision.Id, PushSkipCause.Downtime);
                break;
        }
    }

    // The next push takes the item over first: a repeat finds it there.
    async Task MergeAsync(Push push, string nextId)
    {
        var taken = push.ContentId is { } contentId
            ? await pushes.DecideAsync(nextId, entry: null, new PushCommand.TakeOver(contentId))
            : null;
        var isTaken = taken?.After.TakenOver.Contains(push.ContentId!, StringComparer.Ordinal) is true;
        await SkipAsync(push.Id, isTaken ? PushSkipCause.MergedIntoNext : PushSkipCause.Downtime);
    }

    async Task SkipAsync(string pushId, PushSkipCause cause)
    {
        var skip = new PushCommand.SkipFor(new PushSkip(cause, Reason: null));
        if (await pushes.DecideAsync(pushId, entry: null, skip) is { } decided) await sheets.FollowAsync(decided.After);
    }
}
