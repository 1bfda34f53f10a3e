using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Benchmarks.Lateness;

/// <summary>How late each step of an app is, by the clock of its host.</summary>
public sealed class LatenessFunctions(LatenessLog log, TimeProvider clock)
{
    public const string Queue = "lateness";
    public const string Event = "Raised";

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The message is the instant at which it was sent.</summary>
    [Function("TakeMessage")]
    public void Take([QueueTrigger(Queue)] string sentAt) => log.Add(
        "queue message", Now - DateTime.Parse(sentAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));

    /// <summary>Waits for a timer, calls an activity and waits for an event that holds its instant.</summary>
    [Function(nameof(StepsAsync))]
    public static async Task StepsAsync([OrchestrationTrigger] TaskOrchestrationContext context, DateTime fireAt)
    {
        await context.CreateTimer(fireAt, CancellationToken.None);
        var fired = context.CurrentUtcDateTime;
        await context.CallActivityAsync(nameof(NoteTimer), fired - fireAt);
        await context.CallActivityAsync(nameof(NoteActivity), context.CurrentUtcDateTime);
        var raisedAt = await context.WaitForExternalEvent<DateTime>(Event);
        await context.CallActivityAsync(nameof(NoteEvent), context.CurrentUtcDateTime - raisedAt);
    }

    [Function(nameof(NoteTimer))]
    public void NoteTimer([ActivityTrigger] TimeSpan late) => log.Add("durable timer", late);

    [Function(nameof(NoteActivity))]
    public void NoteActivity([ActivityTrigger] DateTime scheduledAt) => log.Add("activity", Now - scheduledAt);

    [Function(nameof(NoteEvent))]
    public void NoteEvent([ActivityTrigger] TimeSpan late) => log.Add("event", late);
}
