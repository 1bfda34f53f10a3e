using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>A greeting of several newcomers, due at the instant of its messages.</summary>
public sealed record SharedGreeting(string GroupId, string GreetingId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "shared-greeting";
}

public sealed class SharedGreetingHandler(GreetingSender sender) : DueWorkHandler<SharedGreeting>(SharedGreeting.Kind)
{
    protected override Task HandleAsync(SharedGreeting greeting, DateTimeOffset at) =>
        sender.SendWaitingAsync(greeting.GroupId, greeting.GreetingId);
}

/// <summary>The reminder of a newcomer's card name (群名片).</summary>
public sealed record CardNameReminder(string GroupId, string MemberId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "card-name-reminder";
}

public sealed class CardNameReminderHandler(OnboardingService onboarding)
    : DueWorkHandler<CardNameReminder>(CardNameReminder.Kind)
{
    protected override Task HandleAsync(CardNameReminder reminder, DateTimeOffset at) =>
        onboarding.RemindAsync(reminder.GroupId, reminder.MemberId, at - OnboardingTerms.ReminderAfter);
}

/// <summary>The end of an onboarding of which a person has to send a message, named by its idempotency key.</summary>
public sealed record OnboardingEnd(string GroupId, string DeliveryKey)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "onboarding-end";
}

static class OnboardingEndScheduling
{
    /// <summary>Ends a delivery that waits for a person with the onboarding that it belongs to.</summary>
    public static Task EndWithOnboardingAsync(
        this DueWorkScheduler scheduler, Delivery delivery, DateTimeOffset begunAt) =>
        delivery.State is DeliveryState.AwaitingStaff
            ? scheduler.ScheduleAsync(
                OnboardingEnd.Kind,
                begunAt + OnboardingTerms.EndAfter,
                new OnboardingEnd(delivery.GroupId, delivery.Key))
            : Task.CompletedTask;
}

public sealed class OnboardingEndHandler(DeliveryWithdrawal withdrawal)
    : DueWorkHandler<OnboardingEnd>(OnboardingEnd.Kind)
{
    protected override Task HandleAsync(OnboardingEnd end, DateTimeOffset at) =>
        withdrawal.WithdrawAsync(end.GroupId, end.DeliveryKey, "the onboarding is over");
}
