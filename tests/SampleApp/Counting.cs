using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace SampleApp;

/// <summary>
/// An orchestration that collects events and adds each to the journal, where a turn that ran twice is visible.
/// </summary>
public sealed class Counting(Journal journal)
{
    [Function("StartCounting")]
    public static async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "counting/{id}/{events}")] HttpRequest request,
        string id,
        int events,
        [DurableClient] DurableTaskClient client)
    {
        var options = new StartOrchestrationOptions(id);
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(CountAsync), events, options);
        return TypedResults.NoContent();
    }

    [Function("AwaitCounting")]
    public static async Task<IResult> AwaitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "counting/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
        return TypedResults.Text(ended.SerializedOutput, "application/json");
    }

    [Function(nameof(CountAsync))]
    public static async Task<IReadOnlyList<int>> CountAsync(
        [OrchestrationTrigger] TaskOrchestrationContext context, int events)
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

    [Function(nameof(NoteAsync))]
    public Task NoteAsync([ActivityTrigger] string line) => journal.AddAsync("counted", line);
}
