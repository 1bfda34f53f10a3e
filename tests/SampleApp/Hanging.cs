using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;

namespace SampleApp;

/// <summary>A queue function, a timer and an activity that never come back the first time they run, and do their work the next time.</summary>
public sealed class Hanging(Journal journal, IConfiguration configuration)
{
    const string Queue = "hanging";

    /// <summary>Sends the message and starts the orchestration.</summary>
    [Function("StartHanging")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hanging")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        var queue = new QueueClient(configuration["AzureWebJobsStorage"]!, Queue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("message");
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(CallHangingAsync), null, new StartOrchestrationOptions("hanging"));
        return TypedResults.NoContent();
    }

    /// <summary>Takes the message.</summary>
    [Function("TakeMessage")]
    public Task TakeMessageAsync([QueueTrigger(Queue)] string text, CancellationToken cancellation) => HangOnceAsync(text, cancellation);

    /// <summary>Runs on a schedule that the settings choose.</summary>
    [Function("Tick")]
    public Task TickAsync([TimerTrigger($"%{Sample.HangingSchedule}%")] TimerInfo timer, CancellationToken cancellation) => HangOnceAsync("timer", cancellation);

    /// <summary>Calls the activity.</summary>
    [Function(nameof(CallHangingAsync))]
    public static Task CallHangingAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync(nameof(HangAsync), "activity");

    /// <summary>The activity.</summary>
    [Function(nameof(HangAsync))]
    public Task HangAsync([ActivityTrigger] string name, CancellationToken cancellation) => HangOnceAsync(name, cancellation);

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
