using Community.Groups;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>A message that onboarding will send, by its step. It names no member.</summary>
public sealed record OnboardingMessage(DateTimeOffset At, string Step);

/// <summary>What onboarding will still send to a group and its newcomers, if nothing changes.</summary>
public sealed class OnboardingForecast(
    OnboardingSettings settings, GreetingStore greetings, Ledger ledger, GroupStore groups, TimeProvider clock)
{
    // What a request reads at most: deliveries of the last day, and members who were greeted in them.
    const int MaxDeliveries = 300;
    const int MaxReminders = 50;

    /// <summary>
    /// The lines of the greeting that waits, and the reminders of card names due within a day, the first 50 at most.
    /// </summary>
    public async Task<IReadOnlyList<OnboardingMessage>> ReadAsync(Group group)
    {
        if (!settings.IsOn || !group.IsAlive) return [];
        var waiting = (await greetings.ReadAsync(group.Id)).State.Waiting;
        var lines = waiting is null ? [] : StepsOf(group).Select(step => new OnboardingMessage(waiting.SendAt, step));
        return [.. lines, .. OnboardingTerms.IsWelcomeOnly(group.Kind) ? [] : await RemindersAsync(group, waiting)];
    }

    IEnumerable<string> StepsOf(Group group) => greetings.IsRobot
        ? OnboardingTerms.GreetingOf(group.Kind).Select(OnboardingLines.StepOf)
        : [GreetingLines.WholeGreeting];

    async Task<IReadOnlyList<OnboardingMessage>> RemindersAsync(Group group, WaitingGreeting? waiting)
    {
        var since = clock.GetUtcNow() - OnboardingTerms.ReminderAfter;
        var greeted = (await ledger.SinceAsync(group.Id, since, MaxDeliveries))
            .Where(GreetingLines.IsFirstLine)
            .SelectMany(line => line.MemberIds ?? [line.MemberId!], (line, id) => (MemberId: id, At: line.QueuedAt));
        var next = waiting?.Newcomers.Select(newcomer => (newcomer.MemberId, At: waiting.SendAt)) ?? [];
        var reminders = await Task.WhenAll(greeted.Concat(next).Take(MaxReminders).Select(async newcomer =>
            await NeedsReminderAsync(group, newcomer.MemberId)
                ? new OnboardingMessage(
                    newcomer.At + OnboardingTerms.ReminderAfter,
                    OnboardingLines.StepOf(OnboardingLine.CardNameReminder))
                : null));
        return [.. reminders.OfType<OnboardingMessage>()];
    }

    async Task<bool> NeedsReminderAsync(Group group, string memberId) =>
        await groups.FindMemberAsync(group.Id, memberId) is { } member
        && OnboardingLines.Compose(OnboardingLine.CardNameReminder, group, member, [], Phrasebook.Chinese) is not null;
}
