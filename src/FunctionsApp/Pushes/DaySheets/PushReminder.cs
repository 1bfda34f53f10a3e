using Community.Groups;
using Community.Pushes.DaySheets;
using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Occurrences;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>The push that a person sends at <paramref name="StartsAt"/>.</summary>
public sealed record PushReminder(string PushId, DateTimeOffset StartsAt)
{
    public const string Kind = "push-reminder";
}

/// <summary>
/// Reminds the owner of a group once, five minutes before each push that is going to be sent. A reminder is kept on the
/// push, counted on the task of the sheet and logged, where alerts of the operations team read it.
/// </summary>
public sealed class PushReminderHandler(
    PushStore pushes,
    GroupStore groups,
    PushPreviewReader previews,
    DaySheetFollowUp sheets,
    TimeProvider clock,
    ILogger<PushReminderHandler> log) : DueWorkHandler<PushReminder>(PushReminder.Kind)
{
    protected override async Task HandleAsync(PushReminder data, DateTimeOffset at)
    {
        var now = clock.GetUtcNow();
        if (await pushes.FindAsync(data.PushId) is not { Value: { RemindedAt: null } push }) return;
        if (push.State is not PushState.Planned || push.StartsAt != data.StartsAt || push.StartsAt <= now) return;
        if (await groups.FindAsync(push.GroupId) is not { Value: { Owner: not null } group }) return;
        if (!await WillBeSentAsync(push, group, now)) return;
        if (await pushes.DecideAsync(push.Id, entry: null, new PushCommand.Remind(now)) is not { } decided) return;
        if (decided.Events is [PushEvent.Reminded])
            log.LogWarning(
                "Reminder of push {PushId}, group {GroupId}, owner {Owner}, due {StartsAt:u}",
                push.Id,
                group.Id,
                group.Owner,
                push.StartsAt);
        await sheets.FollowAsync(decided.After);
    }

    // A guard may skip or postpone it, which a person need not prepare for.
    async Task<bool> WillBeSentAsync(Push push, Group group, DateTimeOffset now)
    {
        var (_, coming) = await previews.ReadAsync(group, now, push.StartsAt);
        return coming.Any(forecast =>
            forecast.Push.Id == push.Id
            && forecast is { Outcome: PushOutcome.Send }
            && forecast.At - DaySheetRules.ReminderLead <= now);
    }
}
