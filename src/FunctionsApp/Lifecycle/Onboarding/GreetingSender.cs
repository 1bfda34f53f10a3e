using Community.Groups;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>Sends greetings: a newcomer's own at once, one of several when its time has come.</summary>
public sealed class GreetingSender(
    DeliveriesTable table,
    GreetingStore greetings,
    GroupStore groups,
    Ledger ledger,
    MessageSequence sequence,
    DeliveryDispatcher dispatcher,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    // A transaction holds 100 rows: these, the lines with their names, and the state of the greetings.
    const int MaxForgotten = 90;

    /// <summary>
    /// Sends the member's own greeting, or sees to it that the greeting in which the member waits is sent.
    /// </summary>
    public async Task SendAsync(Group group, string memberId, GreetingResult result)
    {
        if (result.Mark.GreetingId is { } id)
        {
            // Of the newcomers who wait together one schedules the greeting.
            if (result.Opens || !result.IsNew) await ScheduleAsync(group.Id, id, result.Mark.At);
            return;
        }

        if (result.IsNew) await SendAsync(group, result.Lines);
        else await ContinueAsync(group, GreetingLines.OwnKeys(group, memberId));
    }

    /// <summary>Sends the greeting whose time has come. A repeat continues what an interrupted run left.</summary>
    public async Task SendWaitingAsync(string groupId, string greetingId)
    {
        if (await groups.FindAsync(groupId) is not { Value: var group }) return;
        var entries = await table.RetryAsync(() => ReleaseAsync(group, greetingId));
        if (entries is null) await ContinueAsync(group, GreetingLines.SharedKeys(group, greetingId));
        else await SendAsync(group, entries);
    }

    async Task SendAsync(Group group, IReadOnlyList<LedgerEntry> lines)
    {
        if (lines is [{ Delivery.State: DeliveryState.Sending }, ..]) await sequence.SendAsync(lines);
        else foreach (var line in lines) await ContinueAsync(group, line.Reference);
    }

    // The lines that the transaction entered, none when the greeting waits again; null when it was released before.
    async Task<IReadOnlyList<LedgerEntry>?> ReleaseAsync(Group group, string greetingId)
    {
        var (now, before) = (clock.GetUtcNow(), await greetings.ReadAsync(group.Id));
        if (before.State.Waiting is not { } waiting || waiting.Id != greetingId) return null;
        var lines = OnboardingTerms.GreetingOf(group.Kind).Count;
        var after = GreetingRules.Release(before.State, lines, greetings.IsRobot, now);
        var (drafts, absent) = after.Waiting is null ? await DraftAsync(group, waiting, now) : ([], []);
        var forgotten = absent.Take(MaxForgotten).Select(newcomer => greetings.Forget(group.Id, newcomer.MemberId));
        var etags = await greetings.CommitAsync(
            group.Id, before, after, [.. drafts.SelectMany(draft => draft.Rows), .. forgotten]);
        // Its minute is missed and the present one full, or the clock of this instance is behind.
        if (after.Waiting is { } again) await ScheduleAsync(group.Id, greetingId, again.SendAt);
        return LedgerDraft.Written(drafts, etags);
    }

    // Members who left meanwhile are not greeted; the second part of the result.
    async Task<(IReadOnlyList<LedgerDraft> Drafts, IReadOnlyList<Newcomer> Absent)> DraftAsync(
        Group group, WaitingGreeting greeting, DateTimeOffset now)
    {
        var members = await groups.AllMembersAsync(group.Id);
        var present = members
            .Where(member => member.IsPresent)
            .Select(member => member.MemberId)
            .ToHashSet(StringComparer.Ordinal);
        List<Newcomer> newcomers = [.. greeting.Newcomers.Where(newcomer => present.Contains(newcomer.MemberId))];
        List<Newcomer> absent = [.. greeting.Newcomers.Except(newcomers)];
        return (newcomers.Count == 0 ? [] : await DraftAsync(group, greeting, newcomers, now), absent);
    }

    async Task<IReadOnlyList<LedgerDraft>> DraftAsync(
        Group group, WaitingGreeting greeting, IReadOnlyList<Newcomer> newcomers, DateTimeOffset now)
    {
        if (!greetings.IsRobot)
            return [await ledger.DraftAsync(GreetingLines.ComposeWhole(group, greeting, newcomers, now))];
        var lines = GreetingLines.ComposeShared(group, greeting, newcomers, now);
        return await sequence.DraftAsync(group, lines, now);
    }

    async Task ContinueAsync(Group group, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (await ledger.FindAsync(group.Id, key) is { } reference) await ContinueAsync(group, reference);
        }
    }

    // A flash group has no end of onboarding before its own.
    async Task ContinueAsync(Group group, LedgerReference reference)
    {
        var delivery = await dispatcher.ContinueAsync(reference);
        if (!OnboardingTerms.IsWelcomeOnly(group.Kind))
            await scheduler.EndWithOnboardingAsync(delivery, delivery.QueuedAt);
    }

    Task ScheduleAsync(string groupId, string greetingId, DateTimeOffset sendAt) => scheduler.ScheduleAsync(
        SharedGreeting.Kind, sendAt, new SharedGreeting(groupId, greetingId));
}
