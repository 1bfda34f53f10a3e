using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Messaging.Invitations;

/// <summary>
/// Sends an invitation when its group takes members again, and gives up at the end of the wait. It looks at the group
/// every hour, because many things give a group a place.
/// </summary>
public static class WaitingInvitationOrchestrator
{
    /// <summary>The time between two looks at the group.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromHours(1);

    [Function(nameof(WaitingInvitationOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WaitingInvitation input)
    {
        var waits = new WorkflowWaits(context);
        while (context.Now() < input.Until)
        {
            var next = NextLook(context.Now(), input.Until);
            if (await waits.WaitUntilAsync("waiting-for-a-place", next) is { Name: WorkflowEvents.Cancel }) break;
            if (await TrySendAsync(context, input)) break;
        }

        await context.CallActivityAsync(
            nameof(WaitingInvitationActivities.EndInvitationWait), input, ActivityRetry.Patient);
    }

    /// <summary>The next look at the group, at the latest at the end of the wait.</summary>
    public static DateTimeOffset NextLook(DateTimeOffset now, DateTimeOffset until) =>
        until - now < LookInterval ? until : now + LookInterval;

    static Task<bool> TrySendAsync(TaskOrchestrationContext context, WaitingInvitation invitation) =>
        context.CallActivityAsync<bool>(
            nameof(WaitingInvitationActivities.TrySendInvitation),
            new InvitationAttempt(invitation, context.Now()),
            ActivityRetry.Patient);
}
