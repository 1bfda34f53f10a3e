using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace SampleApp;

/// <summary>An orchestration that adds up events and writes each into the journal, so that a turn taken twice shows.</summary>
public sealed class Counting(Journal journal)
{
    /// <summary>Starts it, for so many events.</summary>
    [Function("StartCounting")]
    public static async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "counting/{id}/{events}")] HttpRequest request, string id, int events,
        [DurableClient] DurableTaskClient client)
    {
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(CountAsync), events, new StartOrchestrationOptions(id));
        return TypedResults.NoContent();
    }

    /// <summary>Answers with its result when it has ended.</summary>
    [Function("AwaitCounting")]
    public static async Task<IResult> AwaitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "counting/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        TypedResults.Text((await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation)).SerializedOutput, "application/json");

    /// <summary>Waits for its events, one after another.</summary>
    [Function(nameof(CountAsync))]
    public static async Task<IReadOnlyList<int>> CountAsync([OrchestrationTrigger] TaskOrchestrationContext context, int events)
    {
        List<int> seen = [];
        while (seen.Count < events)
        {
            var number = await context.WaitForExternalEvent<int>("Number");
            await context.CallActivityAsync(nameof(NoteAsync), $"{context.InstanceId} {number}");
            seen.Add(number);
        }

        return seen;
    }

    /// <summary>Writes a line.</summary>
    [Function(nameof(NoteAsync))]
    public Task NoteAsync([ActivityTrigger] string line) => journal.AddAsync("counted", line);
}
