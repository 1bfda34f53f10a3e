using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace SampleApp;

/// <summary>
/// Work of a request in a queue and in an orchestration. Each piece adds a line to the journal when it is done, so work
/// that was lost or done twice is visible.
/// </summary>
public sealed class Deliveries(Journal journal, QueueServiceClient queues)
{
    const string Queue = "deliveries";
    const string StubbornQueue = "stubborn";

    static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(50);

    [Function("AcceptDelivery")]
    public async Task<IResult> AcceptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "deliveries/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client)
    {
        await SendAsync(Queue, id);
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(TrackAsync), id, new StartOrchestrationOptions($"track-{id}"));
        return TypedResults.NoContent();
    }

    [Function("Deliver")]
    public async Task DeliverAsync([QueueTrigger(Queue)] string id, CancellationToken cancellation)
    {
        await Task.Delay(Duration, cancellation);
        await journal.AddAsync("delivered", id);
    }

    [Function(nameof(TrackAsync))]
    public static Task TrackAsync([OrchestrationTrigger] TaskOrchestrationContext context, string id) =>
        context.CallActivityAsync(nameof(NoteDeliveryAsync), id);

    [Function(nameof(NoteDeliveryAsync))]
    public async Task NoteDeliveryAsync([ActivityTrigger] string id, CancellationToken cancellation)
    {
        await Task.Delay(Duration, cancellation);
        await journal.AddAsync("tracked", id);
    }

    [Function("AcceptStubborn")]
    public async Task<IResult> AcceptStubbornAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "stubborn")] HttpRequest request)
    {
        await SendAsync(StubbornQueue, "stubborn");
        return TypedResults.NoContent();
    }

    /// <summary>Never returns on its first run, whatever its host wants.</summary>
    [Function("DoStubborn")]
    public async Task DoStubbornAsync([QueueTrigger(StubbornQueue)] string id)
    {
        if ((await journal.ReadAsync("stubborn-begun")).Count > 0)
        {
            await journal.AddAsync("stubborn-done", id);
            return;
        }

        await journal.AddAsync("stubborn-begun", id);
        await Task.Delay(Timeout.Infinite);
    }

    async Task SendAsync(string name, string text)
    {
        var queue = queues.GetQueueClient(name);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(text);
    }
}
