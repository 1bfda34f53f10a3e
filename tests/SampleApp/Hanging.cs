using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace SampleApp;

/// <summary>
/// A queue function, a timer and an activity that never return on their first run and do their work on the next.
/// </summary>
public sealed class Hanging(Journal journal, QueueServiceClient queues)
{
    const string Queue = "hanging";

    [Function("StartHanging")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hanging")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        var queue = queues.GetQueueClient(Queue);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("message");
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(CallHangingAsync), null, new StartOrchestrationOptions("hanging"));
        return TypedResults.NoContent();
    }

    [Function("TakeMessage")]
    public Task TakeMessageAsync([QueueTrigger(Queue)] string text, CancellationToken cancellation) =>
        HangOnceAsync(text, cancellation);

    [Function("Tick")]
    public Task TickAsync(
        [TimerTrigger($"%{Sample.HangingSchedule}%")] TimerInfo timer, CancellationToken cancellation) =>
        HangOnceAsync("timer", cancellation);

    [Function(nameof(CallHangingAsync))]
    public static Task CallHangingAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync(nameof(HangAsync), "activity");

    [Function(nameof(HangAsync))]
    public Task HangAsync([ActivityTrigger] string name, CancellationToken cancellation) =>
        HangOnceAsync(name, cancellation);

    async Task HangOnceAsync(string name, CancellationToken cancellation)
    {
        if ((await journal.ReadAsync("begun")).Contains(name))
        {
            await journal.AddAsync("done", name);
            return;
        }

        await journal.AddAsync("begun", name);
        await Task.Delay(Timeout.Infinite, cancellation);
    }
}
