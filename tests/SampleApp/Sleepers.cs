using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace SampleApp;

/// <summary>Orchestrations that sleep a month at a time, a year long.</summary>
public static class Sleepers
{
    [Function("StartSleepers")]
    public static async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sleepers/{count}")] HttpRequest request,
        int count,
        [DurableClient] DurableTaskClient client)
    {
        await Task.WhenAll(Enumerable.Range(0, count).Select(minute =>
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"sleeper-{minute:0000}");
            var options = new StartOrchestrationOptions(id);
            return client.ScheduleNewOrchestrationInstanceAsync(nameof(Sleep), minute, options);
        }));
        return TypedResults.NoContent();
    }

    /// <summary>Sleeps for twelve times thirty days and returns the times at which it woke.</summary>
    [Function(nameof(Sleep))]
    public static async Task<IReadOnlyList<DateTime>> Sleep(
        [OrchestrationTrigger] TaskOrchestrationContext context, int minute)
    {
        List<DateTime> woken = [];
        await context.CreateTimer(TimeSpan.FromMinutes(minute), CancellationToken.None);
        for (var month = 0; month < 12; month++)
        {
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            woken.Add(context.CurrentUtcDateTime);
        }

        return woken;
    }
}
